"""From the address of the list to a question, and from a question to addresses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Self

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases import filters
from cases.facets import FACETS
from cases.querysets import CaseQuerySet
from partnership.core.asking import Asked
from partnership.search.collections.collection import BEST

LATEST: Final = "latest"
TEXT: Final = "q"
TO_THE_LETTER: Final = "exact"
SORT: Final = "sort"


@dataclass(frozen=True, slots=True)
class Order:
    """A way to order the list; of what a text finds, the search itself knows the best."""

    label: str | Promise
    of: Callable[[CaseQuerySet], CaseQuerySet] = CaseQuerySet.latest_first


ORDERS: Final[Mapping[str, Order]] = {
    BEST: Order(_("Best match first")),
    LATEST: Order(_("Latest first")),
    "title": Order(_("By title"), CaseQuerySet.in_title_order),
    "number": Order(_("By number"), CaseQuerySet.in_number_order),
}


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a visitor asks of the list; `notices` say what of it was not understood."""

    selection: dict[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""
    order: str = LATEST
    page: str = ""
    to_the_letter: bool = False
    notices: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Read an address; what is not understood is left out."""
        asked = Asked(query)
        read = filters.read(query)
        for name in dict.fromkeys(name for name, _value in read.unknown):
            asked.choices(name, read.selection.get(name, ()), FACETS[name].label)
        text = asked.text(TEXT)
        return cls(
            selection=read.selection,
            text=text,
            order=_possible(asked.choice(SORT, ORDERS, _("Order")), text),
            page=query.get("page", ""),
            to_the_letter=bool(text and query.get(TO_THE_LETTER)),
            notices=asked.notices,
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.selection or self.text)

    @property
    def number_of_filters(self) -> int:
        return sum(map(len, self.selection.values())) + bool(self.text)

    @property
    def key(self) -> str:
        """The same text for the same selection, whatever order and page: counts depend on it."""
        usual = _possible("", self.text)
        return replace(self, order=usual).parameters.urlencode()

    @property
    def orders(self) -> list[tuple[str, str | Promise, bool]]:
        """Return value, name and whether it is in use; the usual order comes first and without a
        value, so that it changes by itself when a text is typed."""
        usual = _possible("", self.text)
        others = [name for name in ORDERS if name not in (usual, BEST)]
        return [
            ("" if name == usual else name, ORDERS[name].label, name == self.order)
            for name in (usual, *others)
        ]

    @property
    def parameters(self) -> QueryDict:
        """The question as an address says it, without the page."""
        query = QueryDict(mutable=True)
        if self.text:
            query[TEXT] = self.text
        if self.to_the_letter:
            query[TO_THE_LETTER] = "1"
        for name in sorted(self.selection):
            query.setlist(name, list(self.selection[name]))
        if self.order != _possible("", self.text):
            query[SORT] = self.order
        return query

    def url(self, view: str = "list") -> str:
        """Return the address of the list (or the map) that answers this question."""
        path, parameters = reverse(f"cases:{view}"), self.parameters.urlencode()
        return f"{path}?{parameters}" if parameters else path

    @property
    def map_url(self) -> str:
        return self.url("map")

    def without(self, name: str, value: str = "") -> Self:
        """Return the question without one value of a facet, the whole facet, or the text."""
        if name == TEXT:
            order = _possible(self.order, "")
            return replace(self, text="", to_the_letter=False, order=order, page="")
        left = tuple(kept for kept in self.selection[name] if value and kept != value)
        others = {key: values for key, values in self.selection.items() if key != name}
        return replace(self, selection={**others, **({name: left} if left else {})}, page="")


def _possible(order: str, text: str) -> str:
    """Return the order asked for, the usual one where there is none: the best only of a text."""
    if order and (text or order != BEST):
        return order
    return BEST if text else LATEST
