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
from cases.listing.found import Found, found_for, kept_for
from cases.listing.fragments import cards_html, filters_html
from cases.listing.ways_out import ways_out_of
from partnership.core import languages
from partnership.core.markup import joined
from partnership.core.shells import filled_shell

PARAMETERS: Final = frozenset({*FACETS, TEXT, TO_THE_LETTER, SORT, "page"})
OPTION: Final = '<option value="{}"{}>{}</option>'
SELECTED: Final = SafeString(" selected")
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
    pieces = {
        "filters": filters_html(query, found.counted),
        "text": query.text,
        "orders": _orders(query),
        "count_text": _count_text(query, found.total),
        "map_url": query.map_url,
        "notices": _notices(found),
        "understood": _understood(request, query, found),
        "chips": _chips(query) if query.is_narrowed else "",
        "cards": cards_html(list(found.page.object_list)),
        "pager": _pager(request, found) if found.page.has_other_pages() else "",
        "nothing": "" if found.total else _nothing(query),
    }
    return filled_shell("cases/list/main.html", pieces, {})


def _orders(query: ListQuery) -> SafeString:
    """Return the orders of the list to choose from."""
    return joined(
        OPTION,
        [(value, SELECTED if is_used else "", label) for value, label, is_used in query.orders],
    )


def _notices(found: Found) -> SafeString:
    notices = [
        render_to_string("partials/notice.html", {"text": text, "tone": "warn"})
        for text in found.notices
    ]
    return SafeString("".join(notices))


def _understood(request: HttpRequest, query: ListQuery, found: Found) -> SafeString | str:
    """Say what was searched for instead of a word or phrase that stands nowhere."""
    question = found.question
    if question is None or not (question.corrections or question.unsaid):
        return ""
    context = {"query": query, "found": found}
    return render_to_string("search/understood.html", context, request)


def _chips(query: ListQuery) -> SafeString:
    return render_to_string("cases/list/chips.html", {"chips": chips_of(query)})


def _pager(request: HttpRequest, found: Found) -> SafeString:
    return render_to_string("partials/pager.html", {"page": found.page}, request)


def _nothing(query: ListQuery) -> SafeString:
    context = {"list_url": list_url(languages.current()), "ways_out": ways_out_of(query)}
    return render_to_string("cases/list/nothing.html", context)


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
