"""Draws dated values: shapes tell series apart, a ring an outlier, dashes a line to compare with, dots
a smooth one."""

from collections.abc import Iterator
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core.charts.data import shown
from partnership.core.charts.drawn import Key, frame
from partnership.core.charts.scale import (
    MagnitudeScale,
    Scale,
    magnitude_scale_for,
    scale_for,
)
from partnership.core.markup import filled, joined

if TYPE_CHECKING:
    from partnership.core.charts.over_time import DatedValue, OverTime, Trend

Upwards = Scale | MagnitudeScale
WIDTH, HEIGHT = 640, 346
TOP, RIGHT, BOTTOM, LEFT = 50, 24, 36, 64
LETTER: Final = 12.2  # px, the width of a figure where the style sheet sets charts largest
YEAR_WIDTH: Final = 5 * LETTER
SHAPES: Final = (  # around the middle of a mark
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "M-5-5h10v10h-10z",
    "M0-7L7 0L0 7L-7 0z",
    "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
)
GRID: Final = '<g class="chart-grid" aria-hidden="true"><text x="0" y="18">{}</text>{}{}</g>\n'
LEVEL: Final = '<path d="M{} {}H{}"/><text x="{}" y="{}" dx="-8" dy="5" text-anchor="end">{}</text>'
YEAR: Final = '<path d="M{} {}v6"/><text x="{}" y="{}" text-anchor="middle">{}</text>'
REFERENCE: Final = '<path class="chart-reference" d="M{} {}H{}"/>'
TREND: Final = '<path class="chart-trend" d="M{}"/>'
CURVE: Final = '<path class="chart-curve" d="M{}"/>'
PATH: Final = '<path class="chart-path chart-series-{}" d="M{}"/>'
BEND: Final = 24  # parts of a straight line that an axis of magnitudes bends
MARK: Final = (
    '<g transform="translate({} {})"><path class="chart-mark chart-series-{}" d="{}"/>{}'
    "<title>{}, {}: {} {}</title></g>"
)
RING: Final = SafeString('<circle class="chart-ring" r="10"/>')
BEYOND: Final = "M-6 5H6L0-6z"
SAMPLE_MARK: Final = (
    '<g transform="translate(16 8)"><path class="chart-mark chart-series-{}" d="{}"/></g>'
)
SAMPLE_RING: Final = SafeString(
    '<g transform="translate(16 8) scale(.75)"><path class="chart-mark chart-series-1" d="'
    + SHAPES[0]
    + '"/><circle class="chart-ring" r="10"/></g>'
)
SAMPLE_TREND: Final = SafeString('<path class="chart-trend" d="M1 8H31"/>')
SAMPLE_CURVE: Final = SafeString('<path class="chart-curve" d="M1 8H31"/>')
SAMPLE_REFERENCE: Final = SafeString('<path class="chart-reference" d="M1 8H31"/>')


def render(chart: "OverTime", chart_id: str) -> SafeString:
    """Return the SVG; without values it says so in its description."""
    content = _content(chart) if chart.values else SafeString("")
    words = chart.title, chart.description
    return frame("over-time", (WIDTH, HEIGHT if chart.values else 1), chart_id, words, content)


def keys(chart: "OverTime") -> list[Key]:
    """Return what the marks and lines mean."""
    found = []
    if len(chart.series) > 1:
        found += [
            Key(filled(SAMPLE_MARK, look(number), SHAPES[look(number) - 1]), series.name)
            for number, series in enumerate(chart.series, start=1)
        ]
    if any(each.is_outlier for each in chart.values):
        found.append(Key(SAMPLE_RING, _("outlier, kept in all figures")))
    if chart.beyond:
        found.append(Key(filled(SAMPLE_MARK, 1, BEYOND), _("above the end of the axis")))
    found += [Key(SAMPLE_TREND, each.label) for each in chart.trends]
    found += [Key(SAMPLE_CURVE, chart.curve.label)] if chart.curve else []
    found += [Key(SAMPLE_REFERENCE, each.told) for each in chart.references]
    return found


def look(number: int) -> int:
    """Return which shape and colour a series has, from 1; a fifth series looks like the first."""
    return (number - 1) % len(SHAPES) + 1


def _content(chart: "OverTime") -> SafeString:
    up = _upwards(chart)
    longest = max(len(shown(tick)) for tick in up.ticks)
    left = max(LEFT, round(longest * LETTER) + 12)
    along = _along(chart, left)
    pieces = (
        filled(GRID, chart.unit, joined(LEVEL, _levels(up, left)), joined(YEAR, _years(along))),
        joined(REFERENCE, _references(chart, left, up)),
        joined(TREND, [(line,) for each in chart.trends if (line := _line(each, along, up))]),
        joined(CURVE, [(line,) for line in _curve(chart, along, up)]),
        joined(PATH, _paths(chart, along, up)),
        joined(MARK, _marks(chart, along, up)),
    )
    return filled("{}" * len(pieces), *pieces)


def _references(chart: "OverTime", left: float, up: Upwards) -> Iterator[tuple[float, ...]]:
    for each in chart.references:
        if isinstance(up, Scale) or each.value > 0:
            yield left, up(each.value), WIDTH - RIGHT


def _upwards(chart: "OverTime") -> Upwards:
    if chart.is_logarithmic:
        levels = [each.value for each in chart.references if each.value > 0]
        values = [*(each.value for each in chart.values), *levels]
        return magnitude_scale_for(values, HEIGHT - BOTTOM, TOP)
    drawn = [each.value for each in chart.values if not chart.is_beyond(each)]
    levels = [each.value for each in chart.references]
    return scale_for([*drawn, *levels, *([chart.cut] if chart.cut else [])], HEIGHT - BOTTOM, TOP)


def _along(chart: "OverTime", left: float) -> Scale:
    """Whole years, so that seasons stand at the same place in each."""
    years = [each.day.year for each in chart.values]
    first, last = date(min(years), 1, 1), date(max(years) + 1, 1, 1)
    return Scale(first.toordinal(), last.toordinal(), 365.25, left, WIDTH - RIGHT)


def _levels(up: Upwards, left: float) -> Iterator[tuple[object, ...]]:
    for tick in up.ticks:
        yield left, up(tick), WIDTH - RIGHT, left, up(tick), shown(tick)


def _years(along: Scale) -> Iterator[tuple[object, ...]]:
    """A tick at each first of January; the year stands below its middle, where there is room."""
    first = date.fromordinal(round(along.low)).year
    last = date.fromordinal(round(along.high)).year
    across = (along.end - along.start) / (last - first)
    every = ceil(YEAR_WIDTH / across)
    foot = HEIGHT - BOTTOM
    for year in range(first, last):
        label = year if (year - first) % every == 0 else ""
        start = along(date(year, 1, 1).toordinal())
        yield start, foot, round(start + across / 2, 2), foot + 24, label


def _line(trend: "Trend", along: Scale, up: Upwards) -> str:
    """The line as a path; what would leave the axes is cut off where it does."""
    if isinstance(up, MagnitudeScale):
        return _bent(trend, along, up)
    first, last = trend.first, trend.last
    start, end = first.day.toordinal(), last.day.toordinal()
    slope = (last.value - first.value) / max(1, end - start)

    def place(day: float, value: float) -> str:
        inside = min(max(value, up.low), up.high)
        if inside != value:
            day, value = day + (inside - value) / slope, inside
        return f"{along(day)} {up(value)}"

    return f"{place(start, first.value)}L{place(end, last.value)}"


def _curve(chart: "OverTime", along: Scale, up: Upwards) -> Iterator[str]:
    """Yield the smooth line in pieces: what leaves the axes parts it."""
    piece: list[str] = []
    for each in chart.curve.values if chart.curve else []:
        if up.low <= each.value <= up.high:
            piece.append(f"{along(each.day.toordinal())} {up(each.value)}")
        elif piece:
            yield "L".join(piece)
            piece = []
    if piece:
        yield "L".join(piece)


def _paths(chart: "OverTime", along: Scale, up: Upwards) -> Iterator[tuple[int, str]]:
    """From value to value of each series, where these are joined."""
    for number, series in enumerate(chart.series if chart.is_joined else [], start=1):
        days = sorted(series.values, key=lambda each: each.day)
        points = (f"{along(each.day.toordinal())} {up(each.value)}" for each in days)
        yield look(number), "L".join(points)


def _bent(trend: "Trend", along: Scale, up: MagnitudeScale) -> str:
    """A straight line of the values as magnitudes show it: what lies off their axis is left out."""
    first, last = trend.first, trend.last
    start, end = first.day.toordinal(), last.day.toordinal()
    points = (
        (start + (end - start) * share, first.value + (last.value - first.value) * share)
        for share in (part / BEND for part in range(BEND + 1))
    )
    return "L".join(
        f"{along(day)} {up(value)}" for day, value in points if up.low <= value <= up.high
    )


def _marks(chart: "OverTime", along: Scale, up: Upwards) -> Iterator[tuple[object, ...]]:
    for number, series in enumerate(chart.series, start=1):
        for each in series.values:
            yield _mark(chart, look(number), series.name, each, along, up)


def _mark(
    chart: "OverTime", number: int, name: str, each: "DatedValue", along: Scale, up: Upwards
) -> tuple[object, ...]:
    is_beyond = chart.is_beyond(each)
    return (
        *(along(each.day.toordinal()), TOP - 12 if is_beyond else up(each.value)),
        *(number, BEYOND if is_beyond else SHAPES[number - 1], RING if each.is_outlier else ""),
        *(name, each.day.isoformat(), shown(each.value), chart.unit),
    )
