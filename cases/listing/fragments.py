"""Cards as HTML, kept by case, version and language; names of places and themes renew them all.
The form with the facets, kept by what is chosen."""

from collections.abc import Sequence

from django.template.loader import get_template, render_to_string
from django.utils.safestring import SafeString

from cases.cards import cards_for
from cases.listing.asked import ListQuery
from cases.listing.found import Counted, groups_of, kept_for
from partnership.core import languages
from partnership.core.fragments import kept_or_made

TEMPLATE = "cases/card.html"
Row = tuple[int, int]


def cards_html(rows: Sequence[Row], language: str | None = None) -> list[SafeString]:
    """Return the cards of the cases given as (primary key, version), in their order."""
    wanted = language or languages.current()
    template = get_template(TEMPLATE)

    def make(missing: list[Row]) -> dict[Row, str]:
        versions = dict(missing)
        cards = cards_for(list(versions), wanted)
        return {(card.pk, versions[card.pk]): template.render({"card": card}) for card in cards}

    return kept_or_made("case-card", wanted, rows, make, shows=["reference"])


def filters_html(query: ListQuery, counted: Counted) -> SafeString:
    """Return the form with the facets, and the number of cases behind each value."""

    def make() -> SafeString:
        context = {"query": query, "groups": list(groups_of(query, counted))}
        return render_to_string("cases/list/filters.html", context)

    return kept_for(query, "case-filters", make)
