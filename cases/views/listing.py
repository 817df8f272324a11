"""The list of cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.listing import ListQuery, found_for
from cases.listing.asked import ORDERS
from cases.listing.chips import chips_of
from cases.listing.fragments import cards_html
from cases.listing.ways_out import ways_out_of
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta


@require_safe
@public_page
def case_list(request: HttpRequest) -> HttpResponse:
    """Show public cases: filtered, ordered, in pages, with what is left to filter by."""
    query = ListQuery.of(request.GET)
    found = found_for(query)
    context = {
        "query": query,
        "found": found,
        "page": found.page,
        "cards": cards_html(list(found.page.object_list)),
        "chips": chips_of(query),
        "ways_out": [] if found.total else ways_out_of(query),
        "orders": ORDERS,
        "meta": PageMeta.of_request(request, _("Typical cases"), description=_description()),
    }
    return render(request, "cases/case_list.html", context)


def _description() -> str:
    return _(
        "How places in China, in ASEAN and elsewhere keep plastic out of the sea: what was done, "
        "what came of it, what did not work, and on what evidence."
    )
