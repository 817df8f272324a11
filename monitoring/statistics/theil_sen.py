"""Theil-Sen slopes of many series on one time axis, with the interval of a single one."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy import special

from monitoring.statistics.kendall import BLOCK, variance
from monitoring.statistics.results import Period, Result
from monitoring.statistics.series import (
    DAYS_OF_A_YEAR,
    Numbers,
    number,
    pairs_of,
    same_length,
    series,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope(Result):
    """`slope` per unit of time with its interval, `intercept` at time 0; None where nothing gives one.

    Lower and upper end are those of the ordered slopes whose ranks are rounded; Gilbert's
    interpolated ends stand beside them.
    """

    slope: float | None
    intercept: float | None
    lower: float | None
    upper: float | None
    lower_interpolated: float | None
    upper_interpolated: float | None
    wanted: float
    slopes: int

    @property
    def per_year(self) -> float | None:
        """Return the slope per year of 365.25 days, for a time axis in days."""
        return None if self.slope is None else self.slope * DAYS_OF_A_YEAR


class Lines(NamedTuple):
    """For each row: slope, intercept, and S, the sum of signs over the same pairs."""

    slope: Numbers
    intercept: Numbers
    s: Numbers


def lines_of(rows: Numbers, times: Numbers) -> Lines:
    """Return the line of each row (items x surveys, times ascending, no blanks).

    Slope: median of (y_j - y_i) / (t_j - t_i) over all pairs with t_j > t_i (Theil 1950, Sen 1968).
    Intercept: median of y - slope x t, so the line has half of the values on each side; scipy's
    `theilslopes` does so only with method="joint". NaN where all times are equal.
    """
    earlier, later = pairs_of(times)
    slope, s = np.zeros(len(rows)), np.zeros(len(rows))
    if not earlier.size:
        return Lines(slope + np.nan, slope + np.nan, s)
    gaps = times[later] - times[earlier]
    changing = np.flatnonzero((rows != rows[:, :1]).any(axis=1))
    step = max(1, BLOCK // earlier.size)
    for start in range(0, changing.size, step):
        some = changing[start : start + step]
        apart = np.take(rows[some], later, axis=1) - np.take(rows[some], earlier, axis=1)
        up, down = np.count_nonzero(apart > 0, axis=1), np.count_nonzero(apart < 0, axis=1)
        s[some] = up - down
        sloped = np.maximum(up, down) > (earlier.size - 1) // 2  # else the middle slope is 0
        slope[some[sloped]] = _middle_of(apart[sloped] / gaps)
    return Lines(slope, middle(rows - slope[:, np.newaxis] * times), s)


def slopes_of(values: Numbers, times: Numbers) -> Numbers:
    """Return the slopes of all pairs of one series, in ascending order."""
    earlier, later = pairs_of(times)
    return np.sort((values[later] - values[earlier]) / (times[later] - times[earlier]))


def middle(rows: Numbers) -> Numbers:
    """Return the median of each row; quicker than np.median on many rows."""
    return _middle_of(rows.copy())


def _middle_of(rows: Numbers) -> Numbers:
    """Return the median of each row, whose order is lost."""
    half = rows.shape[1] // 2
    if rows.shape[1] % 2:
        rows.partition(half, axis=1)
        return rows[:, half].copy()
    rows.partition((half - 1, half), axis=1)
    return (rows[:, half - 1] + rows[:, half]) / 2


def theil_sen(
    values: Iterable[float | None],
    times: Iterable[float],
    wanted: float = 0.95,
    period: Period | None = None,
) -> Slope:
    """Return slope, intercept and the slope's interval (Gilbert 1987, 16.4.2).

    C = z sqrt(Var S), M1 = (N - C)/2, M2 = (N + C)/2 of the N ordered slopes; the ends have the
    ranks M1 and M2 + 1. Blanks are left out with their times. Raises UnequalLengths.
    """
    rows, axis = ordered_in_time(values, times)
    line = lines_of(rows, axis)
    slopes = slopes_of(rows[0], axis)
    reach = special.ndtri((1 + wanted) / 2) * math.sqrt(variance(rows, axis)[0])
    lower = (slopes.size - reach) / 2
    upper = (slopes.size + reach) / 2 + 1
    return Slope(
        n=rows.shape[1],
        method="Theil-Sen, interval by Gilbert 16.4.2",
        period=period,
        slope=number(line.slope[0]),
        intercept=number(line.intercept[0]),
        lower=_at(slopes, lower, rounded=True),
        upper=_at(slopes, upper, rounded=True),
        lower_interpolated=_at(slopes, lower, rounded=False),
        upper_interpolated=_at(slopes, upper, rounded=False),
        wanted=wanted,
        slopes=slopes.size,
    )


def ordered_in_time(
    values: Iterable[float | None], times: Iterable[float]
) -> tuple[Numbers, Numbers]:
    """Return recorded values as a matrix of one row and their times, both in the order of time."""
    array, axis = series(values), series(times)
    same_length(array, axis)
    known = ~np.isnan(array)
    array, axis = array[known], axis[known]
    order = np.argsort(axis, kind="stable")
    return array[order][np.newaxis, :], axis[order]


def _at(ordered: Numbers, rank: float, *, rounded: bool) -> float | None:
    """Return the value of a rank counted from 1, None outside of the list or without a rank."""
    if math.isnan(rank):
        return None
    place = float(np.round(rank)) if rounded else rank
    if not 1 <= place <= ordered.size:
        return None
    return float(np.interp(place, np.arange(1, ordered.size + 1), ordered))
