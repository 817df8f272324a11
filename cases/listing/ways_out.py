"""Wider questions that have an answer, for a list that is empty."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from cases import facets, index
from cases.listing.asked import TEXT, ListQuery
from cases.listing.found import answer_to


@dataclass(frozen=True, slots=True)
class WayOut:
    """What to give up, where that leads, and to how many cases."""

    label: str | Promise
    url: str
    number: int


def ways_out_of(query: ListQuery) -> list[WayOut]:
    """Return what giving up one facet or the text would bring; most first, nothing for nothing."""
    wider = {name: query.without(name) for name in query.selection}
    if query.text:
        wider[TEXT] = query.without(TEXT)
    public = index.public()
    text = answer_to(query, public).things
    ways = []
    for name, other in wider.items():
        among = public.everything if name == TEXT else text
        number = (public.chosen(other.selection) & among).bit_count()
        ways.append(WayOut(_label(name), other.url(), number))
    return sorted((way for way in ways if way.number), key=lambda way: -way.number)


def _label(name: str) -> str | Promise:
    return _("Keyword") if name == TEXT else facets.FACETS[name].label
