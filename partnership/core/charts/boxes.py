"""Box plots beside each other: how the values of each place spread."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnership.core.charts import boxes_svg
from partnership.core.charts.data import shown
from partnership.core.charts.drawn import Key, csv_text


@dataclass(frozen=True)
class Box:
    """Five numbers computed elsewhere, and how many values they stand for.

    `low` and `high` are where the whiskers end. Without a value (`n` is 0) all five are None and
    the place is named without a box: nobody looked there, which is something else than nothing.
    """

    label: str
    n: int
    low: float | None = None
    lower_quartile: float | None = None
    median: float | None = None
    upper_quartile: float | None = None
    high: float | None = None
    outliers: tuple[float, ...] = ()

    @property
    def numbers(self) -> tuple[float | None, ...]:
        return self.low, self.lower_quartile, self.median, self.upper_quartile, self.high


@dataclass(frozen=True)
class Boxes:
    """Boxes in one unit, one below the other; `nothing` says what no values mean."""

    title: str
    unit: str
    boxes: list[Box]
    label_heading: str
    nothing: str
    source: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def remarks(self) -> list[str]:
        return self.notes

    @property
    def values(self) -> list[float]:
        """Every number that is drawn."""
        numbers = [number for box in self.boxes for number in (*box.numbers, *box.outliers)]
        return [number for number in numbers if number is not None]

    @property
    def description(self) -> str:
        known = [box.median for box in self.boxes if box.median is not None]
        if not known:
            return _("There are no values yet.")
        return ngettext(
            "%(count)s box plot; its median is %(high)s (%(unit)s).",
            "%(count)s box plots; their medians lie between %(low)s and %(high)s (%(unit)s).",
            len(known),
        ) % {
            "count": len(known),
            "unit": self.unit,
            "low": shown(min(known)),
            "high": shown(max(known)),
        }

    @property
    def headings(self) -> list[str]:
        return [
            self.label_heading,
            _("Number of values"),
            _("Lower whisker"),
            _("Lower quartile"),
            _("Median"),
            _("Upper quartile"),
            _("Upper whisker"),
            _("Outliers"),
        ]

    @property
    def rows(self) -> list[list[str]]:
        return [
            [
                box.label,
                shown(box.n),
                *map(shown, box.numbers),
                "; ".join(map(shown, box.outliers)) or "–",
            ]
            for box in self.boxes
        ]

    def csv(self) -> str:
        rows = (
            [box.label, box.n, *box.numbers, "; ".join(map(str, box.outliers))]
            for box in self.boxes
        )
        return csv_text([self.headings, *rows])

    def keys(self, chart_id: str) -> list[Key]:
        return boxes_svg.keys(self)

    def svg(self, chart_id: str) -> SafeString:
        return boxes_svg.render(self, chart_id)
