"""Draws places with dots of their size: near ones on a plan with a scale, far ones over land."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core.charts.data import shown
from partnership.core.charts.dot_map import DotMap, MapPoint
from partnership.core.charts.drawn import Key, frame
from partnership.core.charts.scale import round_step
from partnership.core.markup import filled, joined

if TYPE_CHECKING:
    from partnership.core.charts.sized_dots import SizedDots, Spot

WIDTH: Final = 640
MARGIN: Final = 56
LOWEST, HIGHEST = 200, 520  # px, between which a plan is high
LARGEST: Final = 26  # px, the radius of the largest value
SMALLEST: Final = 5
FAR: Final = 3  # degrees, above which places are drawn over land
NARROWEST: Final = 0.01  # degrees across, for places that are one
KM_A_DEGREE: Final = 111.2
MOST_NUMBERED: Final = 20  # places; more of them are told by the table alone
DOT: Final = (
    '<circle class="chart-mark {}" fill-opacity=".75" cx="{}" cy="{}" r="{}">'
    "<title>{}: {} {}</title></circle>"
)
NOWHERE: Final = (
    '<path class="chart-ring" d="M{} {}h14v14h-14zl14 14m-14 0l14-14"><title>{}: {}</title></path>'
)
NUMBER: Final = '<text class="chart-value" x="{}" y="{}" dx="{}" dy="6">{}</text>'
SCALE: Final = (
    '<g class="chart-grid" aria-hidden="true"><path d="M{0} {2}v-6M{1} {2}v-6M{0} {2}H{1}"/>'
    '<text x="{0}" y="{2}" dy="-10">{3} km</text></g>'
)
LAND: Final = '<path class="dot-map-land" d="{}"/>'
SAMPLE_DOT: Final = '<circle class="chart-mark {}" cx="16" cy="8" r="6"/>'
PLAIN: Final = "chart-series-1"
BELOW, NOT_BELOW = "chart-series-1 chart-open", "chart-series-2"
SAMPLE_NOWHERE: Final = SafeString(
    '<path class="chart-ring" d="M9 1h14v14h-14zl14 14m-14 0l14-14"/>'
)
SAMPLE_NUMBER: Final = '<text class="chart-label" x="16" y="14" text-anchor="middle">{}</text>'


@dataclass(frozen=True)
class Ground:
    """What the places stand on: its height, where each place is, and what is drawn below them."""

    width: float
    height: float
    places: list[tuple[float, float]]
    below: SafeString


def render(chart: "SizedDots", chart_id: str) -> SafeString:
    """Return the SVG; without places it says so in its description."""
    words = chart.title, chart.description
    if not chart.spots:
        return frame("sized-dots", (WIDTH, 1), chart_id, words, SafeString(""))
    ground = _region(chart) if _is_far(chart) else _plan(chart)
    content = filled(
        "{}{}{}{}",
        ground.below,
        _dots(chart, ground),
        _crosses(chart, ground),
        _numbers(chart, ground),
    )
    return frame("sized-dots", (ground.width, ground.height), chart_id, words, content)


def keys(chart: "SizedDots") -> list[Key]:
    """Return what the marks mean, and the name of each number where there are few."""
    found = _dot_keys(chart) if chart.values else []
    if len(chart.values) < len(chart.spots):
        found.append(Key(SAMPLE_NOWHERE, chart.nothing))
    if len(chart.spots) <= MOST_NUMBERED:
        found += [
            Key(filled(SAMPLE_NUMBER, number), spot.name)
            for number, spot in enumerate(chart.spots, start=1)
        ]
    return found


def _dot_keys(chart: "SizedDots") -> list[Key]:
    if chart.level is None:
        return [Key(filled(SAMPLE_DOT, PLAIN), chart.unit)]
    told = {"level": shown(chart.level.value), "unit": chart.unit}
    return [
        Key(filled(SAMPLE_DOT, BELOW), _("below %(level)s %(unit)s") % told),
        Key(filled(SAMPLE_DOT, NOT_BELOW), _("%(level)s %(unit)s and more") % told),
    ]


def _look(chart: "SizedDots", value: float) -> str:
    if chart.level is None:
        return PLAIN
    return BELOW if chart.is_below(value) else NOT_BELOW


def radius(value: float, largest: float) -> float:
    """Return the radius in px of a dot whose area is to the largest as the values are."""
    return round(max(SMALLEST, LARGEST * math.sqrt(value / largest)) if largest else SMALLEST, 1)


def _is_far(chart: "SizedDots") -> bool:
    latitudes = [spot.latitude for spot in chart.spots]
    longitudes = [spot.longitude for spot in chart.spots]
    across = max(max(latitudes) - min(latitudes), max(longitudes) - min(longitudes))
    return across > FAR


def _region(chart: "SizedDots") -> Ground:
    """The ground of the dot map; places outside of it stay in the table."""
    whole = DotMap(chart.title)
    points = [MapPoint(spot.name, spot.latitude, spot.longitude) for spot in chart.spots]
    places = [(point.x, point.y) for point in points]
    return Ground(whole.width, whole.height, places, filled(LAND, whole.land))


def _plan(chart: "SizedDots") -> Ground:
    """A plan to scale: a degree of longitude is as much shorter as it is at that latitude."""
    latitudes = [spot.latitude for spot in chart.spots]
    longitudes = [spot.longitude for spot in chart.spots]
    shrunk = math.cos(math.radians((min(latitudes) + max(latitudes)) / 2))
    across = max((max(longitudes) - min(longitudes)) * shrunk, NARROWEST)
    down = max(max(latitudes) - min(latitudes), NARROWEST)
    scale = min((WIDTH - 2 * MARGIN) / across, (HIGHEST - 2 * MARGIN) / down)  # px a degree
    height = max(LOWEST, round(down * scale) + 2 * MARGIN)
    left = (WIDTH - (max(longitudes) - min(longitudes)) * shrunk * scale) / 2
    top = (height - (max(latitudes) - min(latitudes)) * scale) / 2
    places = [
        (
            round(left + (spot.longitude - min(longitudes)) * shrunk * scale, 1),
            round(top + (max(latitudes) - spot.latitude) * scale, 1),
        )
        for spot in chart.spots
    ]
    return Ground(WIDTH, height, places, _scale_bar(scale / KM_A_DEGREE, height))


def _scale_bar(px_a_km: float, height: float) -> SafeString:
    length = round_step(WIDTH / 6 / px_a_km)
    return filled(SCALE, 8, round(8 + length * px_a_km, 1), height - 6, shown(round(length, 4)))


def _dots(chart: "SizedDots", ground: Ground) -> SafeString:
    largest = max(chart.values, default=0)
    known = [
        (
            -spot.value,
            (
                *(_look(chart, spot.value), x, y, radius(spot.value, largest)),
                *(spot.name, shown(spot.value), chart.unit),
            ),
        )
        for spot, (x, y) in zip(chart.spots, ground.places, strict=True)
        if spot.value is not None
    ]
    return joined(DOT, (dot for _value, dot in sorted(known)))  # small ones stay on top


def _crosses(chart: "SizedDots", ground: Ground) -> SafeString:
    return joined(
        NOWHERE,
        [
            (round(x - 7, 1), round(y - 7, 1), spot.name, chart.nothing)
            for spot, (x, y) in zip(chart.spots, ground.places, strict=True)
            if spot.value is None
        ],
    )


def _numbers(chart: "SizedDots", ground: Ground) -> SafeString:
    if len(chart.spots) > MOST_NUMBERED:
        return SafeString("")
    largest = max(chart.values, default=0)
    rows = []
    for number, (spot, (x, y)) in enumerate(zip(chart.spots, ground.places, strict=True), start=1):
        rows.append((x, y, _beside(spot, largest), number))
    return joined(NUMBER, rows)


def _beside(spot: "Spot", largest: float) -> float:
    """How far from its middle the number of a place stands."""
    return 12 if spot.value is None else radius(spot.value, largest) + 4
