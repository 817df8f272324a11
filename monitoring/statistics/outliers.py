"""Outliers by the boxplot adjusted for skewness: flagged, never removed.

Hubert and Vandervieren 2008, eq. 5, with the medcouple of Brys, Hubert and Struyf 2004. Values tied
with the median get the kernel litteR uses (statsmodels' differs there).
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from monitoring.statistics.descriptive import quantiles
from monitoring.statistics.results import Period, Result
from monitoring.statistics.series import number, recorded, series

TIED = 10 * float(np.finfo(np.float64).eps)
REACH = 1.5  # quartile distances from the box to a fence


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxplot(Result):
    """In the unit of the values; everything None without a value.

    `lower_fence` and `upper_fence` are the fences as computed, `lower_end` and `upper_end` the same
    drawn back to the smallest and largest value. `outliers` are places in the list that was given.
    """

    medcouple: float | None
    lower_fence: float | None
    lower_end: float | None
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None
    upper_end: float | None
    upper_fence: float | None
    outliers: tuple[int, ...]


def medcouple(values: Iterable[float | None]) -> float:
    """Return the skewness: median of h = ((z+) + (z-)) / ((z+) - (z-)) over z- <= median <= z+.

    z are distances from the median. Where z+ is the median itself h is -1, where z- is 1, where
    both are 0. Between -1 (skewed to the left) and 1; NaN without a value.
    """
    array = recorded(values)
    if not array.size:
        return math.nan
    distances = array - np.median(array)
    above, below = distances[distances >= 0][:, np.newaxis], distances[distances <= 0]
    middle_above, middle_below = np.abs(above) < TIED, np.abs(below) < TIED
    with np.errstate(invalid="ignore", divide="ignore"):
        kernel = (above + below) / (above - below)
    kernel = np.where(middle_above, -1.0, np.where(middle_below, 1.0, kernel))
    kernel[(middle_above & middle_below)] = 0
    return float(np.median(kernel))


def adjusted_boxplot(values: Iterable[float | None], period: Period | None = None) -> Boxplot:
    """Return box, fences and outliers.

    Fences: Q1 - 1.5 exp(a MC) IQR and Q3 + 1.5 exp(b MC) IQR; a = -4, b = 3 for MC >= 0, else a = -3,
    b = 4; type-7 quartiles. An outlier lies beyond a fence.
    """
    everything = series(values)
    lower, middle, upper = quantiles(everything, (0.25, 0.5, 0.75))
    skewness = medcouple(everything)
    if lower is None or middle is None or upper is None:
        low_fence = high_fence = smallest = largest = math.nan
    else:
        smallest, largest = float(np.nanmin(everything)), float(np.nanmax(everything))
        down, up = (-4, 3) if skewness >= 0 else (-3, 4)
        low_fence = lower - REACH * math.exp(down * skewness) * (upper - lower)
        high_fence = upper + REACH * math.exp(up * skewness) * (upper - lower)
    beyond = (everything < low_fence) | (everything > high_fence)
    return Boxplot(
        n=int((~np.isnan(everything)).sum()),
        method="adjusted boxplot",
        period=period,
        medcouple=number(skewness),
        lower_fence=number(low_fence),
        lower_end=number(max(smallest, low_fence)),
        lower_quartile=lower,
        median=middle,
        upper_quartile=upper,
        upper_end=number(min(largest, high_fence)),
        upper_fence=number(high_fence),
        outliers=tuple(int(place) for place in np.flatnonzero(beyond)),
    )


def tukey_fences(values: Iterable[float | None]) -> tuple[float | None, float | None]:
    """Return Q1 - 1.5 IQR and Q3 + 1.5 IQR, which know nothing of skewness; for comparison only."""
    lower, upper = quantiles(values, (0.25, 0.75))
    if lower is None or upper is None:
        return None, None
    return lower - REACH * (upper - lower), upper + REACH * (upper - lower)
