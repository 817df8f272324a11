"""What a chart says, apart from how it is drawn."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _

from partnership.core.charts.drawn import csv_text

MINUS = "\u2212"


class Kind(StrEnum):
    """How the values are drawn."""

    BARS = "bars"
    LINE = "line"
    RANKED = "ranked"  # bars below their names, for names of any length
    COLUMNS = "columns"  # upright, with the notes of the points below their labels


@dataclass(frozen=True)
class Point:
    """One value. `label` stands on the axis (a year, a category); no value means "not known"."""

    label: str
    value: float | None
    note: str = ""


@dataclass(frozen=True)
class Series:
    """Values of one kind, in the order of the axis."""

    name: str
    points: list[Point]


@dataclass(frozen=True)
class Chart:
    """A chart of one or more series over the same labels, in one unit."""

    title: str
    unit: str
    series: list[Series]
    kind: Kind = Kind.BARS
    label_heading: str = ""
    source: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def remarks(self) -> list[str]:
        """What stands below the drawing."""
        return self.notes

    @property
    def labels(self) -> list[str]:
        """The axis labels in order of first appearance over all series."""
        seen = {point.label: None for series in self.series for point in series.points}
        return list(seen)

    @property
    def values(self) -> list[float]:
        """All known values."""
        return [
            point.value
            for series in self.series
            for point in series.points
            if point.value is not None
        ]

    def value(self, series: Series, label: str) -> float | None:
        """Return the value of `series` at `label`, None when it is not known."""
        return next((point.value for point in series.points if point.label == label), None)

    @property
    def headings(self) -> list[str]:
        """The table's first row."""
        first = self.label_heading or _("Period")
        return [first, *(f"{series.name} ({self.unit})" for series in self.series)]

    @property
    def rows(self) -> list[list[str]]:
        """The table's other rows, values as a person reads them."""
        return [
            [label, *(shown(self.value(series, label)) for series in self.series)]
            for label in self.labels
        ]

    def csv(self) -> str:
        """Return the same numbers as CSV text, unrounded, safe to open in a spreadsheet."""
        rows = (
            [label, *(self.value(series, label) for series in self.series)] for label in self.labels
        )
        return csv_text([self.headings, *rows])


def shown(value: float | None) -> str:
    """Return a number as readers of both languages write it, a dash when it is not known."""
    if value is None:
        return "–"
    text = f"{value:.10g}"
    decimals = len(text.partition(".")[2]) if "e" not in text else 0
    return f"{value:,.{decimals}f}".replace("-", MINUS)
