"""What the list answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page
from django.db.models import QuerySet

from cases import facets
from cases.listing.asked import ORDERS, ListQuery
from cases.models import Case
from cases.querysets import CaseQuerySet
from partnership.core import languages
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


@dataclass(frozen=True, slots=True)
class Found:
    """A page of cases as (key, version), the length of the whole list, and the facets."""

    page: Page
    total: int
    groups: list[facets.Group]
    notices: list[str]


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
    offered = list(dict.fromkeys([*OFFERED, *query.selection]))
    counted = facets.counts(public, query.selection, offered)
    total = facets.total(counted)
    cases = ORDERS[query.order].of(facets.narrowed(public, query.selection))
    rows = cases.values_list("pk", "version")
    listed = page_of(_Rows(rows, total), query.page)
    return Found(
        page=listed.page,
        total=total,
        groups=list(_groups(counted, query, offered)),
        notices=[*query.notices, *listed.notices],
    )


def _groups(
    counted: dict[str, dict[str, int]], query: ListQuery, offered: Iterable[str]
) -> Iterable[facets.Group]:
    for name in offered:
        facet = facets.FACETS[name]
        yield facet.group(counted[name], query.selection.get(name, ()), languages.current())
