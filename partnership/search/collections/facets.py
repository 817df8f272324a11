"""Facets of a list: how each narrows the rows, and which rows each of its values leads to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import CharField, F, Func, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from partnership.core import languages
from partnership.search.facets import Facet, Selection

Rows = QuerySet[Any, Any]
Grouped = QuerySet[Any, Any]  # of (value, primary keys)
Groupings = Callable[[Any], Iterator[Grouped]]

ALL: Final = ""  # the name under which `members` gives everything
KEYS: Final = "pk"
VERSIONS: Final = "version"


@dataclass(frozen=True)
class ListFacet(Facet):
    """`narrow` takes rows and values; `members` makes the questions that collect the primary keys of
    rows per value, the same rows that `narrow` leaves for it."""

    narrow: Callable[..., Any]
    members: Groupings


Facets = Mapping[str, ListFacet]


def narrowed(rows: Any, facets: Facets, selection: Selection) -> Any:
    """Return the rows that fit the selection."""
    for name, values in selection.items():
        if values:
            rows = facets[name].narrow(rows, *values)
    return rows


def members(rows: Rows, facets: Facets) -> dict[str, dict[str, list[int]]]:
    """Return the primary keys of the rows per facet and value, in no order, some perhaps twice;
    under `ALL` those of all rows and their versions, the latest first.

    One question for all facets: the database answers it in one go.
    """
    questions = [_named(ALL, whole) for whole in _whole(rows)]
    for name, facet in facets.items():
        questions += [_named(name, per_value) for per_value in facet.members(rows)]
    found: dict[str, dict[str, list[int]]] = {name: {} for name in (ALL, *facets)}
    first, *rest = questions
    for name, value, keys in first.union(*rest, all=True):
        if value:
            found[name][value] = keys or []
    return found


def _named(name: str, rows: Grouped) -> Grouped:
    return rows.values_list(Value(name, CharField()), Cast("_value", TextField()), "_keys")


def _whole(rows: Rows) -> Iterator[Grouped]:
    """`aggregate` would ask at once, so the one group is made by a constant."""
    for column in (KEYS, VERSIONS):
        latest_first = ArrayAgg(column, order_by=("-public_since", "-pk"))
        yield _grouped(rows, Value(column, CharField()), latest_first)


def _grouped(rows: Rows, by: Combinable, keys: ArrayAgg) -> Grouped:
    grouped = rows.order_by().annotate(_value=by).values("_value")
    return grouped.annotate(_keys=keys)


def per(by: str | Combinable) -> Groupings:
    """Return the members of each value of a column or an expression."""

    def per_value(rows: Rows) -> Iterator[Grouped]:
        yield _grouped(rows, F(by) if isinstance(by, str) else by, ArrayAgg("pk"))

    return per_value


def per_element(column: str) -> Groupings:
    """Return the members of each value that stands in a column of arrays."""
    return per(Func(F(column), function="unnest", output_field=TextField()))


def per_language(rows: Any) -> Iterator[Grouped]:
    """What has both full texts is a member of either language."""
    for code in languages.LANGUAGES:
        published = rows.published_in(code)
        yield _grouped(published, Value(code, CharField()), ArrayAgg("pk"))
