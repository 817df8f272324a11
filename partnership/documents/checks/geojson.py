"""GeoJSON (RFC 7946): depth and size are counted before the text is parsed."""

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from . import texts
from .refusal import Cause, Refused

DEEPEST: Final = 32
MOST_POINTS: Final = 20_000
COLLECTION: Final = "FeatureCollection"
GEOMETRIES: Final = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}
)
STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
LONGEST_NUMBER: Final = re.compile(r"\d{40}")


def check(path: Path) -> dict[str, object]:
    """Return how many points there are."""
    text = texts.decoded(path.read_bytes(), "utf-8-sig")
    texts.require_visible(text)
    _require_shallow(text)
    try:
        data = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Refused(Cause.NO_GEOJSON) from error
    if any(texts.HIDDEN.search(text) for text in _strings(data)):
        raise Refused(Cause.CONTROL_CHARACTERS)
    points = _points(data)
    if not points:
        raise Refused(Cause.NO_GEOJSON)
    return {"points": points}


def _require_shallow(text: str) -> None:
    bare = STRING.sub('""', text)
    if LONGEST_NUMBER.search(bare):
        raise Refused(Cause.NO_GEOJSON)
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", bare):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > DEEPEST:
            raise Refused(Cause.TOO_DEEP, most=DEEPEST)


def _strings(data: Any) -> Iterator[str]:
    """Yield all texts, keys included: escapes in JSON can write what the file itself does not hold."""
    waiting = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            yield from item
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
        elif isinstance(item, str):
            yield item


def _no_number(name: str) -> None:
    raise ValueError(name)


def _points(data: Any) -> int:
    """Count the points of all geometries and look at each."""
    count = 0
    waiting = [data]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, dict):
            raise Refused(Cause.NO_GEOJSON)
        kind = item.get("type")
        if kind == COLLECTION:
            waiting += _listed(item.get("features"))
        elif kind == "GeometryCollection":
            waiting += _listed(item.get("geometries"))
        elif kind == "Feature":
            waiting += [item["geometry"]] if item.get("geometry") else []
        elif kind in GEOMETRIES:
            count += _points_of(item.get("coordinates"))
        else:
            raise Refused(Cause.NO_GEOJSON)
        if count > MOST_POINTS:
            raise Refused(Cause.TOO_MANY_POINTS, most=MOST_POINTS)
    return count


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Refused(Cause.NO_GEOJSON)
    return value


def _points_of(coordinates: Any) -> int:
    count, waiting = 0, [coordinates]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, list) or not item:
            raise Refused(Cause.NO_GEOJSON)
        if isinstance(item[0], list):
            waiting += item
        else:
            _require_position(item)
            count += 1
    return count


def _require_position(numbers: list[Any]) -> None:
    """Longitude, then latitude, in degrees WGS 84."""
    if not all(isinstance(each, int | float) and not isinstance(each, bool) for each in numbers):
        raise Refused(Cause.NO_GEOJSON)
    if not 2 <= len(numbers) <= 3 or not all(math.isfinite(each) for each in numbers):
        raise Refused(Cause.NO_GEOJSON)
    longitude, latitude = numbers[:2]
    if abs(longitude) > 180 or abs(latitude) > 90:
        raise Refused(Cause.COORDINATES)
