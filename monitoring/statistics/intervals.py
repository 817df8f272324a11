"""Confidence intervals of a median: by order statistics; Wilson's limits and bootstrap beside it.

litteR has none. Order statistics make no assumption and say what they really cover; below six
values there is no interval of 95 %.
"""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from scipy import special

from monitoring.statistics.descriptive import quantiles
from monitoring.statistics.results import Interval, Period
from monitoring.statistics.series import Numbers, recorded

RESAMPLES = 10_000
BLOCK = 1_000  # resamples held at once


def median_interval(
    values: Iterable[float | None], wanted: float = 0.95, period: Period | None = None
) -> Interval:
    """Return the k-th and (n + 1 - k)-th value, k the largest with P(B < k) <= (1 - wanted) / 2.

    B is Binomial(n, 1/2) (Conover 1999). Coverage is 1 - 2 P(B < k); None without such a k.
    """
    ordered = np.sort(recorded(values))
    rank = lower_rank(ordered.size, wanted)
    return Interval(
        n=ordered.size,
        method="order statistics, binomial",
        period=period,
        lower=float(ordered[rank - 1]) if rank else None,
        upper=float(ordered[-rank]) if rank else None,
        wanted=wanted,
        coverage=float(1 - 2 * special.bdtr(rank - 1, ordered.size, 0.5)) if rank else None,
    )


def median_intervals(rows: Numbers, wanted: float = 0.95) -> tuple[Numbers, Numbers]:
    """Return both ends of the interval of each row's median, as `median_interval` gives them; NaN where a
    row has too few values. Blanks (NaN) are left out row by row."""
    ordered = np.sort(rows, axis=1)  # blanks last
    n = (~np.isnan(rows)).sum(axis=1)
    ranks = {int(each): lower_rank(int(each), wanted) for each in np.unique(n)}
    rank = np.array([ranks[int(each)] for each in n], dtype=np.intp)
    lower, upper = np.full(len(rows), np.nan), np.full(len(rows), np.nan)
    told = np.flatnonzero(rank)
    lower[told] = ordered[told, rank[told] - 1]
    upper[told] = ordered[told, n[told] - rank[told]]
    return lower, upper


def lower_rank(n: int, wanted: float = 0.95) -> int:
    """Return the rank of the interval's lower end, counted from 1; 0 when there is none."""
    rank = 0
    while rank < n // 2 and special.bdtr(rank, n, 0.5) <= (1 - wanted) / 2:
        rank += 1
    return rank


def wilson_limits(n: int, wanted: float = 0.95) -> tuple[float, float]:
    """Return Wilson's limits of a share of one half: (1/2 + z2/2n -+ z sqrt(1/4n + z2/4n2)) / (1 + z2/n)."""
    z = special.ndtri((1 + wanted) / 2)
    middle = 0.5 + z * z / (2 * n)
    reach = z * math.sqrt(0.25 / n + z * z / (4 * n * n))
    return float((middle - reach) / (1 + z * z / n)), float((middle + reach) / (1 + z * z / n))


def wilson_interval(values: Iterable[float | None], wanted: float = 0.95) -> Interval:
    """Return Wilson's limits read as type-7 quantiles, as the EU threshold report does."""
    array = recorded(values)
    if not array.size:
        return Interval(n=0, method="Wilson", lower=None, upper=None, wanted=wanted)
    lower, upper = quantiles(array, wilson_limits(array.size, wanted))
    return Interval(
        n=array.size,
        method="Wilson limits as type-7 quantiles",
        lower=lower,
        upper=upper,
        wanted=wanted,
    )


def bootstrap_interval(
    groups: Sequence[Iterable[float | None]],
    *,
    seed: int,
    wanted: float = 0.95,
    resamples: int = RESAMPLES,
) -> Interval:
    """Return the percentile interval of the pooled median, resampled within each group.

    One group per site, so that every resample has as many surveys of each as there are. The seed
    belongs to data set and version: the same data give the same ends.
    """
    chance = np.random.default_rng(seed)
    filled = [array for array in map(recorded, groups) if array.size]
    n = sum(array.size for array in filled)
    if not n:
        return Interval(n=0, method="bootstrap", lower=None, upper=None, wanted=wanted)
    medians = [
        _medians(filled, min(BLOCK, resamples - start), chance)
        for start in range(0, resamples, BLOCK)
    ]
    tail = (1 - wanted) / 2
    lower, upper = quantiles(np.concatenate(medians), (tail, 1 - tail))
    return Interval(
        n=n,
        method=f"percentile bootstrap, {resamples} resamples, seed {seed}",
        lower=lower,
        upper=upper,
        wanted=wanted,
    )


def _medians(groups: Sequence[Numbers], times: int, chance: np.random.Generator) -> Numbers:
    """Return the pooled medians of so many resamples, each drawn group by group."""
    drawn = [array[chance.integers(array.size, size=(times, array.size))] for array in groups]
    return np.asarray(np.median(np.concatenate(drawn, axis=1), axis=1), dtype=np.float64)
