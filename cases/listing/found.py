"""What the list answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from django.core.paginator import Page
from django.utils import timezone

from cases import facets, index
from cases.index import CASES
from cases.listing.asked import LATEST, ORDERS, ListQuery
from cases.models import Case
from partnership.core import languages
from partnership.core.fragments import kept
from partnership.core.paging import page_of
from partnership.search.asking import Question
from partnership.search.collections import Answer, Index, Ordered
from partnership.search.collections.collection import BEST
from partnership.search.collections.index import CountedFacets
from partnership.search.facets import Group

OFFERED: Final = (
    "country",
    "province",
    "city",
    "theme",
    "step",
    "instrument",
    "business",
    "year",
    "grade",
    "language",
)
Piece = TypeVar("Piece")


@dataclass(frozen=True, slots=True)
class Found:
    """A page of cases as (key, version), and how many cases there are per facet and in all.
    `question` is the text as it was understood."""

    page: Page
    counted: CountedFacets
    notices: list[str]
    question: Question | None = None

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
    answer = answer_to(query, public)
    among = answer.things
    cases = public.chosen(query.selection) & among
    listed = page_of(_Rows(_ordered(public, answer, cases, query.order)), query.page)
    counted = public.counts(query.selection, offered(query), among)
    return Found(listed.page, counted, [*query.notices, *listed.notices], answer.question)


def answer_to(query: ListQuery, public: Index) -> Answer:
    """Return the public cases that the text finds, all of them when there is none."""
    if not query.text:
        return Answer(public.everything)
    return CASES.answer(query.text, public, to_the_letter=query.to_the_letter)


def _ordered(public: Index, answer: Answer, cases: int, order: str) -> Ordered:
    if order == LATEST:
        return Ordered(public, cases)
    if order == BEST:
        return Ordered(public, cases, keys=lambda: answer.best_first)
    keys = ORDERS[order].of(Case.objects.published()).values_list("pk", flat=True)
    return Ordered(public, cases, f"{order}:{languages.current()}", lambda: keys)


def groups_of(query: ListQuery, counted: CountedFacets) -> Iterator[Group]:
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
