"""The public page of an event."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnership.events.event_page import EventPage


@require_safe
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what it is about, when and where, and how registration stands."""
    page = EventPage.of_public(slug, request.user)
    return render(request, "events/event_detail.html", {"page": page, "meta": page.meta})
