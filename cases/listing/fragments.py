"""Cards as HTML, kept by case, version and language; names of places and themes renew them all."""

from collections.abc import Sequence

from django.template.loader import get_template
from django.utils.safestring import SafeString

from cases.cards import cards_for
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
