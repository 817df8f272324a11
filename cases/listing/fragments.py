"""Cards as HTML, kept in the cache by case, version and language.

A card says nothing that can change without the version of its case, apart from the names of
places and themes; those come after the minutes the cache keeps things.
"""

from collections.abc import Sequence

from django.core.cache import cache
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from cases.cards import cards_for
from partnership.core import languages

TEMPLATE = "cases/card.html"


def cards_html(rows: Sequence[tuple[int, int]], language: str | None = None) -> list[SafeString]:
    """Return the cards of the cases given as (primary key, version), in their order."""
    wanted = language or languages.current()
    names = {row: f"case-card:{wanted}:{row[0]}:{row[1]}" for row in rows}
    kept = cache.get_many(names.values())
    missing = [row for row, name in names.items() if name not in kept]
    fresh = _rendered([key for key, _version in missing], wanted)
    new = {names[row]: fresh[row[0]] for row in missing if row[0] in fresh}
    if new:
        cache.set_many(new)
    html = {**kept, **new}
    return [mark_safe(html[name]) for name in names.values() if name in html]  # noqa: S308


def _rendered(keys: list[int], language: str) -> dict[int, str]:
    template = get_template(TEMPLATE)
    return {card.pk: template.render({"card": card}) for card in cards_for(keys, language)}
