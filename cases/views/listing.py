"""The list of cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cases.addresses import list_url
from cases.listing import ListQuery
from cases.listing.chips import chips_of
from cases.listing.map import map_of, points_of
from cases.listing.page import main_html
from partnership.core import languages
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta
from partnership.core.public_frame import framed
from partnership.maps import points
from partnership.search.limits import within_time


@public_page
@within_time
def case_list(request: HttpRequest) -> HttpResponse:
    """Show public cases: filtered, ordered, in pages, with what is left to filter by."""
    meta = PageMeta.of_request(request, _("Typical cases"), description=_description())
    return framed(
        request,
        "cases/case_list.html",
        meta,
        {"main": main_html(request, ListQuery.of(request.GET))},
        section_path=list_url(languages.current()),
        counterpart_url=languages.counterpart(request),
    )


@public_page
@within_time
def case_map(request: HttpRequest) -> HttpResponse:
    """Show the places of the cases that a question finds; it is asked as of the list."""
    query = ListQuery.of(request.GET)
    places, total = map_of(query)
    context = {
        "meta": PageMeta.of_request(request, _("Map of the cases"), description=_map_description()),
        "query": query,
        "chips": chips_of(query, "map"),
        "places": places,
        "points_url": query.url("map-points"),
        "total": total,
    }
    return render(request, "cases/case_map.html", context)


@public_page
@within_time
def case_points(request: HttpRequest) -> HttpResponse:
    """Answer with the points of that map, each with its cases, for the map's script."""
    return points.answer(points_of(ListQuery.of(request.GET)))


def _map_description() -> str:
    return _("Where the cases took place. Each dot is a place, and each name leads to its cases.")


def _description() -> str:
    return _(
        "How places in China, in ASEAN and elsewhere keep plastic out of the sea: what was done, "
        "what came of it, what did not work, and on what evidence."
    )
