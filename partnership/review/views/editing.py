"""Writing: the form, its plain saving, and the saving behind the writer's back."""

import uuid
from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from partnership.accounts.requests import SignedInRequest
from partnership.core.errors import DomainError
from partnership.core.verdicts import Verdict
from partnership.review import actions, policies
from partnership.review.clashes import clashes
from partnership.review.enclosure_forms import tally_of
from partnership.review.errors import ChangedMeanwhile
from partnership.review.models import FieldComment, Submission
from partnership.review.sheets import Answers
from partnership.review.threads import to_fill
from partnership.review.views.finding import found_for_writing, require

HIGHEST: Final = 2_147_483_647  # of a column that counts


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, key: uuid.UUID) -> HttpResponse:
    """The whole form; every button saves first, whatever else it does."""
    submission = found_for_writing(request, key)
    verdict = policies.may_write(request.user, submission)
    if request.method == "GET":
        require(verdict)
        return _page(request, submission, submission.answers, blank=request.GET.get("add", ""))
    answers = _read(request, submission)
    if not verdict:
        return _refused(request, submission, answers, verdict)
    try:
        saved = _save(request, submission, answers)
    except ChangedMeanwhile as refused:
        return _compared(request, submission, answers, refused)
    except DomainError as refused:
        messages.error(request, str(refused))
        return _page(request, submission, answers)
    return _onward(request, saved)


@login_required
@require_POST
def keep(request: SignedInRequest, key: uuid.UUID) -> JsonResponse:
    """Save while somebody writes; says in words what the page shows beside the form."""
    submission = found_for_writing(request, key)
    try:
        saved = _save(request, submission, _read(request, submission))
    except PermissionDenied as refused:
        return JsonResponse({"message": str(refused)}, status=403)
    except DomainError as refused:
        return JsonResponse({"code": refused.code, "message": str(refused)}, status=409)
    return JsonResponse({"revision": saved.revision, "message": said(saved)})


def _refused(
    request: SignedInRequest, submission: Submission, answers: Answers, verdict: Verdict
) -> HttpResponse:
    """Show what was typed, and nothing else of the submission, to whoever may not save it."""
    kept = submission.kind.sheet(submission.language).shown(answers)
    context = {"reason": verdict.reason, "parts": kept, "language": submission.language}
    return render(request, "review/refused.html", context, status=403)


def said(submission: Submission) -> str:
    """Return when the draft was saved, in words."""
    moment = date_format(timezone.localtime(submission.saved_at), "TIME_FORMAT")
    return _("Saved at %(time)s (UTC+8)") % {"time": moment}


def _read(request: SignedInRequest, submission: Submission) -> Answers:
    """Return what was typed, with what was pasted in its places when that button was pressed."""
    sheet = submission.kind.sheet(submission.language)
    answers = sheet.read(request.POST)
    pasted = request.POST.get("pasted", "")
    if sheet.fill_in and pasted.strip() and request.POST.get("then") == "fill-in":
        return sheet.fill_in(answers, pasted)
    return answers


def _save(request: SignedInRequest, submission: Submission, answers: Answers) -> Submission:
    """Store text and answers to comments, both or neither."""
    with transaction.atomic():
        saved = actions.save_answers(
            submission,
            answers,
            by=request.user,
            revision=_number(request.POST.get("revision", "")),
            window=request.POST.get("window", "")[:40],
        )
        _answer_comments(request, saved)
    return saved


def _onward(request: SignedInRequest, saved: Submission) -> HttpResponse:
    """Lead to what the button promised."""
    then = request.POST.get("then", "")
    address = reverse("review:edit", args=[saved.key])
    if then.startswith("add:"):
        part = then.removeprefix("add:")
        return redirect(f"{address}?add={part}#{part}-end")
    if then == "files":
        return redirect("review:files", saved.key)
    if then == "submit":
        return redirect("review:submit", saved.key)
    if then == "fill-in":
        messages.success(request, _("The text is in its places. Read it through once."))
        return redirect(address)
    messages.success(request, said(saved))
    return redirect(address)


def _page(
    request: SignedInRequest, submission: Submission, answers: Answers, **options: Any
) -> HttpResponse:
    sheet = submission.kind.sheet(submission.language)
    blank = options.pop("blank", "")
    is_checked = request.GET.get("check") == "1"
    enclosures = submission.enclosures.present().select_related("file")
    context = {
        "submission": submission,
        "sheet": sheet,
        "parts": to_fill(
            sheet.forms(answers, is_checked=is_checked, blank=blank), _comments(request, submission)
        ),
        "problems": submission.kind.problems(submission, answers) if is_checked else [],
        "window": request.POST.get("window", "") or uuid.uuid4().hex,
        "saved": said(submission) if submission.revision else "",
        "whole_length": sheet.length(answers),
        "enclosures": enclosures,
        "tally": tally_of(submission, enclosures),
        "may_submit": bool(policies.may_submit(request.user, submission)),
    }
    return render(request, "review/edit.html", {**context, **options})


def _comments(request: SignedInRequest, submission: Submission) -> list[FieldComment]:
    """Return what the writer was told, with answers just typed that are not stored yet."""
    shown = submission.comments.shared().select_related("written_by")
    comments: list[FieldComment] = list(shown)
    for comment in comments:
        comment.answer = request.POST.get(f"answer-{comment.pk}", comment.answer)
    return comments


def _answer_comments(request: SignedInRequest, submission: Submission) -> None:
    for comment in submission.comments.shared():
        typed = request.POST.get(f"answer-{comment.pk}", "").strip()
        if typed and typed != comment.answer:
            actions.answer(comment, typed, by=request.user)


def _compared(
    request: SignedInRequest, submission: Submission, answers: Answers, refused: DomainError
) -> HttpResponse:
    """Show both texts; the page carries the present revision, so that saving is a decision."""
    submission.refresh_from_db()
    sheet = submission.kind.sheet(submission.language)
    found_clashes = clashes(sheet, submission.answers, answers)
    options = {"clashes": found_clashes, "refusal": str(refused)}
    response = _page(request, submission, answers, **options)
    response.status_code = 409
    return response


def _number(text: str) -> int:
    return min(int(text), HIGHEST) if text.isdecimal() and text.isascii() else 0
