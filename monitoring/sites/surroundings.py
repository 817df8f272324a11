"""What lies near a site, as readers see it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from monitoring.choices import Nearby
from monitoring.models import SurveySite
from partnership.core import languages

DIRECTIONS: Final = (
    pgettext_lazy("direction", "north"),
    pgettext_lazy("direction", "north-east"),
    pgettext_lazy("direction", "east"),
    pgettext_lazy("direction", "south-east"),
    pgettext_lazy("direction", "south"),
    pgettext_lazy("direction", "south-west"),
    pgettext_lazy("direction", "west"),
    pgettext_lazy("direction", "north-west"),
)


@dataclass(frozen=True, slots=True)
class SurroundingLine:
    """The nearest of a kind; an empty name and None are "unknown"."""

    kind: str
    name: str
    distance_km: Decimal
    bearing_deg: int | None
    population: int | None

    @property
    def label(self) -> str | Promise:
        return Nearby(self.kind).label

    @property
    def direction(self) -> str | Promise:
        """The nearest of eight directions, in words."""
        return "" if self.bearing_deg is None else direction_of(self.bearing_deg)


def direction_of(degrees: int) -> str | Promise:
    """Return the nearest of eight directions; each reaches 22.5 degrees to both sides."""
    return DIRECTIONS[round(degrees / 45) % len(DIRECTIONS)]


def surrounding_lines(site: SurveySite) -> list[SurroundingLine]:
    """Return what is known, kind by kind in their order."""
    name = languages.column("name")
    columns = ("kind", name, "distance_km", "bearing_deg", "population")
    found = {row[0]: SurroundingLine(*row) for row in site.surroundings.values_list(*columns)}
    return [found[kind] for kind in Nearby.values if kind in found]
