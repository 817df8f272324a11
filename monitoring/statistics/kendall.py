"""Kendall's S of one or many series, its variance with ties, and its exact distribution.

All items of a site share its survey dates, so the functions take a matrix (items x surveys, in the
order of time, no blanks) and one time axis; a single series is a matrix of one row.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import special

from monitoring.statistics.series import Numbers, pairs_of

BLOCK = 2_000_000  # differences held at once: 16 MB
EXACT_BELOW = 50  # series shorter than this without ties get exact probabilities, as in R


class Kendall(NamedTuple):
    """For each row: S, its variance (NaN under three values), tau-b, one-sided probabilities.

    `below` is P(S <= s), for a decrease, `above` is P(S >= s), for an increase; NaN where all values
    or all times are equal. `exact` tells which rows were not approximated by the normal
    distribution.
    """

    s: Numbers
    variance: Numbers
    tau: Numbers
    below: Numbers
    above: Numbers
    exact: NDArray[np.bool_]


def signs(rows: Numbers, times: Numbers) -> Numbers:
    """Return S: the sum of sign(x_j - x_i) over pairs i < j at different times (Gilbert 1987)."""
    earlier, later = pairs_of(times)
    s = np.zeros(len(rows))
    step = max(1, BLOCK // max(1, earlier.size))
    for start in range(0, len(rows), step):
        some = rows[start : start + step]
        apart = np.take(some, later, axis=1) - np.take(some, earlier, axis=1)
        up, down = np.count_nonzero(apart > 0, axis=1), np.count_nonzero(apart < 0, axis=1)
        s[start : start + step] = up - down
    return s


def variance(rows: Numbers, times: Numbers) -> Numbers:
    """Return Var(S) with ties in value and in time (Van Belle and Hughes 1984, eq. 2; Gilbert 16.5).

    [f(n) - sum f(t) - sum f(u)] / 18 + sum e(t) sum e(u) / (9 e(n)) + sum d(t) sum d(u) / (2 d(n)),
    d = x(x - 1), e = d(x - 2), f = d(2x + 5); t and u count equal values and equal times. NaN
    under three values.
    """
    n = rows.shape[1]
    if n < 3:
        return np.full(len(rows), np.nan)
    values, dates = tied(rows), tied(times[np.newaxis, :])
    return (
        (_f(n) - values(_f) - dates(_f)) / 18
        + values(_e) * dates(_e) / (9 * _e(n))
        + values(_d) * dates(_d) / (2 * _d(n))
    )


def kendall(rows: Numbers, times: Numbers, s: Numbers | None = None) -> Kendall:
    """Test each row for a trend as R's cor.test(method = "kendall") does, method named explicitly.

    Exact for fewer than 50 values without ties, else normal with the full variance and without a
    correction for continuity. `s` may be given when it is known.
    """
    n = rows.shape[1]
    s = signs(rows, times) if s is None else s
    spread = variance(rows, times)
    pairs = n * (n - 1) / 2
    equal = tied(rows)(_d) / 2
    equal_times = float(tied(times[np.newaxis, :])(_d)[0]) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        tau = s / np.sqrt((pairs - equal) * (pairs - equal_times))
        z = s / np.sqrt(spread)
    below, above = special.ndtr(z), special.ndtr(-z)
    exact = (equal == 0) & (equal_times == 0) & (1 < n < EXACT_BELOW)
    if exact.any():
        shares = cumulative(n)
        concordant = ((s[exact] + pairs) / 2).round().astype(int)
        below[exact] = shares[concordant]
        above[exact] = shares[int(pairs) - concordant]
    return Kendall(s, spread, tau, below, above, exact)


def tied(rows: Numbers) -> Callable[[Callable[[Numbers], Numbers]], Numbers]:
    """Return a function that sums f(size) over the groups of equal values of each row."""
    ordered = np.sort(rows, axis=1)
    begins = np.ones(ordered.shape, dtype=bool)
    begins[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    starts = np.flatnonzero(begins)
    sizes = np.diff(np.append(starts, ordered.size)).astype(np.float64)
    large = sizes > 1
    owners, sizes = (starts // max(ordered.shape[1], 1))[large], sizes[large]

    def summed(f: Callable[[Numbers], Numbers]) -> Numbers:
        return np.bincount(owners, weights=f(sizes), minlength=len(rows)).astype(np.float64)

    return summed


@lru_cache(maxsize=EXACT_BELOW)
def cumulative(n: int) -> Numbers:
    """Return P(concordant pairs <= k) for k = 0 .. n(n - 1)/2 when all orders are equally likely."""
    shares = np.ones(1)
    for size in range(2, n + 1):
        shares = np.convolve(shares, np.full(size, 1 / size))
    result = np.minimum(np.cumsum(shares), 1)
    result.flags.writeable = False
    return result


def _d(size: Numbers | int) -> Numbers:
    return np.multiply(size, np.subtract(size, 1), dtype=np.float64)


def _e(size: Numbers | int) -> Numbers:
    return _d(size) * np.subtract(size, 2)


def _f(size: Numbers | int) -> Numbers:
    return _d(size) * (np.multiply(2, size) + 5)
