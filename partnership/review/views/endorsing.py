"""What the body above the author's says."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from partnership.accounts.requests import SignedInRequest
from partnership.review import actions, policies
from partnership.review.forms import EndorseForm
from partnership.review.models import Submission
from partnership.review.views.finding import done, files_of, found, require, sheet_for


@login_required
@require_http_methods(["GET", "POST"])
def endorse(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Agree or return, after reading the whole text."""
    submission = found(request, key)
    require(policies.may_endorse(request.user, submission))
    version = submission.versions.latest("number")
    form = EndorseForm(request.POST or None, initial={"version": version.number})
    if form.is_bound:
        if form.is_valid() and _decided(request, submission, form):
            messages.success(request, _("Your decision is noted."))
            return redirect("review:detail", key)
        form.show_again(version.number)
    context = {
        "submission": submission,
        "form": form,
        "parts": sheet_for(request, submission).shown(version.answers),
        **files_of(submission, version.answers),
    }
    return render(request, "review/endorse.html", context)


def _decided(request: SignedInRequest, submission: Submission, form: EndorseForm) -> bool:
    remark = form.cleaned_data["remark"]
    read = {"by": request.user, "version": form.cleaned_data["version"]}
    if "refuse" in request.POST:
        return done(form, actions.refuse_endorsement, submission, reason=remark, **read)
    return done(form, actions.endorse, submission, remark=remark, **read)
