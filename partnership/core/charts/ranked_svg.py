"""Draws bars below their names, such as the ten kinds of litter found most."""

from collections.abc import Iterator
from typing import Final

from django.utils.safestring import SafeString

from partnership.core.charts.data import Chart, Series, shown
from partnership.core.charts.scale import Scale, scale_for
from partnership.core.markup import filled, joined

WIDTH = 640
TOP, BOTTOM, SIDE = 4, 8, 2
NAME_HEIGHT: Final = 30
BAR_HEIGHT: Final = 24
LETTER: Final = 12.2  # px, the width of a figure where the style sheet sets charts largest
NAME: Final = '<text class="chart-label" x="{}" y="{}">{}</text>\n'
BAR: Final = (
    '<rect class="chart-bar chart-series-{}" x="{}" y="{}" width="{}" height="14" rx="2">'
    '<title>{}: {} {}</title></rect><text class="chart-value" x="{}" y="{}">{}</text>\n'
)


def content(chart: Chart) -> tuple[float, SafeString]:
    """Return height and drawing. There is no axis: every bar carries its value."""
    row = NAME_HEIGHT + BAR_HEIGHT * len(chart.series)
    room = max((len(shown(value)) for value in chart.values), default=0) * LETTER + 12
    across = scale_for(chart.values, SIDE, WIDTH - SIDE - room)
    names = [(SIDE, TOP + index * row + 20, label) for index, label in enumerate(chart.labels)]
    bars = (
        bar
        for index, label in enumerate(chart.labels)
        for bar in _bars(chart, label, TOP + index * row + NAME_HEIGHT, across)
    )
    height = TOP + BOTTOM + row * len(chart.labels)
    return height, filled("{}{}", joined(NAME, names), joined(BAR, bars))


def _bars(chart: Chart, label: str, top: float, across: Scale) -> Iterator[tuple[object, ...]]:
    for index, series in enumerate(chart.series):
        yield _bar(chart, series, label, (index + 1, top + index * BAR_HEIGHT), across)


def _bar(
    chart: Chart, series: Series, label: str, at: tuple[int, float], across: Scale
) -> tuple[object, ...]:
    number, top = at
    value = chart.value(series, label)
    zero = across(0)
    end = zero if value is None else across(value)
    text = shown(value)
    return (
        *(number, min(zero, end), top, round(abs(end - zero), 2)),
        *(f"{series.name}, {label}", text, chart.unit),
        *(max(zero, end) + 8, top + 13, text),
    )
