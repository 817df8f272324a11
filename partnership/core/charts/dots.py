"""The places of a dot map as HTML: a map of the collection has hundreds."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from django.utils.safestring import SafeString

from partnership.core.charts.dot_map import MapPoint
from partnership.core.markup import filled, joined

DOT: Final = '<circle class="dot-map-point{}" cx="{}" cy="{}" r="{}"><title>{}{}</title></circle>'
GROUP: Final = "{}<ul>{}</ul>\n"
HEADING: Final = "<h3>{}</h3>\n"
ROW: Final = '<li data-at="{},{}">{}{}</li>'
LINK: Final = '<a href="{}">{}</a>'
COUNT: Final = ' <span class="count">{}</span>'


def dots(points: Iterable[MapPoint]) -> SafeString:
    """Return the places as circles; those with several things are larger and say how many."""
    return joined(DOT, map(_dot, points))


def _dot(point: MapPoint) -> tuple[object, ...]:
    if point.count > 1:
        return " dot-map-point-many", point.x, point.y, 9, point.name, f" ({point.count})"
    return "", point.x, point.y, 7, point.name, ""


def grouped_rows(points: Iterable[MapPoint]) -> SafeString:
    """Return the places as lists, under their groups where they have any. Each row says where
    its place is (latitude, longitude), for the map that is made of them."""
    return joined(
        GROUP,
        [
            (filled(HEADING, group) if group else "", joined(ROW, map(_row, members)))
            for group, members in groupby(points, key=lambda point: point.group)
        ],
    )


def _row(point: MapPoint) -> tuple[object, ...]:
    name = filled(LINK, point.url, point.name) if point.url else point.name
    count = filled(COUNT, point.count) if point.count > 1 else ""
    return point.latitude, point.longitude, name, count
