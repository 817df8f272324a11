"""A submission at a glance, and on paper."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from partnership.accounts.requests import SignedInRequest
from partnership.review import policies, prints
from partnership.review.choices import EnclosureRole
from partnership.review.models import FieldComment, ReviewAssignment, Submission
from partnership.review.threads import with_comments
from partnership.review.views.finding import answers_for, files_of, found, sheet_for


@login_required
@require_GET
def detail(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Where it stands, what to do now, what was said, what was submitted."""
    submission = found(request, key)
    user = request.user
    comments = FieldComment.objects.visible_to(user).filter(submission=submission)
    answers = answers_for(request, submission)
    parts = sheet_for(request, submission).shown(answers)
    assignments = ReviewAssignment.objects.visible_to(user).filter(submission=submission)
    context = {
        "submission": submission,
        "parts": with_comments(parts, comments.select_related("written_by", "answered_by")),
        "versions": submission.versions.select_related("submitted_by"),
        "assignments": assignments.select_related("reviewer"),
        "public_url": submission.kind.public_url(submission),
        **files_of(submission, answers),
        **_offered(request, submission),
    }
    return render(request, "review/detail.html", context)


@login_required
@require_GET
def printed(request: SignedInRequest, key: UUID) -> HttpResponse:
    """All answers for paper, with the lines for signature and seal. The signed scan is read by all who
    judge, so what only the secretariat is told is left out, whoever prints."""
    submission = found(request, key)
    answers = answers_for(request, submission)
    parts = submission.kind.sheet(submission.language).for_judging().shown(answers)
    context = {
        "submission": submission,
        "parts": parts,
        "printed": prints.print_of(submission, answers),
        "takes_signature": EnclosureRole.SIGNED in submission.kind.enclosures,
    }
    return render(request, "review/print.html", context)


def _offered(request: SignedInRequest, submission: Submission) -> dict[str, bool]:
    """Return which doors stand open to the person now."""
    user = request.user
    return {
        "may_write": bool(policies.may_write(user, submission)),
        "may_submit": bool(policies.may_submit(user, submission)),
        "may_withdraw": bool(policies.may_withdraw(user, submission)),
        "may_discard": bool(policies.may_discard(user, submission)),
        "may_endorse": bool(policies.may_endorse(user, submission)),
        "may_comment": bool(policies.may_comment(user, submission)),
        "may_judge": bool(policies.may_judge(user, submission)),
    }
