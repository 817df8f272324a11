"""The body above an organisation: endorse, or return with a reason."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partnership.accounts.requests import SignedInRequest
from partnership.nominations import actions, policies
from partnership.nominations.forms import EndorseForm
from partnership.nominations.models import Nomination, NominationQuota
from partnership.nominations.views.finding import quota_of, refused, require, shown


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def endorse(request: SignedInRequest, number: int) -> HttpResponse:
    """Show who waits, and do what the button says with those who are chosen."""
    quota = quota_of(request, number)
    rows = quota.nominations.to_endorse().ranked().select_related("letter", "replaces")
    people = [_with(row, quota) for row in rows]
    require(policies.may_endorse(request.user, people[0] if people else Nomination(quota=quota)))
    form = EndorseForm(request.POST if request.method == "POST" else None, people=people)
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = refused(form, lambda: _decide(request, form))
        if refusal is None:
            messages.success(request, _("It is done, and the organisation has been told."))
            return redirect("nominations:slate", number)
    return shown(request, "endorse", refusal, quota=quota, form=form, people=people)


def _decide(request: SignedInRequest, form: EndorseForm) -> None:
    people = form.chosen_people()
    if "refuse" in request.POST:
        actions.send_back(people, by=request.user, reason=form.cleaned_data["reason"])
    else:
        actions.endorse(people, by=request.user)


def _with(row: Nomination, quota: NominationQuota) -> Nomination:
    row.quota = quota
    return row
