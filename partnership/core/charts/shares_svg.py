"""Draws a whole as a bar of 100 %: hatches tell its parts apart, wide ones carry their share."""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from django.utils.safestring import SafeString

from partnership.core.charts.data import shown
from partnership.core.charts.drawn import Key, frame
from partnership.core.charts.scale import Scale
from partnership.core.markup import filled, joined

if TYPE_CHECKING:
    from partnership.core.charts.shares import Shares

WIDTH, HEIGHT = 640, 116
SIDE, TOP, FOOT = 20, 30, 78
LEAST_FOR_LABEL: Final = 11  # per cent: narrower parts are named by the key alone
# What is drawn on a tile of 12 by 12 px; the first is full, the last empty.
HATCHES: Final = (
    "M0 0h12v12H0z",
    "M-3 3L3-3M-3 15L15-3M9 15L15 9",
    "M3 2h2v2h-2zM9 8h2v2h-2z",
    "M0 3h12M0 9h12",
    "M-3-3L15 15M-3 9L3 15M9-3L15 3",
    "M3 0v12M9 0v12",
    "M0 6h12M6 0v12",
    "M-3 3L3-3M-3 15L15-3M9 15L15 9M-3-3L15 15",
    "M0 1h12v4H0z",
    "",
)
PATTERN: Final = (
    '<pattern id="{}-hatch-{}" class="chart-series-{}" width="12" height="12" '
    'patternUnits="userSpaceOnUse"><path class="chart-ground" d="M0 0h12v12H0z"/>'
    '<path class="chart-hatch{}" d="{}"/></pattern>'
)
FULL: Final = (0, 2, 8)  # hatches that are filled, not drawn with a line
PART: Final = (
    '<rect class="chart-part" x="{}" y="{}" width="{}" height="{}" fill="url(#{}-hatch-{})">'
    "<title>{}: {}</title></rect>"
)
LABEL: Final = '<text class="chart-value" x="{}" y="{}" text-anchor="middle">{}</text>'
TICK: Final = '<path d="M{} {}v6"/><text x="{}" y="{}" text-anchor="middle">{}</text>'
SAMPLE: Final = (
    '<rect class="chart-part" x="1" y="1" width="30" height="14" fill="url(#{}-hatch-{})"/>'
)


def render(chart: "Shares", chart_id: str) -> SafeString:
    """Return the SVG; a whole of nothing has no bar."""
    content = _content(chart, chart_id) if chart.total else SafeString("")
    words = chart.title, chart.description
    return frame("shares", (WIDTH, HEIGHT if chart.total else 1), chart_id, words, content)


def keys(chart: "Shares", chart_id: str) -> list[Key]:
    """Return every part with its hatch and its share."""
    return [
        Key(filled(SAMPLE, chart_id, _hatch(number)), f"{part.name} {chart.shown_share(part)}")
        for number, part in enumerate(chart.parts)
    ]


def patterns(chart_id: str, count: int) -> SafeString:
    """Return the definitions of the first `count` hatches, ten at most."""
    rows = [
        (chart_id, n, n % 2 + 1, " chart-hatch-full" if n in FULL else "", HATCHES[n])
        for n in range(min(count, len(HATCHES)))
    ]
    return filled("<defs>{}</defs>", joined(PATTERN, rows))


def _hatch(number: int) -> int:
    return number % len(HATCHES)


def _content(chart: "Shares", chart_id: str) -> SafeString:
    across = Scale(0, 100, 25, SIDE, WIDTH - SIDE)
    ticks = [(across(tick), FOOT, across(tick), FOOT + 28, shown(tick)) for tick in across.ticks]
    return filled(
        '{}{}{}<g class="chart-grid" aria-hidden="true">{}</g>',
        patterns(chart_id, len(chart.parts)),
        joined(PART, _parts(chart, chart_id, across)),
        joined(LABEL, _labels(chart, across)),
        joined(TICK, ticks),
    )


def _places(chart: "Shares", across: Scale) -> Iterator[tuple[float, float]]:
    """Where each part begins and how wide it is, in px."""
    ends = list(accumulate(map(chart.share, chart.parts), initial=0.0))
    for start, end in pairwise(ends):
        yield across(start), round(across(end) - across(start), 2)


def _parts(chart: "Shares", chart_id: str, across: Scale) -> Iterator[tuple[object, ...]]:
    for number, (start, width) in enumerate(_places(chart, across)):
        part = chart.parts[number]
        box = (start, TOP, width, FOOT - TOP)
        yield *box, chart_id, _hatch(number), part.name, chart.shown_share(part)


def _labels(chart: "Shares", across: Scale) -> Iterator[tuple[object, ...]]:
    for part, (start, width) in zip(chart.parts, _places(chart, across), strict=True):
        if chart.share(part) >= LEAST_FOR_LABEL:
            yield round(start + width / 2, 2), TOP - 8, chart.shown_share(part)
