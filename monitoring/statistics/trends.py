"""Mann-Kendall tests of one series, and the regional (or seasonal) test over several."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy import special

from monitoring.statistics.kendall import kendall, signs, variance
from monitoring.statistics.results import Period, Result
from monitoring.statistics.series import number
from monitoring.statistics.theil_sen import ordered_in_time, slopes_of

FEWEST = 3  # surveys of a site below which a regional test has no variance for it


class Direction(StrEnum):
    INCREASING = "increasing"
    DECREASING = "decreasing"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class MannKendall(Result):
    """`p` belongs to `direction`, `p_two_sided` always to both.

    All None where there is no test: fewer than two values, or all of them equal.
    """

    s: float | None
    variance: float | None
    tau: float | None
    p: float | None
    p_two_sided: float | None
    direction: Direction
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedKendall(Result):
    """The normal test with a correction for continuity, for comparison with other software."""

    s: float
    variance: float | None
    z: float | None
    p: float | None
    direction: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalKendall(CorrectedKendall):
    """`n` counts surveys. `short` names blocks with fewer than three surveys: without a test then."""

    blocks: int
    short: tuple[str, ...]


Block = tuple[Sequence[float | None], Sequence[float]]  # values and their times


def direction_of(slope: float) -> Direction:
    """Return what litteR tests: an increase for a slope above zero, else a decrease, 0 included."""
    return Direction.INCREASING if slope > 0 else Direction.DECREASING


def mann_kendall(
    values: Iterable[float | None],
    times: Iterable[float] | None = None,
    direction: Direction = Direction.BOTH,
    period: Period | None = None,
) -> MannKendall:
    """Test a series against time, or against the order of its surveys when no times are given.

    Exact under 50 values without ties, else normal with the tie-corrected variance and no
    correction for continuity (R's cor.test, as litteR uses it). Raises UnequalLengths.
    """
    listed = list(values)
    rows, axis = ordered_in_time(listed, range(len(listed)) if times is None else times)
    test = kendall(rows, axis)
    exact = bool(test.exact[0])
    below, above = float(test.below[0]), float(test.above[0])
    if math.isnan(test.tau[0]):
        below = above = math.nan
    chances = _chances(below, above)
    return MannKendall(
        n=rows.shape[1],
        method="Mann-Kendall, exact" if exact else "Mann-Kendall, normal without continuity",
        period=period,
        s=float(test.s[0]),
        variance=number(test.variance[0]),
        tau=number(test.tau[0]),
        p=number(chances[direction]),
        p_two_sided=number(chances[Direction.BOTH]),
        direction=direction,
        exact=exact,
    )


def mann_kendall_with_continuity(
    values: Iterable[float | None],
    times: Iterable[float] | None = None,
    direction: Direction = Direction.BOTH,
) -> CorrectedKendall:
    """Test with Z = (S - sign S) / sqrt(Var S), 0 where S is 0 (Gilbert 1987, pymannkendall)."""
    listed = list(values)
    rows, axis = ordered_in_time(listed, range(len(listed)) if times is None else times)
    s, spread = float(signs(rows, axis)[0]), float(variance(rows, axis)[0])
    z, p = corrected(s, spread, direction)
    return CorrectedKendall(
        n=rows.shape[1],
        method="Mann-Kendall, normal with continuity",
        s=s,
        variance=number(spread),
        z=number(z),
        p=number(p),
        direction=direction,
    )


def regional_kendall(
    blocks: Mapping[str, Block],
    direction: Direction = Direction.BOTH,
    *,
    leave_out_short: bool = False,
    period: Period | None = None,
) -> RegionalKendall:
    """Sum S and Var S over blocks, sites or seasons, and test the sums with continuity.

    Van Belle and Hughes 1984; Gilbert 1987, 17.1-17.5; Hirsch, Slack and Smith 1982 for seasons. A
    block of fewer than three surveys leaves no test, as in litteR, unless `leave_out_short`; `short`
    names them either way.
    """
    ordered = {name: ordered_in_time(*block) for name, block in blocks.items()}
    short = tuple(name for name, (rows, _axis) in ordered.items() if rows.shape[1] < FEWEST)
    used = [each for name, each in ordered.items() if not (leave_out_short and name in short)]
    s = math.fsum(float(signs(rows, axis)[0]) for rows, axis in used)
    spread = math.fsum(float(variance(rows, axis)[0]) for rows, axis in used)
    z, p = corrected(s, spread if used else math.nan, direction)
    return RegionalKendall(
        n=sum(rows.shape[1] for rows, _axis in used),
        method="regional Kendall, normal with continuity",
        period=period,
        s=s,
        variance=number(spread),
        z=number(z),
        p=number(p),
        direction=direction,
        blocks=len(used),
        short=short,
    )


def seasonal_slope(seasons: Mapping[str, Block]) -> float | None:
    """Return the median of all slopes between values of the same season (Hirsch et al. 1982)."""
    ordered = [ordered_in_time(*block) for block in seasons.values()]
    slopes = [slopes_of(rows[0], axis) for rows, axis in ordered]
    together = np.concatenate(slopes) if slopes else np.array([])
    return float(np.median(together)) if together.size else None


def corrected(s: float, spread: float, direction: Direction) -> tuple[float, float]:
    """Return Z and its probability; Z is 0 where S is, NaN without a variance."""
    if math.isnan(spread):
        return math.nan, math.nan
    z = 0.0 if s == 0 else (s - math.copysign(1, s)) / math.sqrt(spread)
    below, above = float(special.ndtr(z)), float(special.ndtr(-z))
    return z, {
        Direction.INCREASING: above,
        Direction.DECREASING: below,
        Direction.BOTH: 2 * min(below, above),
    }[direction]


def _chances(below: float, above: float) -> dict[Direction, float]:
    return {
        Direction.DECREASING: below,
        Direction.INCREASING: above,
        Direction.BOTH: float(np.minimum(1, 2 * np.minimum(below, above))),
    }
