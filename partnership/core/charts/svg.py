"""Draws a chart as SVG. Colours and type come from classes of the style sheet.

Every mark carries its value as text for screen readers (`title`), and direct labels where there
is room, so that nothing depends on colour alone.
"""

from math import ceil
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core.charts import columns_svg, ranked_svg
from partnership.core.charts.data import Chart, Kind, Series, shown
from partnership.core.charts.drawn import frame
from partnership.core.charts.scale import Scale, scale_for
from partnership.core.markup import filled, joined

WIDTH = 640
ROW = 34
RIGHT = 84
TYPE = 21  # px, the largest the style sheet sets a chart in
TOP = 16
BOTTOM = 62  # the figures of the axis and, below them, their unit
LINE_BOTTOM = 34
LINE_HEIGHT = 306
LINE_TOP = 42  # the unit stands above the axis
LINE_LEFT = 64
LETTER = 0.58 * TYPE  # px, the width of a figure

GRID: Final = '<g class="chart-grid" aria-hidden="true">{}<text x="{}" y="{}" text-anchor="{}">{}</text></g>\n'
UPRIGHT: Final = '<path d="M{} {}V{}"/><text x="{}" y="{}" text-anchor="middle">{}</text>'
LEVEL: Final = '<path d="M{} {}H{}"/><text x="{}" y="{}" dx="-8" dy="5" text-anchor="end">{}</text>'
BELOW: Final = '<text x="{}" y="{}" text-anchor="middle">{}</text>'
BAR: Final = """
  <text class="chart-label" x="{}" y="{}" text-anchor="end">{}</text>
  <rect class="chart-bar chart-series-{}" x="{}" y="{}" width="{}" height="{}" rx="2">\
<title>{}: {} {}</title></rect>
  <text class="chart-value" x="{}" y="{}">{}</text>
"""
PATH: Final = '<path class="chart-path chart-series-{}" d="{}"/>'
POINT: Final = (
    '<circle class="chart-mark chart-series-{}" cx="{}" cy="{}" r="4">'
    "<title>{}, {}: {} {}</title></circle>"
)
LAST: Final = '<text class="chart-value" x="{}" y="{}" dx="10" dy="5">{}</text>'


def render(chart: Chart, chart_id: str) -> SafeString:
    """Return the SVG text of `chart`; `chart_id` makes its ids unique on the page."""
    height, drawing = DRAWN_AS[chart.kind](chart)
    words = chart.title, description(chart)
    return frame(chart.kind, (WIDTH, height), chart_id, words, drawing)


def description(chart: Chart) -> str:
    """Return what a listener needs first: how many values there are and between what they lie."""
    values = chart.values
    if not values:
        return _("There are no values yet.")
    return _("%(count)s values in %(unit)s, from %(low)s to %(high)s.") % {
        "count": len(values),
        "unit": chart.unit,
        "low": shown(min(values)),
        "high": shown(max(values)),
    }


def _bars(chart: Chart) -> tuple[float, SafeString]:
    """Return height and content: horizontal bars, beginning where the longest label ends."""
    count = len(chart.series)
    height = TOP + BOTTOM + len(chart.labels) * ROW * count
    left = min(WIDTH / 2, 24 + _widest(chart.labels))
    right = 12 + _widest([shown(value) for value in chart.values])
    scale = scale_for(chart.values, left, WIDTH - right)
    bars = []
    for row, label in enumerate(chart.labels):
        for index, series in enumerate(chart.series):
            top = TOP + (row * count + index) * ROW
            named = label if index == 0 else ""
            bars.append(_bar(scale, chart, series, label, named, top, left, index + 1))
    bottom = height - BOTTOM
    ticks = [
        (x, TOP, bottom, x, bottom + 20, shown(tick))
        for tick in scale.ticks
        for x in (scale(tick),)
    ]
    unit = (WIDTH - right, bottom + 48, "end", chart.unit)
    return height, filled("{}{}", filled(GRID, joined(UPRIGHT, ticks), *unit), joined(BAR, bars))


def _widest(texts: list[str]) -> float:
    """Return about how wide the longest text is in px: a Han character is as wide as high."""
    ems = (sum(0.6 if mark < "\u2e80" else 1.0 for mark in text) for text in texts)
    return TYPE * max(ems, default=0.0)


def _bar(
    scale: Scale,
    chart: Chart,
    series: Series,
    label: str,
    named: str,
    top: float,
    left: float,
    number: int,
) -> tuple[object, ...]:
    value = chart.value(series, label)
    zero = scale(0)
    end = zero if value is None else scale(value)
    start, text_y, text = min(zero, end), top + ROW / 2 + 5, shown(value)
    name = f"{series.name}, {named}" if named else series.name
    box = (number, start, top + 6, abs(end - zero), ROW - 12)
    return (
        *(left - 10, text_y, named),
        *(*box, name, text, chart.unit),
        *(max(zero, end) + 8, text_y, text),
    )


def _line(chart: Chart) -> tuple[float, SafeString]:
    """Return height and content: a line per series; unknown values leave a gap instead of being
    bridged."""
    labels = chart.labels
    scale = scale_for(chart.values, LINE_HEIGHT - LINE_BOTTOM, LINE_TOP)
    longest = max((len(shown(tick)) for tick in scale.ticks), default=0)
    left = max(LINE_LEFT, round(longest * LETTER) + 12)
    across = (WIDTH - RIGHT - left) / max(1, len(labels) - 1)
    xs = {label: round(left + index * across, 2) for index, label in enumerate(labels)}
    widest = max((len(label) for label in labels), default=0) * LETTER + 12
    every = max(1, -(-len(labels) // 8), ceil(widest / across))
    level = [
        (left, y, WIDTH - RIGHT, left, y, shown(tick))
        for tick in scale.ticks
        for y in (scale(tick),)
    ]
    below = [(xs[label], LINE_HEIGHT - LINE_BOTTOM + 22, label) for label in labels[::every]]
    lines = [
        _one_line(chart, series, xs, scale, number)
        for number, series in enumerate(chart.series, start=1)
    ]
    axes = filled("{}{}", joined(LEVEL, level), joined(BELOW, below))
    grid = filled(GRID, axes, 0, 18, "start", chart.unit)
    return LINE_HEIGHT, filled("{}{}", grid, joined("{}{}{}", lines))


def _one_line(
    chart: Chart, series: Series, xs: dict[str, float], scale: Scale, number: int
) -> tuple[SafeString, ...]:
    known = [
        (xs[point.label], scale(point.value), point.label, shown(point.value))
        for point in series.points
        if point.value is not None
    ]
    path = _path([(x, chart.value(series, label)) for label, x in xs.items()], scale)
    marks = [(number, x, y, series.name, label, text, chart.unit) for x, y, label, text in known]
    last = [(x, y, text) for x, y, _label, text in known[-1:]]
    return filled(PATH, number, path), joined(POINT, marks), joined(LAST, last)


def _path(positions: list[tuple[float, float | None]], scale: Scale) -> str:
    commands = []
    pen_down = False
    for x, value in positions:
        if value is not None:
            commands.append(f"{'L' if pen_down else 'M'}{x} {scale(value)}")
        pen_down = value is not None
    return "".join(commands)


DRAWN_AS: Final = {
    Kind.BARS: _bars,
    Kind.LINE: _line,
    Kind.RANKED: ranked_svg.content,
    Kind.COLUMNS: columns_svg.content,
}
