"""The public page of an event, and what is sent into chat groups about it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnership.core.context_processors import has_session
from partnership.core.page_cache import page_of_the_moment
from partnership.events.event_page import EventPage
from partnership.events.sharing import shares_of


@page_of_the_moment
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what it is about, when and where, and how registration stands; to whoever is not signed in
    the same, so nobody is looked up for them."""
    page = EventPage.of_public(slug, request.user if has_session(request) else None)
    return render(request, "events/event_detail.html", {"page": page, "meta": page.meta})


@require_safe
def share(request: HttpRequest, slug: str) -> HttpResponse:
    """Offer a text to copy into a chat group and a code to scan: in the reader's language, or where
    the event is not public in it, in the other one."""
    page = EventPage.of_public(slug, request.user)
    shares = shares_of(page.event)
    own = [each for each in shares if each.language == page.language]
    return render(request, "events/share.html", {"page": page, "shares": own or shares})
