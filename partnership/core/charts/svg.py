"""Draws a chart as SVG. Colours and type come from classes of the style sheet.

Every mark carries its value as text for screen readers (`title`), and direct labels where there
is room, so that nothing depends on colour alone.
"""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core.charts.data import Chart, Kind, shown
from partnership.core.charts.scale import Scale, scale_for

WIDTH = 640
ROW = 34
RIGHT = 84
TYPE = 21  # px, the largest the style sheet sets a chart in
TOP = 16
BOTTOM = 34
LINE_HEIGHT = 280
LINE_LEFT = 64


def render(chart: Chart, chart_id: str) -> SafeString:
    """Return the SVG text of `chart`; `chart_id` makes its ids unique on the page."""
    drawing = _bars(chart) if chart.kind is Kind.BARS else _line(chart)
    context = {"chart": chart, "chart_id": chart_id, "description": description(chart), **drawing}
    return render_to_string(f"partials/charts/{chart.kind}.svg", context)


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


def _bars(chart: Chart) -> dict[str, object]:
    """Horizontal bars, beginning where the longest label ends."""
    count = len(chart.series)
    height = TOP + BOTTOM + len(chart.labels) * ROW * count
    left = min(WIDTH / 2, 24 + _widest(chart.labels))
    right = 12 + _widest([shown(value) for value in chart.values])
    scale = scale_for(chart.values, left, WIDTH - right)
    bars = []
    for row, label in enumerate(chart.labels):
        for index, series in enumerate(chart.series):
            value = chart.value(series, label)
            top = TOP + (row * count + index) * ROW
            mark = _bar(scale, label if index == 0 else "", series.name, value, top, index)
            bars.append({**mark, "label_x": left - 10})
    return {
        "width": WIDTH,
        "height": height,
        "bars": bars,
        "ticks": [{"x": scale(tick), "text": shown(tick)} for tick in scale.ticks],
        "axis_top": TOP,
        "axis_bottom": height - BOTTOM,
        "tick_y": height - BOTTOM + 20,
    }


def _widest(texts: list[str]) -> float:
    """Return about how wide the longest text is in px: a Han character is as wide as high."""
    ems = (sum(0.6 if mark < "\u2e80" else 1.0 for mark in text) for text in texts)
    return TYPE * max(ems, default=0.0)


def _bar(
    scale: Scale, label: str, name: str, value: float | None, top: float, index: int
) -> dict[str, object]:
    zero = scale(0)
    end = zero if value is None else scale(value)
    return {
        "label": label,
        "name": name,
        "text": shown(value),
        "x": min(zero, end),
        "y": top + 6,
        "width": abs(end - zero),
        "height": ROW - 12,
        "text_x": max(zero, end) + 8,
        "text_y": top + ROW / 2 + 5,
        "number": index + 1,
    }


def _line(chart: Chart) -> dict[str, object]:
    """A line per series; unknown values leave a gap instead of being bridged."""
    labels = chart.labels
    scale = scale_for(chart.values, LINE_HEIGHT - BOTTOM, TOP)
    across = (WIDTH - RIGHT - LINE_LEFT) / max(1, len(labels) - 1)
    xs = {label: round(LINE_LEFT + index * across, 2) for index, label in enumerate(labels)}
    every = max(1, -(-len(labels) // 8))
    return {
        "width": WIDTH,
        "height": LINE_HEIGHT,
        "lines": [
            {
                "name": series.name,
                "number": index + 1,
                "path": _path([(xs[label], chart.value(series, label)) for label in labels], scale),
                "marks": [
                    {
                        "x": xs[point.label],
                        "y": scale(point.value),
                        "text": shown(point.value),
                        "label": point.label,
                    }
                    for point in series.points
                    if point.value is not None
                ],
            }
            for index, series in enumerate(chart.series)
        ],
        "ticks": [{"y": scale(tick), "text": shown(tick)} for tick in scale.ticks],
        "labels": [
            {"x": xs[label], "text": label}
            for index, label in enumerate(labels)
            if index % every == 0
        ],
        "axis_left": LINE_LEFT,
        "axis_right": WIDTH - RIGHT,
        "label_y": LINE_HEIGHT - BOTTOM + 22,
    }


def _path(positions: list[tuple[float, float | None]], scale: Scale) -> str:
    commands = []
    pen_down = False
    for x, value in positions:
        if value is not None:
            commands.append(f"{'L' if pen_down else 'M'}{x} {scale(value)}")
        pen_down = value is not None
    return "".join(commands)
