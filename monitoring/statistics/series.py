"""From what is stored to arrays: blanks stay blanks, impossible amounts are refused."""

import math
from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from monitoring.statistics.errors import NotANumber, UnequalLengths

Numbers = NDArray[np.float64]
EPOCH = date(1970, 1, 1).toordinal()
DAYS_OF_A_YEAR = 365.25


def series(values: Iterable[float | None]) -> Numbers:
    """Return values as an array with NaN for blanks. Raises NotANumber for infinite ones."""
    array = np.array([math.nan if value is None else value for value in values], dtype=np.float64)
    if np.isinf(array).any():
        raise NotANumber("Values are finite.")
    return array


def amounts(values: Iterable[float | None]) -> Numbers:
    """Return counts, weights or lengths as `series` does. Raises NotANumber also below zero."""
    array = series(values)
    if (array < 0).any():
        raise NotANumber("Amounts are not below zero.")
    return array


def recorded(values: Iterable[float | None]) -> Numbers:
    """Return the values that were recorded, in their order, blanks left out."""
    array = series(values)
    return array[~np.isnan(array)]


def total(values: Iterable[float | None]) -> float | None:
    """Return the sum of the amounts recorded; None, not zero, when nothing was."""
    array = amounts(values)
    known = array[~np.isnan(array)]
    return math.fsum(known) if known.size else None


def days(dates: Iterable[date]) -> Numbers:
    """Return days since 1970-01-01, the time axis of all trends here and in litteR."""
    return np.array([each.toordinal() - EPOCH for each in dates], dtype=np.float64)


def pairs_of(times: Numbers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the places of all pairs at different times, the earlier and the later; times ascend."""
    earlier, later = np.triu_indices(len(times), k=1)
    apart = times[later] > times[earlier]
    return earlier[apart], later[apart]


def quarter(day: date) -> int:
    """Return the number of a day's quarter, counted through the years: those of 2025 follow on 2024's."""
    return 4 * day.year + (day.month - 1) // 3


def same_length(first: Numbers, second: Numbers) -> None:
    """Raises UnequalLengths when two arrays do not belong together."""
    if len(first) != len(second):
        raise UnequalLengths(f"{len(first)} values, but {len(second)} beside them.")


def number(value: float) -> float | None:
    """Return a Python number, None for NaN."""
    return None if math.isnan(value) else float(value)
