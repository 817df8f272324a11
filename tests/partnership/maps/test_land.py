"""The land of the base map."""

import json
from itertools import pairwise

from partnership.maps import land

FILE = json.loads(land.FILE.read_text(encoding="ascii"))


def rings() -> list[list[tuple[float, float]]]:
    found = []
    for steps in FILE["rings"]:
        x = y = 0
        ring = []
        for step_x, step_y in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + step_x, y + step_y
            ring.append((x / FILE["scale"], y / FILE["scale"]))
        found.append(ring)
    return found


def is_land(longitude: float, latitude: float) -> bool:
    crossings = 0
    for ring in RINGS:
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
            if (y1 > latitude) != (y2 > latitude):
                crossings += longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


RINGS = rings()


def test_land_is_where_it_is() -> None:
    for place in [(112, 30.6), (102, 15), (121, 23.8), (109.8, 19.2), (114, 0.5), (10, 51)]:
        assert is_land(*place), place
    for place in [(114, 15), (130, 20), (123, 35), (51, 42), (-30, 40)]:
        assert not is_land(*place), place


def test_no_line_within_the_land_could_be_a_border() -> None:
    """A border would be a ring, or a part of one, far from the sea; these places are on borders."""
    inland = [(100.1, 21.5), (105.3, 23.3), (98.5, 25.0), (114.5, 45.4), (127.0, 42.0)]
    corners = [corner for ring in RINGS for corner in ring]

    for x, y in inland:
        assert not any(abs(x - px) < 0.4 and abs(y - py) < 0.4 for px, py in corners), (x, y)


def test_small_islands_of_the_south_china_sea_are_there() -> None:
    islands = [*land.SMALL_ISLANDS, (114.36, 10.37), (117.75, 15.15), (123.47, 25.74)]
    corners = [corner for ring in RINGS for corner in ring]

    for x, y in islands:
        assert any(abs(x - px) < 0.06 and abs(y - py) < 0.06 for px, py in corners), (x, y)


def test_it_stays_small() -> None:
    assert land.FILE.stat().st_size < 300_000
    assert all(len(ring) >= 3 for ring in RINGS)


def test_a_ring_is_simplified_finely_in_the_region_only() -> None:
    def wave(start: float, step: float) -> list[tuple[float, float]]:
        return [(start + number * 0.05, (number % 2) * step) for number in range(40)]

    fine = land.simplified(wave(100, 0.05))
    coarse = land.simplified(wave(-60, 0.05))

    assert len(fine) > 30
    assert len(coarse) < 5


def test_it_writes_steps_and_leaves_out_what_stands_still() -> None:
    ring = [(1.0, 2.0), (1.0004, 2.0), (1.5, 2.5), (1.0, 2.0)]

    assert land._steps(ring) == [1000, 2000, 500, 500]
