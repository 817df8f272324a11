"""Two periods of one scope beside each other."""

from dataclasses import dataclass

from monitoring.results.shapes.parts import Interval
from monitoring.statistics.results import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the periods: what was looked at, and items per 100 m of all its surveys that enter the
    indicators. `seasons` counts surveys by quarter of the year."""

    asked: Period
    n: int
    sites: tuple[str, ...]
    median: float | None
    interval: Interval
    mean: float | None
    seasons: dict[str, int]
    protocols: tuple[str, ...]
    lists: tuple[str, ...]
    lower_sizes_mm: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """By how much the second period lies above the first, per 100 m, at the `sites` that were surveyed in
    both; others are left out. `p` is two-sided, None where nothing can be tested."""

    n: int
    sites: tuple[str, ...]
    left_out: tuple[str, ...]
    median: float | None
    interval: Interval
    p: float | None
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Demo surveys only where there are no others in either period, and `is_demo` says so."""

    version: str
    is_demo: bool
    first: Side
    second: Side
    difference: Difference
