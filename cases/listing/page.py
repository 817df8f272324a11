"""The list below its title as HTML."""

from typing import Final

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from cases.addresses import list_url
from cases.facets import FACETS
from cases.listing.asked import SORT, TEXT, TO_THE_LETTER, ListQuery
from cases.listing.chips import chips_of
from cases.listing.found import found_for, kept_for
from cases.listing.fragments import cards_html, filters_html
from cases.listing.ways_out import ways_out_of
from partnership.core import languages

PARAMETERS: Final = frozenset({*FACETS, TEXT, TO_THE_LETTER, SORT, "page"})
LONGEST_NUMBER: Final = 3  # digits of a page that is asked for more than once


def main_html(request: HttpRequest, query: ListQuery) -> SafeString:
    """Return filters and results. What our own links ask for is kept, nothing else: anybody can
    make up addresses."""
    if not _is_one_of_ours(request, query):
        return _made(request, query)
    name = f"case-list:{query.order}:{query.page or 1}"
    return kept_for(query, name, lambda: _made(request, query))


def _is_one_of_ours(request: HttpRequest, query: ListQuery) -> bool:
    is_number = query.page.isdecimal() and len(query.page) <= LONGEST_NUMBER
    return not query.notices and request.GET.keys() <= PARAMETERS and (is_number or not query.page)


def _made(request: HttpRequest, query: ListQuery) -> SafeString:
    found = found_for(query)
    context = {
        "query": query,
        "found": found,
        "count_text": _count_text(query, found.total),
        "list_url": list_url(languages.current()),
        "page": found.page,
        "filters": filters_html(query, found.counted),
        "cards": cards_html(list(found.page.object_list)),
        "chips": chips_of(query),
        "ways_out": [] if found.total else ways_out_of(query),
    }
    return render_to_string("cases/list/main.html", context, request)


def _count_text(query: ListQuery, total: int) -> str:
    shown = {"shown": intcomma(total)}
    if query.is_narrowed:
        return (
            ngettext(
                "%(shown)s case matches your choice", "%(shown)s cases match your choice", total
            )
            % shown
        )
    return ngettext("%(shown)s case", "%(shown)s cases", total) % shown
