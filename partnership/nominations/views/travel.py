"""Travel, hotel and diet: asked of people with a confirmed seat, by account or by link."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partnership.accounts.models import User
from partnership.accounts.requests import SignedInRequest
from partnership.events import links
from partnership.events.choices import RegistrationStatus
from partnership.events.models import Registration
from partnership.nominations import actions
from partnership.nominations.forms.travel import TravelForm
from partnership.nominations.models import Travel
from partnership.nominations.views.finding import refused, shown


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def travel_by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """For whoever has no account."""
    row = links.opened_by(secret)
    if row is None:
        raise Http404
    return _answer(request, row, None, "travel_link")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_travel(request: SignedInRequest, uid: UUID) -> HttpResponse:
    """For whoever has one; somebody else's is not there."""
    rows = Registration.objects.of(request.user).select_related("event")
    return _answer(request, get_object_or_404(rows, uid=uid), request.user, "travel")


def _answer(
    request: HttpRequest, row: Registration, person: User | None, template: str
) -> HttpResponse:
    known = Travel.objects.filter(registration=row).first()
    if row.status != RegistrationStatus.CONFIRMED or row.event.ends_at <= timezone.now():
        raise Http404
    form = TravelForm(request.POST if request.method == "POST" else None, instance=known)
    refusal = None
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        refusal = refused(form, lambda: actions.write_travel(row, typed, person=person))
        if refusal is None:
            if person is not None:
                messages.success(request, _("It is saved."))
            return redirect(f"{request.path}?saved")
    return shown(request, template, refusal, row=row, form=form, is_saved="saved" in request.GET)
