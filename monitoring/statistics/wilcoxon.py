"""Wilcoxon tests with R's conventions: a second opinion on thresholds and on two periods.

Exact for fewer than 50 values without ties (and, for one sample, without zeros); else normal with
the tie correction and a correction for continuity.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
from scipy import special, stats

from monitoring.statistics.kendall import EXACT_BELOW
from monitoring.statistics.results import Result
from monitoring.statistics.series import Numbers, number, recorded


class Alternative(StrEnum):
    BOTH = "both"
    GREATER = "greater"
    LESS = "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wilcoxon(Result):
    """`statistic` is V (sum of ranks above the value) or W (rank sum of the first sample, less its
    least). `n` counts the values that were ranked; without any, statistic and p are None."""

    statistic: float | None
    p: float | None
    alternative: Alternative
    exact: bool


def signed_rank(
    values: Iterable[float | None], against: float, alternative: Alternative = Alternative.BOTH
) -> Wilcoxon:
    """Test whether values lie symmetrically about `against`; values equal to it are left out."""
    apart = recorded(values) - against
    without_zeros = apart[apart != 0]
    n = without_zeros.size
    ranks = stats.rankdata(np.abs(without_zeros))
    v = float(ranks[without_zeros > 0].sum())
    exact = n < EXACT_BELOW and n == apart.size and np.unique(ranks).size == n
    if exact:
        p = _exact(_signed_rank_shares(n), v, alternative)
    else:
        spread = n * (n + 1) * (2 * n + 1) / 24 - ties(ranks) / 48
        p = _normal(v - n * (n + 1) / 4, spread, alternative)
    return _result("signed rank", n, v, p, alternative, exact=exact)


def rank_sum(
    first: Iterable[float | None],
    second: Iterable[float | None],
    alternative: Alternative = Alternative.BOTH,
) -> Wilcoxon:
    """Test whether the first sample lies above the second, say one period above another."""
    one, two = recorded(first), recorded(second)
    m, n = one.size, two.size
    if not (m and n):
        return _result("rank sum", m + n, math.nan, math.nan, alternative, exact=False)
    ranks = stats.rankdata(np.concatenate([one, two]))
    w = float(ranks[:m].sum() - m * (m + 1) / 2)
    exact = max(m, n) < EXACT_BELOW and np.unique(ranks).size == m + n
    if exact:
        p = _exact(_rank_sum_shares(m, n), w, alternative)
    else:
        spread = m * n / 12 * (m + n + 1 - ties(ranks) / ((m + n) * (m + n - 1)))
        p = _normal(w - m * n / 2, spread, alternative)
    return _result("rank sum", m + n, w, p, alternative, exact=exact)


def rank_sum_rank(m: int, n: int, wanted: float, *, exact: bool) -> int:
    """Return the rank, counted from 1, of the least of the m n differences that an interval of that
    coverage reaches to: the largest k with P(W < k) <= (1 - wanted) / 2; 0 when there is none."""
    tail = (1 - wanted) / 2
    if exact:
        return int(np.count_nonzero(np.cumsum(_rank_sum_shares(m, n)) <= tail))
    reach = float(special.ndtri(1 - tail)) * math.sqrt(m * n * (m + n + 1) / 12)
    return max(0, math.floor(m * n / 2 - reach + 0.5))


@lru_cache(maxsize=EXACT_BELOW)
def _signed_rank_shares(n: int) -> Numbers:
    """Return P(V = k) for k = 0 .. n(n + 1)/2: each rank is above or below with one half."""
    shares = np.ones(1)
    for rank in range(1, n + 1):
        shares = (np.pad(shares, (0, rank)) + np.pad(shares, (rank, 0))) / 2
    return shares


@lru_cache(maxsize=256)
def _rank_sum_shares(m: int, n: int) -> Numbers:
    """Return P(W = k) for k = 0 .. mn by counting the choices of m ranks among m + n."""
    ways = np.zeros((m + 1, m * (m + n) + 1))
    ways[0, 0] = 1
    for rank in range(m + n):
        for chosen in range(min(rank + 1, m), 0, -1):
            ways[chosen, rank:] += ways[chosen - 1, : ways.shape[1] - rank]
    least = m * (m - 1) // 2
    return ways[m, least : least + m * n + 1] / math.comb(m + n, m)


def _exact(shares: Numbers, statistic: float, alternative: Alternative) -> float:
    place = round(statistic)
    less, greater = float(shares[: place + 1].sum()), float(shares[place:].sum())
    return {
        Alternative.LESS: less,
        Alternative.GREATER: greater,
        Alternative.BOTH: min(1.0, 2 * min(less, greater)),
    }[alternative]


def _normal(distance: float, spread: float, alternative: Alternative) -> float:
    """Return the probability with half a rank taken towards the middle."""
    if spread <= 0:
        return math.nan
    shift = {
        Alternative.LESS: -0.5,
        Alternative.GREATER: 0.5,
        Alternative.BOTH: math.copysign(0.5, distance) if distance else 0.0,
    }[alternative]
    z = (distance - shift) / math.sqrt(spread)
    less, greater = float(special.ndtr(z)), float(special.ndtr(-z))
    return {
        Alternative.LESS: less,
        Alternative.GREATER: greater,
        Alternative.BOTH: 2 * min(less, greater),
    }[alternative]


def ties(ranks: Numbers) -> float:
    """Return the sum of t^3 - t over groups of t equal ranks, by which variances are corrected."""
    sizes = np.unique(ranks, return_counts=True)[1].astype(np.float64)
    return float((sizes**3 - sizes).sum())


def _result(
    name: str, n: int, statistic: float, p: float, alternative: Alternative, *, exact: bool
) -> Wilcoxon:
    return Wilcoxon(
        n=n,
        method=f"Wilcoxon {name}, {'exact' if exact else 'normal with continuity'}",
        statistic=number(statistic) if n else None,
        p=number(p) if n else None,
        alternative=alternative,
        exact=exact,
    )
