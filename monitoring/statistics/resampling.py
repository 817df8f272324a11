"""Intervals by resampling, for what order statistics cannot tell: means, ratios of sums, an area's slope.

Percentile bootstrap (Efron and Tibshirani 1993, ch. 13): surveys are drawn with replacement within each
site, so that every resample has as many surveys of a site as there are. A resample is kept as a row of
weights, how often each survey was drawn; all figures of a site follow from the same rows, and sites are
added up row by row. The seed belongs to site and version: the same data give the same ends.
"""

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from monitoring.statistics.descriptive import quantiles
from monitoring.statistics.results import Interval, Period
from monitoring.statistics.series import Numbers, pairs_of, same_length, series

RESAMPLES: Final = 2_000
FEWEST: Final = 6  # values, below which no method gives an interval of 95 %
BLOCK: Final = 250_000  # products of weights held at once: 1 MB, which a processor keeps near
METHOD: Final = f"percentile bootstrap within sites, {RESAMPLES:,} resamples"

NARROW: Final = 255  # surveys up to which all pairs drawn are counted in 16 bits, twice as fast

Weights = NDArray[np.integer]


def weights_of(n: int, seed: int, resamples: int = RESAMPLES) -> Weights:
    """Return how often each of `n` surveys was drawn (resamples x n); every row adds up to n."""
    chosen = np.random.default_rng(seed).integers(n, size=(resamples, n))
    rows = np.arange(resamples)[:, np.newaxis]
    flat = (chosen + n * rows).ravel()
    counted = np.bincount(flat, minlength=n * resamples).reshape(resamples, n)
    return counted.astype(np.int32)


def sums_of(weights: Weights, values: Iterable[float | None]) -> Numbers:
    """Return the sum of the values drawn in each resample; a blank adds nothing. Raises UnequalLengths."""
    array = series(values)
    same_length(array, weights[0])
    return weights.astype(np.float64) @ np.nan_to_num(array)


def slopes_of_resamples(
    weights: Weights, values: Iterable[float | None], times: Iterable[float]
) -> Numbers:
    """Return the Theil-Sen slope of each resample, per unit of time; NaN where only one day was drawn.

    A pair of surveys stands in a resample as often as both were drawn together, so the slope is the median
    of the slopes of all pairs by these weights. Surveys without a value are drawn in vain.
    """
    array, axis = series(values), series(times)
    same_length(array, axis)
    known = np.flatnonzero(~np.isnan(array))
    order = known[np.argsort(axis[known], kind="stable")]
    array, axis = array[order], axis[order]
    width = np.int16 if weights.shape[1] <= NARROW else np.int32
    drawn: Weights = np.ascontiguousarray(weights[:, order].T).astype(width, copy=False)
    earlier, later = pairs_of(axis)
    slopes = (array[later] - array[earlier]) / (axis[later] - axis[earlier])
    by_slope = np.argsort(slopes, kind="stable")
    earlier, later, slopes = earlier[by_slope], later[by_slope], slopes[by_slope]
    found = np.full(len(weights), np.nan)
    step = max(1, BLOCK // max(1, slopes.size))
    for start in range(0, len(weights), step):
        some = drawn[:, start : start + step]
        found[start : start + step] = _weighted_medians(slopes, some[earlier] * some[later])
    return found


def percentile_interval(
    figures: Numbers, n: int, *, wanted: float = 0.95, period: Period | None = None
) -> Interval:
    """Return the interval between the tails of what the resamples gave; none under six values (`n`).

    Resamples that give nothing (NaN) are left out.
    """
    known = figures[~np.isnan(figures)]
    tail = (1 - wanted) / 2
    lower, upper = quantiles(known, (tail, 1 - tail)) if n >= FEWEST else (None, None)
    return Interval(n=n, method=METHOD, period=period, lower=lower, upper=upper, wanted=wanted)


def ratios(above: Numbers, below: Numbers) -> Numbers:
    """Return above / below, NaN where nothing stands below."""
    return np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0)


def _weighted_medians(ordered: Numbers, weights: Weights) -> Numbers:
    """Return for each column of weights (pairs x resamples) the median of the ordered slopes."""
    if not ordered.size:
        return np.full(weights.shape[1], np.nan)
    reached = np.cumsum(weights, axis=0, dtype=weights.dtype)
    whole = reached[-1]
    last = ordered.size - 1
    below = np.count_nonzero(reached < (whole + 1) // 2, axis=0)
    above = np.minimum(np.count_nonzero(reached <= whole // 2, axis=0), last)
    return np.where(whole > 0, (ordered[below] + ordered[above]) / 2, np.nan)
