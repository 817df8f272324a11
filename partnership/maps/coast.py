"""How far a position lies from the coast of the base map, and on which side of it.

The outline may be off by little more than a kilometre in the region (`land.FINE`), by more elsewhere;
shores of large lakes count as coasts.
"""

import json
import math
from functools import cache
from itertools import accumulate, pairwise
from typing import Final

from partnership.maps.land import FILE

KM_PER_DEGREE: Final = 111.195  # of a great circle, on a sphere of the Earth's mean radius

Ring = tuple[tuple[float, float], ...]  # longitude and latitude, closed


@cache
def rings() -> tuple[Ring, ...]:
    """Return the outlines of the base map; read once."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(_ring(steps, found["scale"]) for steps in found["rings"])


def distance_km(latitude: float, longitude: float) -> float:
    """Return the distance to the nearest coast, in a plane around the position: exact nearby, of the
    right size far away."""
    across = KM_PER_DEGREE * math.cos(math.radians(latitude))
    nearest = math.inf
    for ring in rings():
        points = [((x - longitude) * across, (y - latitude) * KM_PER_DEGREE) for x, y in ring]
        nearest = min(nearest, *(_from_origin(*pair) for pair in pairwise(points)))
    return math.sqrt(nearest)


def is_on_land(latitude: float, longitude: float) -> bool:
    """Tell whether a position lies within the outlines, by the even-odd rule."""
    crossed = 0
    for ring in rings():
        for (x, y), (other_x, other_y) in pairwise(ring):
            if (y > latitude) != (other_y > latitude):
                share = (latitude - y) / (other_y - y)
                crossed += longitude < x + share * (other_x - x)
    return crossed % 2 == 1


def _ring(steps: list[int], scale: int) -> Ring:
    """Return the points of a ring, which is told as a beginning and steps from point to point."""
    points = [
        (x / scale, y / scale)
        for x, y in zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True)
    ]
    return (*points, points[0])


def _from_origin(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the square of the distance of a line from the origin."""
    (x, y), (other_x, other_y) = one, other
    step_x, step_y = other_x - x, other_y - y
    length = step_x * step_x + step_y * step_y
    along = min(1.0, max(0.0, -(x * step_x + y * step_y) / length)) if length else 0.0
    return (x + along * step_x) ** 2 + (y + along * step_y) ** 2
