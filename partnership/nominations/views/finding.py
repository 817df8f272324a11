"""Finding what a page is about; strangers find nothing."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from partnership.accounts.requests import SignedInRequest
from partnership.core.errors import DomainError
from partnership.core.verdicts import Verdict
from partnership.events.views.refusals import answer
from partnership.network.models import Organisation
from partnership.nominations import policies
from partnership.nominations.models import Nomination, NominationQuota
from partnership.nominations.querysets import RELATED


def quota_of(request: SignedInRequest, number: int) -> NominationQuota:
    """Return the quota, if the person may see it."""
    rows = NominationQuota.objects.visible_to(request.user).select_related(*RELATED)
    found: NominationQuota = get_object_or_404(rows, pk=number)
    return found


def person_of(request: SignedInRequest, number: int, key: int) -> Nomination:
    """Return somebody on the list `number`."""
    quota = quota_of(request, number)
    rows = Nomination.objects.visible_to(request.user).select_related("letter", "registration")
    row: Nomination = get_object_or_404(rows, quota=quota, pk=key)
    row.quota = quota
    return row


def looked_back_at(request: SignedInRequest, slug: str) -> Organisation:
    """Return the organisation, if the person may read who took part for it."""
    organisation: Organisation = get_object_or_404(Organisation, slug=slug)
    if not policies.may_look_back(request.user, organisation):
        raise Http404
    return organisation


def require(verdict: Verdict) -> None:
    """Show the page of a refusal with its reason unless the policy allows it."""
    if not verdict:
        raise PermissionDenied(str(verdict.reason))


def refused(form: forms.BaseForm, deed: Callable[[], object]) -> DomainError | None:
    """Do the deed; what it refuses stands above the form, and nothing typed is lost."""
    try:
        deed()
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return refusal
    return None


def shown(
    request: HttpRequest, template: str, refusal: DomainError | None, **context: object
) -> HttpResponse:
    """Show a page of this room."""
    return answer(request, f"nominations/{template}.html", context, refusal)
