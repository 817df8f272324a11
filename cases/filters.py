"""From the parameters of an address to a selection of cases."""

from dataclasses import dataclass, field

from django.http import QueryDict

from cases.facets import FACETS

MOST_VALUES = 20  # of one facet; an address with more is not made by our pages


@dataclass(frozen=True)
class Asked:
    """What was asked for: `selection` per facet, and the (facet, value) pairs nobody knows."""

    selection: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: list[tuple[str, str]] = field(default_factory=list)


def read(parameters: QueryDict) -> Asked:
    """Return the facets' values of an address, without repetitions, in a stable order.

    Pages go on with what they know; the API refuses what is unknown.
    """
    asked = Asked()
    for name in [name for name in FACETS if name in parameters]:
        facet = FACETS[name]
        values = sorted({value for value in parameters.getlist(name) if value})
        known = facet.known(values[:MOST_VALUES]) if values else set()
        asked.unknown.extend((name, value) for value in values if value not in known)
        if known:
            asked.selection[name] = tuple(value for value in values if value in known)
    return asked
