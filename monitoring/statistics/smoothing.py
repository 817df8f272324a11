"""A smooth line through a series: LOWESS (Cleveland 1979), as R's lowess with its usual settings.

It shows where a series bends, which a straight line cannot; it tests nothing.
"""

from collections.abc import Iterable
from typing import Final

import numpy as np

from monitoring.statistics.series import Numbers, same_length, series

FEWEST: Final = 25  # values, below which the line says more than the values do
SHARE: Final = 2 / 3  # of the values that stand behind each place of the line
TURNS: Final = 3  # after the first, each with less weight for what lies far off


def lowess(values: Iterable[float | None], times: Iterable[float]) -> list[float | None]:
    """Return the smooth value at the time of each value, None for blanks, and for all where fewer than
    25 values are recorded. Raises UnequalLengths."""
    rows, axis = series(values), series(times)
    same_length(rows, axis)
    known = ~np.isnan(rows)
    found: list[float | None] = [None] * rows.size
    if int(known.sum()) < FEWEST:
        return found
    smooth = _smoothed(rows[known], axis[known])
    for place, value in zip(np.flatnonzero(known).tolist(), smooth.tolist(), strict=True):
        found[place] = value
    return found


def _smoothed(values: Numbers, axis: Numbers) -> Numbers:
    apart = np.abs(axis[:, np.newaxis] - axis[np.newaxis, :])
    near = _tricube(apart, int(SHARE * values.size + 1e-7))
    trusted = np.ones(values.size)
    found = _lines(values, axis, near * trusted)
    for _turn in range(TURNS):
        trusted, is_close = _bisquare(np.abs(values - found))
        if is_close:
            break
        found = _lines(values, axis, near * trusted)
    return found


def _tricube(apart: Numbers, count: int) -> Numbers:
    """Return the weight of each value (columns) at each place (rows), by the distance of the `count`-th
    nearest."""
    reach = np.sort(apart, axis=1)[:, count - 1 : count]
    with np.errstate(divide="ignore", invalid="ignore"):
        weights = (1 - (apart / reach) ** 3) ** 3
    weights = np.where(apart <= 0.001 * reach, 1, weights)
    found: Numbers = np.where(apart <= 0.999 * reach, weights, 0)
    return np.where(reach > 0, found, apart == 0)


def _lines(values: Numbers, axis: Numbers, weights: Numbers) -> Numbers:
    """Return at each place the value of the line through what is near; a level one where all of it
    stands at one time."""
    weights = weights / weights.sum(axis=1, keepdims=True)
    middle = weights @ axis
    away = axis[np.newaxis, :] - middle[:, np.newaxis]
    spread = (weights * away**2).sum(axis=1)
    reach = axis.max() - axis.min()
    is_spread = (np.sqrt(spread) > 0.001 * reach) & (reach > 0)
    pull = np.where(is_spread, (axis - middle) / np.where(is_spread, spread, 1), 0)
    found: Numbers = (weights * (1 + pull[:, np.newaxis] * away)) @ values
    return found


def _bisquare(residuals: Numbers) -> tuple[Numbers, bool]:
    """Return how far each value is trusted, and whether the line is close to all of them already."""
    reach = 6 * float(np.median(residuals))
    if reach < 1e-7 * float(residuals.mean()) or not reach:
        return np.ones(residuals.size), True
    weights = (1 - (residuals / reach) ** 2) ** 2
    weights = np.where(residuals <= 0.001 * reach, 1, weights)
    return np.where(residuals <= 0.999 * reach, weights, 0), False
