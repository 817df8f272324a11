"""The reviewer's page, which the secretariat uses for the desk check, too."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from partnership.accounts.requests import SignedInRequest
from partnership.core.errors import DomainError
from partnership.review import actions, policies
from partnership.review.choices import DESK
from partnership.review.forms import CommentForm, ReasonForm, RecommendForm
from partnership.review.models import FieldComment, ReviewAssignment, Submission
from partnership.review.threads import with_comments
from partnership.review.views.finding import done, files_of, found, require, sheet_for


@login_required
@require_http_methods(["GET", "POST"])
def judge(request: SignedInRequest, key: UUID) -> HttpResponse:
    """All fields of what was submitted, each with a place for a comment."""
    submission = found(request, key)
    require(policies.may_comment(request.user, submission))
    if request.method == "POST":
        return _comment(request, submission)
    return _page(request, submission)


@login_required
@require_POST
def delete_comment(request: SignedInRequest, key: UUID, comment: int) -> HttpResponse:
    """Take back an own comment that nobody else has been shown."""
    submission = found(request, key)
    rows = FieldComment.objects.visible_to(request.user).filter(submission=submission)
    remark: FieldComment = get_object_or_404(rows, pk=comment)
    path = remark.path
    try:
        actions.delete_comment(remark, by=request.user)
    except DomainError as refused:
        raise PermissionDenied(str(refused)) from refused
    return redirect(_at(submission, path))


@login_required
@require_POST
def recommend(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Close the own review."""
    submission = found(request, key)
    assignment = _own(request, submission)
    require(policies.may_review(request.user, assignment))
    form = RecommendForm(request.POST)
    if form.is_valid() and done(
        form, actions.recommend, assignment, by=request.user, **form.cleaned_data
    ):
        messages.success(request, _("Thank you. Your recommendation is with the secretariat."))
        return redirect("review:detail", key)
    return _page(request, submission, recommend_form=form)


@login_required
@require_POST
def release(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Step back from a review, for instance because of a conflict of interest."""
    submission = found(request, key)
    assignment = _own(request, submission)
    require(policies.may_step_back(request.user, assignment))
    form = ReasonForm(request.POST, prefix="release")
    if form.is_valid() and done(
        form, actions.release, assignment, by=request.user, **form.cleaned_data
    ):
        messages.success(request, _("You have stepped back; the secretariat knows."))
        return redirect("portal:desk")
    return _page(request, submission, release_form=form)


def _own(request: SignedInRequest, submission: Submission) -> ReviewAssignment:
    assignment = submission.assignments.of(request.user).order_by("-assigned_at").first()
    if assignment is None:
        raise Http404
    return assignment


def _comment(request: SignedInRequest, submission: Submission) -> HttpResponse:
    form = CommentForm(request.POST)
    if form.is_valid() and done(
        form, actions.comment, submission, by=request.user, **form.cleaned_data
    ):
        return redirect(_at(submission, form.cleaned_data["path"]))
    return _page(request, submission, comment_form=form)


def _at(submission: Submission, path: str) -> str:
    return f"{reverse('review:judge', args=[submission.key])}#{path}"


def _page(request: SignedInRequest, submission: Submission, **forms: object) -> HttpResponse:
    version = submission.versions.latest("number")
    comments = FieldComment.objects.visible_to(request.user).filter(submission=submission)
    parts = sheet_for(request, submission).shown(version.answers)
    assignment = submission.assignments.open().of(request.user).first()
    context = {
        "submission": submission,
        "version": version,
        "parts": with_comments(parts, comments.select_related("written_by", "answered_by")),
        **files_of(submission, version.answers),
        "comment_form": None,
        "recommend_form": RecommendForm(),
        "release_form": ReasonForm(prefix="release"),
        "assignment": assignment,
        "is_desk": request.user.has_role(*DESK),
    }
    return render(request, "review/judge.html", {**context, **forms})
