"""What the list answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from django.core.paginator import Page
from django.db.models import QuerySet

from cases import facets
from cases.listing.asked import ORDERS, ListQuery
from cases.models import Case
from cases.querysets import CaseQuerySet
from partnership.core import languages
from partnership.core.fragments import kept
from partnership.core.paging import page_of

OFFERED: Final = (
    "country",
    "province",
    "city",
    "theme",
    "step",
    "instrument",
    "year",
    "grade",
    "language",
)
Counted = dict[str, dict[str, int]]
Piece = TypeVar("Piece")


@dataclass(frozen=True, slots=True)
class Found:
    """A page of cases as (key, version), and how many cases there are per facet and in all."""

    page: Page
    counted: Counted
    notices: list[str]

    @property
    def total(self) -> int:
        return facets.total(self.counted)


class _Rows:
    """Rows whose number is known already."""

    def __init__(self, rows: QuerySet[Any, Any], total: int) -> None:
        self.rows, self.total = rows, total

    def __len__(self) -> int:
        return self.total

    def __getitem__(self, part: slice) -> list[Any]:
        return list(self.rows[part])


def found_for(query: ListQuery) -> Found:
    """Answer a question about the public cases: one query for all counts, one for the page."""
    public: CaseQuerySet = query.among(Case.objects.published())
    counted = kept_for(
        query, "case-counts", lambda: facets.counts(public, query.selection, offered(query))
    )
    cases = ORDERS[query.order].of(facets.narrowed(public, query.selection))
    rows = _Rows(cases.values_list("pk", "version"), facets.total(counted))
    listed = page_of(rows, query.page)
    return Found(listed.page, counted, [*query.notices, *listed.notices])


def groups_of(query: ListQuery, counted: Counted) -> Iterator[facets.Group]:
    """Return the facets to choose from, and those in use though they are not offered."""
    for name in offered(query):
        chosen = query.selection.get(name, ())
        yield facets.FACETS[name].group(counted[name], chosen, languages.current())


def offered(query: ListQuery) -> list[str]:
    return list(dict.fromkeys([*OFFERED, *query.selection]))


def kept_for(query: ListQuery, kind: str, make: Callable[[], Piece]) -> Piece:
    """Return an answer to `query` from what is kept; a text is asked once and not worth keeping."""
    if query.text:
        return make()
    return kept(kind, languages.current(), query.key, make, shows=["cases", "reference"])
