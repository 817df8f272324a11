"""How many answers of the whole portal there are behind each choice.

Entries are counted by their shelf, a text that says kind, themes, countries, year and languages, in
one question; from a few hundred shelves the counts of all filters follow, each leaving its own
choice out of account.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from partnership.core import fragments, languages
from partnership.search.asking.groups import Asked
from partnership.search.asking.ranking import Narrowing
from partnership.search.asking.statements import Statement
from partnership.search.facets import (
    Facet,
    Group,
    Selection,
    languages_of_texts,
    names_of,
    years,
)
from partnership.search.sources import registry


def _kinds(values: Iterable[str], language: str) -> dict[str, str]:
    """In the order in which apps declare them."""
    wanted = set(values)
    with override(language):
        kinds = {kind: str(source.plural) for kind, source in registry.sources.items()}
    return {kind: label for kind, label in kinds.items() if kind in wanted}


FACETS: Final[Mapping[str, Facet]] = {
    facet.name: facet
    for facet in (
        Facet("kind", _("Kind"), _kinds),
        Facet("theme", _("Theme"), names_of("theme")),
        Facet("country", _("Country"), names_of("country")),
        Facet("year", _("Year"), years),
        Facet("language", _("Full text in"), languages_of_texts),
    )
}
Counts = dict[str, dict[str, int]]
Shelves = dict[str, int]
ALL: Final = "SELECT shelf, count(*) FROM search_searchentry GROUP BY shelf"
COUNT: Final = "SELECT shelf, count(*) FROM search_searchentry AS entry WHERE "
KEPT_AS, EVERYTHING = "search-shelves", "all"
SHOWS: Final = ("search",)  # the apps of whose content the counts are made
MATCHING: Final = "whole @@ %s::tsquery"
MATCHING_WIDE: Final = "(head @@ %s::tsquery OR whole @@ %s::tsquery)"


@lru_cache(maxsize=20_000)
def values_of(shelf: str) -> dict[str, frozenset[str]]:
    """Return the values of each filter that a shelf has."""
    parts = shelf.split("|")
    return {
        name: frozenset(filter(None, part.split(",")))
        for name, part in zip(FACETS, parts, strict=True)
    }


def shelves_of(asked: Asked | None, *, is_wide: bool) -> Shelves:
    """Return the number of entries per shelf that a question finds; without one, of all, which is
    kept until something is published."""
    if asked is None:
        return fragments.kept(KEPT_AS, "", EVERYTHING, _all, shows=SHOWS)
    matching, queries = MATCHING, [asked.everything]
    if is_wide:
        matching, queries = MATCHING_WIDE, [asked.most, asked.everything]
    condition, values = asked.condition
    return _counted(f"{COUNT}{matching}{condition} GROUP BY shelf", [*queries, *values])


def make_ready() -> None:
    """Count all entries before somebody asks without a text."""
    fragments.keep(KEPT_AS, EVERYTHING, _all(), shows=SHOWS)


def _all() -> Shelves:
    return _counted(ALL, [])


def _counted(sql: str, values: list[Any]) -> Shelves:
    rows: Any = Statement().add(sql, *values).rows()
    return dict(rows)


def total_of(shelves: Shelves, selection: Selection) -> int:
    """Return the number of entries that fit the whole selection."""
    return sum(
        number for shelf, number in shelves.items() if not _misses(values_of(shelf), selection)
    )


def counts_of(shelves: Shelves, selection: Selection) -> Counts:
    """Return the number behind each value: the length of the list if it alone were chosen in its
    filter."""
    counts: Counts = {name: {} for name in FACETS}
    for shelf, number in shelves.items():
        values = values_of(shelf)
        misses = _misses(values, selection)
        for name in FACETS:
            if not misses - {name}:
                for value in values[name]:
                    counts[name][value] = counts[name].get(value, 0) + number
    return counts


def _misses(values: Mapping[str, frozenset[str]], selection: Selection) -> set[str]:
    """Return the filters whose choice a shelf does not fit."""
    return {
        name for name, chosen in selection.items() if chosen and values[name].isdisjoint(chosen)
    }


def narrowing_of(selection: Selection) -> Narrowing:
    years = tuple(int(year) for year in selection.get("year", ()) if year.isdecimal())
    return Narrowing(
        kinds=tuple(selection.get("kind", ())),
        themes=tuple(selection.get("theme", ())),
        countries=tuple(selection.get("country", ())),
        years=years,
        languages=tuple(selection.get("language", ())),
    )


def groups_of(counts: Counts, selection: Selection) -> list[Group]:
    """Return the filters to choose from, with values in the order readers expect."""
    language = languages.current()
    return [
        facet.group(counts[name], selection.get(name, ()), language)
        for name, facet in FACETS.items()
    ]
