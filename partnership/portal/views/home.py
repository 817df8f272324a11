"""The home page, the way to it, and the style guide."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _
from django.views.decorators.vary import vary_on_headers

from cases import index
from cases.cards import cards_for
from cases.markup.card import cards_html
from partnership.core import languages
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta
from partnership.events.cards import cards_of
from partnership.events.models import Event
from partnership.portal import key_figures
from partnership.portal.models import News
from partnership.portal.structured_data import organisation, website
from partnership.portal.style_guide import specimens
from partnership.portal.views.lists import rows_of

LATEST_CASES: Final = 6
LATEST_NEWS: Final = 4
NEXT_EVENTS: Final = 3


@vary_on_headers("Accept-Language", "Cookie")
def root(request: HttpRequest) -> HttpResponse:
    """Send the visitor to the home page of their language."""
    return redirect(f"/{languages.preferred(request)}/")


def respelled(request: HttpRequest, tag: str, rest: str) -> HttpResponse:
    """Send /zh/…, /zh-cn/… or /EN/… on to the same page under the language's own prefix."""
    is_english = tag.lower().startswith(languages.ENGLISH)
    language = languages.ENGLISH if is_english else languages.CHINESE
    query = request.META["QUERY_STRING"]
    address = iri_to_uri(f"/{language}/{rest}") + (f"?{query}" if query else "")
    return redirect(address, permanent=True)


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """What the partnership does, and the latest of everything."""
    title = _("China-ASEAN Marine Plastic Reduction Partnership")
    structured = (website(), organisation())
    counted = key_figures.counts()
    coming = Event.objects.published().upcoming(timezone.now())
    news = News.objects.published().newest_first()[:LATEST_NEWS]
    context = {
        "meta": PageMeta.of_request(request, title, json_ld=structured),
        "lines": key_figures.lines(counted),
        "stats": key_figures.stats(counted) if counted.cases else [],
        "counted_on": timezone.localdate(),
        "cards": cards_html(cards_for(index.public().keys[:LATEST_CASES])),
        "events": cards_of(coming[:NEXT_EVENTS]),
        "places": key_figures.map_of_places(counted) if counted.direct else None,
        "news": rows_of(news.headlines()),
    }
    return render(request, "portal/home.html", context)


@public_page
def style_guide(request: HttpRequest) -> HttpResponse:
    """Every token, component and state of the design, in the language of the address."""
    return render(request, "portal/style_guide.html", specimens())
