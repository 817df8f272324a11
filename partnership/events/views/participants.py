"""Who takes part in an event, as far as each of them lets it be read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partnership.core.paging import page_of
from partnership.events import links
from partnership.events.choices import RegistrationStatus
from partnership.events.event_page import EventPage

PER_PAGE = 100


@require_safe
@never_cache
def participants(request: HttpRequest, slug: str) -> HttpResponse:
    """To everyone those who let everyone read it; to whoever has a seat by their account, also those
    who let the participants."""
    page = EventPage.of_public(slug)
    own = page.event.registrations.of(request.user).confirmed()
    return _listed(request, page, own.exists())


@require_safe
@never_cache
def participants_by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """The same for whoever has a seat and a link instead of an account."""
    row = links.opened_by(secret)
    if row is None or row.status != RegistrationStatus.CONFIRMED:
        raise Http404
    return _listed(request, EventPage.at_present(row.event), is_participant=True)


def _listed(request: HttpRequest, page: EventPage, is_participant: bool) -> HttpResponse:
    rows = page.event.registrations
    shown = rows.named_to_participants() if is_participant else rows.named_to_everyone()
    columns = shown.only("event", "name", "latin_name", "organisation_name")
    found = page_of(columns, request.GET.get("page", ""), PER_PAGE)
    context = {
        "page": page,
        "found": found.page,
        "left_out": found.notices,
        "is_participant": is_participant,
    }
    return render(request, "events/participants.html", context)
