"""What the list answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from django.core.paginator import Page
from django.utils import timezone

from cases import facets, index
from cases.index import Cases, CountedFacets, Index, Ordered
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
    """The cases found, as primary key and version."""

    found: Ordered

    def __len__(self) -> int:
        return len(self.found)

    def __getitem__(self, part: slice) -> list[tuple[int, int]]:
        return [self.found.index.row(place) for place in self.found[part]]


def found_for(query: ListQuery) -> Found:
    """Answer a question about the public cases from the index; only a text asks the database."""
    public = index.public()
    among = containing(query.text, public)
    cases = public.chosen(query.selection) & among
    listed = page_of(_Rows(_ordered(public, cases, query.order)), query.page)
    counted = public.counts(query.selection, offered(query), among)
    return Found(listed.page, counted, [*query.notices, *listed.notices])


def _ordered(public: Index, cases: Cases, order: str) -> Ordered:
    if order == LATEST:
        return Ordered(public, cases)
    keys = ORDERS[order].of(Case.objects.published()).values_list("pk", flat=True)
    return Ordered(public, cases, f"{order}:{languages.current()}", lambda: keys)


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
    name = f"{timezone.localdate()}:{query.key}"  # a consent to a picture may end with the day
    return kept(kind, languages.current(), name, make, shows=["cases", "documents", "reference"])
