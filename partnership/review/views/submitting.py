"""Handing in, taking back, throwing away."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from partnership.accounts.requests import SignedInRequest
from partnership.review import actions, policies
from partnership.review.forms import ReasonForm, SubmitForm
from partnership.review.models import Submission
from partnership.review.views.finding import done, files_of, found, require


@login_required
@require_http_methods(["GET", "POST"])
def submit(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Show once more what is handed in; a gap leads back to the form."""
    submission = found(request, key)
    if request.method == "POST" and _is_there(submission):
        return redirect("review:detail", key)
    require(policies.may_submit(request.user, submission))
    if submission.kind.problems(submission, submission.answers):
        return redirect(f"{reverse('review:edit', args=[key])}?check=1")
    form = SubmitForm(request.POST or None, initial={"revision": submission.revision})
    if request.method == "POST" and form.is_valid() and _sent(request, submission, form):
        text = _("Submitted. Your receipt number is %(number)s.") % {"number": submission.receipt}
        messages.success(request, text)
        return redirect("review:detail", key)
    context = {
        "submission": submission,
        "form": form,
        "parts": submission.kind.sheet(submission.language).shown(submission.answers),
        "may_write": True,
        "open_comments": submission.comments.unanswered().count(),
        "needs_endorsement": submission.kind.needs_endorsement(submission),
        **files_of(submission, submission.answers),
    }
    return render(request, "review/submit.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Take a submission back, with a reason."""
    submission = found(request, key)
    require(policies.may_withdraw(request.user, submission))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if done(form, actions.withdraw, submission, by=request.user, reason=reason):
            messages.success(request, _("The submission is withdrawn."))
            return redirect("review:detail", key)
    return render(request, "review/withdraw.html", {"submission": submission, "form": form})


@login_required
@require_POST
def discard(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Throw a draft away."""
    submission = found(request, key)
    require(policies.may_discard(request.user, submission))
    actions.discard(submission, by=request.user)
    messages.success(request, _("The draft is deleted."))
    return redirect("portal:desk")


def _is_there(submission: Submission) -> bool:
    """Tell whether the form is one that was sent before and has arrived."""
    return bool(submission.submitted_at) and not submission.is_with_author


def _sent(request: SignedInRequest, submission: Submission, form: SubmitForm) -> bool:
    return done(form, actions.submit, submission, by=request.user, **form.cleaned_data)
