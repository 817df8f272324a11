"""A dot map: places as dots over a halftone of land, with no line that could be a border.

The halftone (`land_grid.txt`) has a cell of three quarters of a degree wherever at least 35 % of
it is land in Natural Earth's 1:10 m data (public domain); neither borders nor coastlines are
drawn from it. Coordinates are WGS 84, the projection is equirectangular.
"""

from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

WEST, EAST, SOUTH, NORTH = 92.0, 142.25, -12.25, 44.0  # degrees
STEP = 0.75  # degrees a cell
CELL = 10  # px a cell


class MapItem(NamedTuple):
    """A thing at a place, such as a case: its title and its page."""

    title: str
    url: str


@dataclass(frozen=True)
class MapPoint:
    """A place on the map: degrees WGS 84, a name, and where its name leads.

    `group` is the heading under which the list names it; points of a group stand together.
    `items` are the things there that a bubble names, all of them or the first; `members` are the
    numbers of all, where one thing may be at several places, so that none is counted twice.
    """

    name: str
    latitude: float
    longitude: float
    url: str = ""
    count: int = 1
    group: str = ""
    items: tuple[MapItem, ...] = ()
    members: tuple[int, ...] = ()
    code: str = ""

    @property
    def x(self) -> float:
        return round((self.longitude - WEST) / STEP * CELL, 1)

    @property
    def y(self) -> float:
        return round((NORTH - self.latitude) / STEP * CELL, 1)

    @property
    def is_inside(self) -> bool:
        return WEST <= self.longitude <= EAST and SOUTH <= self.latitude <= NORTH


@dataclass(frozen=True)
class DotMap:
    """Places to show; those outside the region are only in the list beside the map."""

    title: str
    points: list[MapPoint] = field(default_factory=list)

    @property
    def inside(self) -> list[MapPoint]:
        """The points that are drawn, larger ones first so that small ones stay on top."""
        return sorted((p for p in self.points if p.is_inside), key=lambda p: -p.count)

    @property
    def outside(self) -> list[MapPoint]:
        return [point for point in self.points if not point.is_inside]

    @property
    def width(self) -> float:
        return (EAST - WEST) / STEP * CELL

    @property
    def height(self) -> float:
        return (NORTH - SOUTH) / STEP * CELL

    @property
    def land(self) -> str:
        return land_path()


@cache
def land_path() -> str:
    """Return the land as runs of cells: drawn with a dotted stroke, each cell becomes a dot."""
    rows = Path(__file__).with_name("land_grid.txt").read_text(encoding="ascii").splitlines()
    return "".join(_row_path(row, index) for index, row in enumerate(rows))


def _row_path(row: str, index: int) -> str:
    y = index * CELL + CELL // 2
    commands = []
    for is_land, run in groupby(enumerate(row), key=lambda cell: cell[1] == "#"):
        cells = [column for column, _mark in run]
        if is_land:
            commands.append(f"M{cells[0] * CELL + CELL // 2} {y}h{(len(cells) - 1) * CELL}.1")
    return "".join(commands)
