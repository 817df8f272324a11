"""The filters in use, each with the address that removes it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from cases.facets import FACETS
from cases.listing.asked import TEXT, ListQuery
from partnership.core import languages


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use; `name` is the facet's, `value` the chosen value's name."""

    name: str | Promise
    value: str
    url: str


def chips_of(query: ListQuery, view: str = "list") -> list[Chip]:
    """Return the text and the chosen values in the order of the facets; removing one leads to
    `view` again: the list or the map."""
    return [*_text(query, view), *_values(query, view)]


def _text(query: ListQuery, view: str) -> Iterator[Chip]:
    if query.text:
        yield Chip(_("Keyword"), query.text, query.without(TEXT).url(view))


def _values(query: ListQuery, view: str) -> Iterator[Chip]:
    for name, facet in FACETS.items():
        values = query.selection.get(name, ())
        labels = facet.labels(values, languages.current()) if values else {}
        for value, label in labels.items():
            yield Chip(facet.label, label, query.without(name, value).url(view))
