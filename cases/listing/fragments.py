"""Cards as HTML, kept by case, version and language; names of places and themes renew them all.
The form with the facets, kept by what is chosen."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.safestring import SafeString

from cases.addresses import list_url
from cases.cards import cards_for
from cases.listing.asked import ListQuery
from cases.listing.found import groups_of, kept_for, offered
from cases.markup.card import card_html
from cases.markup.filters import group_html
from partnership.core import languages
from partnership.core.fragments import kept_or_made
from partnership.core.shells import filled_shell
from partnership.search.collections.index import CountedFacets

Row = tuple[int, int]


def cards_html(rows: Sequence[Row]) -> SafeString:
    """Return the cards of the cases given as (primary key, version), in their order."""
    wanted = languages.current()
    kind = f"case-card:{timezone.localdate()}"  # a consent to a picture may end with the day

    def make(missing: list[Row]) -> dict[Row, str]:
        versions = dict(missing)
        cards = cards_for(list(versions), wanted)
        return {(card.pk, versions[card.pk]): card_html(card) for card in cards}

    parts = kept_or_made(kind, wanted, rows, make, shows=["documents", "reference"])
    return SafeString("".join(parts))


def filters_html(query: ListQuery, counted: CountedFacets) -> SafeString:
    """Return the form with the facets, and the number of cases behind each value."""

    def make() -> SafeString:
        groups = "".join([group_html(group) for group in groups_of(query, counted)])
        targets = [
            "#case-count:innerHTML",
            "#case-views:innerHTML",
            "#case-order:innerHTML",
            *(f"#facet-{name}" for name in offered(query)),
        ]
        pieces = {
            "groups": SafeString(groups),
            "number_of_filters": query.number_of_filters,
            "targets": ",".join(targets),
            "list_url": list_url(languages.current()),
        }
        return filled_shell("cases/list/filters.html", pieces, {})

    return kept_for(query, "case-filters", make)
