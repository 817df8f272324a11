"""Draws box plots lying on their side, each under its name: long names keep their room."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core.charts.data import shown
from partnership.core.charts.drawn import Key, frame
from partnership.core.charts.scale import Scale, scale_for
from partnership.core.markup import filled, joined

if TYPE_CHECKING:
    from partnership.core.charts.boxes import Box, Boxes

WIDTH = 640
TOP, SIDE, BOTTOM = 8, 28, 64
ROW: Final = 68  # px, a name and its box
MIDDLE: Final = 46  # px, from the top of a row to the middle of its box
GRID: Final = '<g class="chart-grid" aria-hidden="true">{}<text x="{}" y="{}" text-anchor="end">{}</text></g>\n'
UPRIGHT: Final = '<path d="M{} {}V{}"/><text x="{}" y="{}" text-anchor="middle">{}</text>'
NAME: Final = (
    '<text class="chart-label" x="{}" y="{}">{}</text>'
    '<text class="chart-value" x="{}" y="{}" text-anchor="end">{}</text>\n'
)
BOX: Final = (
    '<g transform="translate(0 {})"><path class="chart-whisker" d="M{} 0H{}M{} 0H{}'
    'M{}-7v14M{}-7v14"/><rect class="chart-box" x="{}" y="-12" width="{}" height="24"/>'
    '<path class="chart-median" d="M{}-12v24"/>{}<title>{}</title></g>\n'
)
OUTLIER: Final = '<circle class="chart-ring" cx="{}" cy="0" r="5"/>'
SAMPLE_BOX: Final = SafeString(
    '<path class="chart-whisker" d="M1 8H8M24 8H31M1 5v6M31 5v6"/>'
    '<rect class="chart-box" x="8" y="2" width="16" height="12"/>'
    '<path class="chart-median" d="M14 2v12"/>'
)
SAMPLE_OUTLIER: Final = SafeString('<circle class="chart-ring" cx="16" cy="8" r="5"/>')


def render(chart: "Boxes", chart_id: str) -> SafeString:
    """Return the SVG, as high as there are places."""
    height = TOP + BOTTOM + ROW * len(chart.boxes)
    across = scale_for(chart.values, SIDE, WIDTH - SIDE)
    foot = height - BOTTOM
    ticks = [(x, TOP, foot, x, foot + 24, shown(t)) for t in across.ticks for x in (across(t),)]
    content = filled(
        "{}{}{}",
        filled(GRID, joined(UPRIGHT, ticks), WIDTH - SIDE, foot + 52, chart.unit),
        joined(NAME, _names(chart)),
        joined(BOX, _boxes(chart, across)),
    )
    words = chart.title, chart.description
    return frame("boxes", (WIDTH, height), chart_id, words, content)


def keys(chart: "Boxes") -> list[Key]:
    """Return how a box is read."""
    found = [Key(SAMPLE_BOX, _("quartiles, median and whiskers"))]
    if any(box.outliers for box in chart.boxes):
        found.append(Key(SAMPLE_OUTLIER, _("outlier, kept in all figures")))
    return found


def _names(chart: "Boxes") -> Iterator[tuple[object, ...]]:
    for row, box in enumerate(chart.boxes):
        y = TOP + row * ROW + 24
        yield SIDE, y, box.label, WIDTH - SIDE, y, _said(chart, box)


def _said(chart: "Boxes", box: "Box") -> str:
    if box.median is None:
        return chart.nothing
    return _("%(median)s (n = %(count)s)") % {"median": shown(box.median), "count": box.n}


def _boxes(chart: "Boxes", across: Scale) -> Iterator[tuple[object, ...]]:
    for row, box in enumerate(chart.boxes):
        numbers = [across(number) for number in box.numbers if number is not None]
        if len(numbers) == len(box.numbers):
            low, lower, median, upper, high = numbers
            outliers = joined(OUTLIER, [(across(value),) for value in box.outliers])
            yield (
                TOP + row * ROW + MIDDLE,
                *(low, lower, upper, high, low, high),
                *(lower, round(upper - lower, 2), median, outliers),
                f"{box.label}: {_said(chart, box)} {chart.unit}",
            )
