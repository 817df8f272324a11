"""Draws upright columns, such as the medians of the seasons, with what stands behind each."""

from collections.abc import Iterator
from typing import Final

from django.utils.safestring import SafeString

from partnership.core.charts.data import Chart, shown
from partnership.core.charts.scale import Scale, scale_for
from partnership.core.markup import filled, joined

WIDTH, HEIGHT = 640, 354
TOP, BOTTOM, LEFT, RIGHT = 58, 64, 64, 8
LETTER: Final = 12.2  # px, the width of a figure where the style sheet sets charts largest
WIDEST: Final = 96  # px a column
GRID: Final = '<g class="chart-grid" aria-hidden="true"><text x="0" y="18">{}</text>{}</g>\n'
LEVEL: Final = '<path d="M{} {}H{}"/><text x="{}" y="{}" dx="-8" dy="5" text-anchor="end">{}</text>'
NAME: Final = (
    '<text class="chart-label" x="{0}" y="{1}" text-anchor="middle">{2}</text>'
    '<text x="{0}" y="{3}" text-anchor="middle">{4}</text>\n'
)
COLUMN: Final = (
    '<rect class="chart-bar chart-series-{}" x="{}" y="{}" width="{}" height="{}">'
    "<title>{}, {}: {} {}</title></rect>"
    '<text class="chart-value" x="{}" y="{}" text-anchor="middle">{}</text>\n'
)


def content(chart: Chart) -> tuple[float, SafeString]:
    """Return height and drawing; what is not known has a dash where its column would stand."""
    up = scale_for(chart.values, HEIGHT - BOTTOM, TOP)
    longest = max(len(shown(tick)) for tick in up.ticks)
    left = max(LEFT, round(longest * LETTER) + 12)
    levels = [(left, y, WIDTH - RIGHT, left, y, shown(t)) for t in up.ticks for y in (up(t),)]
    across = (WIDTH - RIGHT - left) / max(1, len(chart.labels))
    middles = [round(left + (place + 0.5) * across, 2) for place in range(len(chart.labels))]
    foot = HEIGHT - BOTTOM
    names = [
        (middle, foot + 24, label, foot + 50, _note(chart, label))
        for middle, label in zip(middles, chart.labels, strict=True)
    ]
    columns = (
        column
        for middle, label in zip(middles, chart.labels, strict=True)
        for column in _columns(chart, label, (middle, across), up)
    )
    grid = filled(GRID, chart.unit, joined(LEVEL, levels))
    return HEIGHT, filled("{}{}{}", grid, joined(NAME, names), joined(COLUMN, columns))


def _note(chart: Chart, label: str) -> str:
    """The note of the first series' point: how many values stand behind it, say."""
    points = (point for series in chart.series[:1] for point in series.points)
    return next((point.note for point in points if point.label == label), "")


def _columns(
    chart: Chart, label: str, room: tuple[float, float], up: Scale
) -> Iterator[tuple[object, ...]]:
    middle, across = room
    width = round(min(WIDEST, 0.7 * across / len(chart.series)), 2)
    start = middle - width * len(chart.series) / 2
    for index, series in enumerate(chart.series):
        value = chart.value(series, label)
        zero = up(0)
        end = zero if value is None else up(value)
        text, x = shown(value), round(start + index * width, 2)
        yield (
            *(index + 1, x, min(zero, end), width, round(abs(end - zero), 2)),
            *(series.name, label, text, chart.unit),
            *(round(x + width / 2, 2), min(zero, end) - 8, text),
        )
