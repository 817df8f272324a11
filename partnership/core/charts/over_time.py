"""Single values by their days: a point each, with a trend, lines to compare with, and outliers."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from partnership.core.charts import over_time_svg
from partnership.core.charts.data import shown
from partnership.core.charts.drawn import Key, csv_text

SPAN: Final = 100  # the largest of all values over the smallest, above which magnitudes are shown


@dataclass(frozen=True)
class DatedValue:
    """A value of one day. An outlier is marked, never left out."""

    day: date
    value: float
    is_outlier: bool = False


@dataclass(frozen=True)
class DatedSeries:
    """Values of one kind; each series has a shape of its own, of which there are four."""

    name: str
    values: list[DatedValue]


@dataclass(frozen=True)
class Trend:
    """A straight line from one day to another, and what it says ("−12.3 per year")."""

    first: DatedValue
    last: DatedValue
    label: str


@dataclass(frozen=True)
class Curve:
    """A smooth line through the values of a single series, and what it is called."""

    values: list[DatedValue]
    label: str


@dataclass(frozen=True)
class Reference:
    """A level to compare with, such as a threshold."""

    value: float
    label: str

    @property
    def told(self) -> str:
        words = pgettext("line of a chart", "%(label)s: %(value)s")
        return words % {"label": self.label, "value": shown(self.value)}


@dataclass(frozen=True)
class OverTime:
    """A chart of dated values in one unit.

    Above `cut` the axis ends: higher values stand as triangles at its upper edge, a remark counts
    them, and the table has them. `by_magnitude`: where all values are above zero and span more than
    two powers of ten, the axis is logarithmic, and a remark says so. `is_joined`: each series is one
    thing measured again and again, a line from value to value, without outliers.
    """

    title: str
    unit: str
    series: list[DatedSeries]
    trends: list[Trend] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    curve: Curve | None = None
    cut: float | None = None
    by_magnitude: bool = False
    is_joined: bool = False
    source: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def values(self) -> list[DatedValue]:
        return [value for series in self.series for value in series.values]

    @property
    def is_logarithmic(self) -> bool:
        """Tell whether the axis shows magnitudes: with a zero or a cut it never does."""
        numbers = [each.value for each in self.values]
        if not self.by_magnitude or self.cut is not None or not numbers:
            return False
        return min(numbers) > 0 and max(numbers) > SPAN * min(numbers)

    @property
    def beyond(self) -> int:
        """How many values lie above the end of the axis."""
        return sum(1 for each in self.values if self.is_beyond(each))

    def is_beyond(self, value: DatedValue) -> bool:
        return self.cut is not None and value.value > self.cut

    @property
    def remarks(self) -> list[str]:
        """The notes, and how the axis is to be read."""
        if self.is_logarithmic:
            logarithmic = _(
                "The axis is logarithmic: equal steps are equal ratios, not differences."
            )
            return [*self.notes, logarithmic]
        if not self.beyond or self.cut is None:
            return self.notes
        hidden = ngettext(
            "The axis ends at %(cut)s; %(count)s higher value stands as a triangle at its edge.",
            "The axis ends at %(cut)s; %(count)s higher values stand as triangles at its edge.",
            self.beyond,
        ) % {"cut": shown(self.cut), "count": self.beyond}
        return [*self.notes, hidden]

    @property
    def description(self) -> str:
        """How many values there are, of which time, between what, and what lines say."""
        values = self.values
        if not values:
            return _("There are no values yet.")
        days, numbers = [each.day for each in values], [each.value for each in values]
        told = _(
            "%(count)s values in %(unit)s from %(first)s to %(last)s, between %(low)s and %(high)s."
        ) % {
            "count": len(values),
            "unit": self.unit,
            "first": min(days).isoformat(),
            "last": max(days).isoformat(),
            "low": shown(min(numbers)),
            "high": shown(max(numbers)),
        }
        lines = [each.label for each in self.trends] + [each.told for each in self.references]
        lines += [self.curve.label] if self.curve else []
        return " ".join([told, *(f"{line}." for line in lines)])

    @property
    def headings(self) -> list[str]:
        columns = [_("Date"), _("Series"), _("Value (%(unit)s)") % {"unit": self.unit}]
        columns += [] if self.is_joined else [_("Outlier")]
        return [*columns, self.curve.label] if self.curve else columns

    @property
    def rows(self) -> list[list[str]]:
        return [
            [day, name, shown(value), *self._mark(is_outlier), *map(shown, smooth)]
            for day, name, value, is_outlier, smooth in self._lines()
        ]

    def csv(self) -> str:
        return csv_text(
            [
                self.headings,
                *(
                    [day, name, value, *self._mark(is_outlier), *smooth]
                    for day, name, value, is_outlier, smooth in self._lines()
                ),
            ]
        )

    def _mark(self, is_outlier: bool) -> list[str]:
        return [] if self.is_joined else [_("yes") if is_outlier else _("no")]

    def _lines(self) -> list[tuple[str, str, float, bool, list[float | None]]]:
        """Return day, series, value and mark of each value, and where there is a curve its height."""
        heights = {each.day: each.value for each in self.curve.values} if self.curve else {}
        return sorted(
            (
                each.day.isoformat(),
                series.name,
                each.value,
                each.is_outlier,
                [heights.get(each.day)] if self.curve else [],
            )
            for series in self.series
            for each in series.values
        )

    def keys(self, chart_id: str) -> list[Key]:
        """What the shapes and lines mean; the shape of a single series needs no word."""
        return over_time_svg.keys(self)

    def svg(self, chart_id: str) -> SafeString:
        return over_time_svg.render(self, chart_id)
