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

LATEST: Final = "latest"
TEXT: Final = "q"
SORT: Final = "sort"


@dataclass(frozen=True, slots=True)
class Order:
    """A way to order the list."""

    label: str | Promise
    of: Callable[[CaseQuerySet], CaseQuerySet]


ORDERS: Final[Mapping[str, Order]] = {
    LATEST: Order(_("Latest first"), CaseQuerySet.latest_first),
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
    notices: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Read an address; what is not understood is left out."""
        asked = Asked(query)
        read = filters.read(query)
        for name in dict.fromkeys(name for name, _value in read.unknown):
            asked.choices(name, read.selection.get(name, ()), FACETS[name].label)
        return cls(
            selection=read.selection,
            text=asked.text(TEXT),
            order=asked.choice(SORT, ORDERS, _("Order")) or LATEST,
            page=query.get("page", ""),
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
        return replace(self, order=LATEST).parameters.urlencode()

    @property
    def parameters(self) -> QueryDict:
        """The question as an address says it, without the page."""
        query = QueryDict(mutable=True)
        if self.text:
            query[TEXT] = self.text
        for name in sorted(self.selection):
            query.setlist(name, list(self.selection[name]))
        if self.order != LATEST:
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
            return replace(self, text="", page="")
        left = tuple(kept for kept in self.selection[name] if value and kept != value)
        others = {key: values for key, values in self.selection.items() if key != name}
        return replace(self, selection={**others, **({name: left} if left else {})}, page="")
