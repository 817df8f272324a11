"""What the list answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar

from django.core.paginator import Page

from cases import facets, index
from cases.index import Cases, CountedFacets, Index
from cases.listing.asked import LATEST, ORDERS, ListQuery
from cases.models import Case
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
Piece = TypeVar("Piece")


@dataclass(frozen=True, slots=True)
class Found:
    """A page of cases as (key, version), and how many cases there are per facet and in all."""

    page: Page
    counted: CountedFacets
    notices: list[str]

    @property
    def total(self) -> int:
        return self.page.paginator.count


@dataclass(frozen=True, slots=True)
class _Rows:
    """The cases found, in the order asked for."""

    public: Index
    cases: Cases
    order: str

    def __len__(self) -> int:
        return self.cases.bit_count()

    def __getitem__(self, part: slice) -> list[tuple[int, int]]:
        places = self._in_order()
        return [self.public.row(place) for place in islice(places, part.start, part.stop)]

    def _in_order(self) -> Iterator[int]:
        if self.order == LATEST:
            return self.public.in_order(self.cases)
        ordered = ORDERS[self.order].of(Case.objects.published()).values_list("pk", flat=True)
        name = f"{self.order}:{languages.current()}"
        return self.public.in_order(self.cases, name, lambda: ordered)


def found_for(query: ListQuery) -> Found:
    """Answer a question about the public cases from the index; only a text asks the database."""
    public = index.public()
    among = containing(query.text, public)
    cases = public.chosen(query.selection) & among
    listed = page_of(_Rows(public, cases, query.order), query.page)
    counted = public.counts(query.selection, offered(query), among)
    return Found(listed.page, counted, [*query.notices, *listed.notices])


def containing(text: str, public: Index) -> Cases:
    """Return the public cases that contain the text, all of them when there is none."""
    if not text:
        return public.everything
    return public.among(Case.objects.published().containing(text).values_list("pk", flat=True))


def groups_of(query: ListQuery, counted: CountedFacets) -> Iterator[facets.Group]:
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
