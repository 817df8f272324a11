"""Places on a plan, each with a dot as large as its value; where nobody looked there is a cross."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core.charts import sized_dots_svg
from partnership.core.charts.data import shown
from partnership.core.charts.drawn import Key, csv_text
from partnership.core.charts.over_time import Reference


@dataclass(frozen=True)
class Spot:
    """A place in degrees (WGS 84). No value means that nobody looked, which is not zero."""

    name: str
    latitude: float
    longitude: float
    value: float | None


@dataclass(frozen=True)
class SizedDots:
    """Places in the order of their table; the area of a dot grows with its value.

    Places near each other are drawn to scale on empty ground, others over the halftone of land.
    Neither shows a boundary. With a `level`, dots below it are open and of another colour.
    """

    title: str
    unit: str
    spots: list[Spot]
    label_heading: str
    nothing: str
    source: str = ""
    notes: list[str] = field(default_factory=list)
    level: Reference | None = None

    @property
    def remarks(self) -> list[str]:
        return [*self.notes, _("Coordinates: WGS 84. The area of a dot grows with its value.")]

    @property
    def values(self) -> list[float]:
        return [spot.value for spot in self.spots if spot.value is not None]

    @property
    def description(self) -> str:
        if not self.values:
            return _("There are no values yet.")
        return _(
            "%(known)s of %(all)s places have a value, from %(low)s to %(high)s (%(unit)s)."
        ) % {
            "known": len(self.values),
            "all": len(self.spots),
            "low": shown(min(self.values)),
            "high": shown(max(self.values)),
            "unit": self.unit,
        }

    @property
    def headings(self) -> list[str]:
        value = _("Value (%(unit)s)") % {"unit": self.unit}
        return [self.label_heading, _("Latitude"), _("Longitude"), value]

    @property
    def rows(self) -> list[list[str]]:
        return [
            [
                spot.name,
                shown(round(spot.latitude, 3)),
                shown(round(spot.longitude, 3)),
                shown(spot.value),
            ]
            for spot in self.spots
        ]

    def csv(self) -> str:
        rows = ([spot.name, spot.latitude, spot.longitude, spot.value] for spot in self.spots)
        return csv_text([self.headings, *rows])

    def is_below(self, value: float) -> bool:
        """Tell whether a value lies below the level, if there is one."""
        return self.level is not None and value < self.level.value

    def keys(self, chart_id: str) -> list[Key]:
        return sized_dots_svg.keys(self)

    def svg(self, chart_id: str) -> SafeString:
        return sized_dots_svg.render(self, chart_id)
