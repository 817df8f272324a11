"""Descriptive statistics with one convention each: type-7 quantiles, sd with n - 1, MAD x 1.4826.

scipy's `scale='normal'` differs from 1.4826 in the seventh digit, so the constant is written out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from monitoring.statistics.results import Period, Result
from monitoring.statistics.series import Numbers, number, recorded, series

MAD_CONSTANT = 1.4826  # as in R's mad()


@dataclass(frozen=True, slots=True, kw_only=True)
class Description(Result):
    """In the unit of the values; `cv`, `rmad` without unit, `iod` in the unit.

    Everything is None without a value, `sd`, `cv` and `iod` also of a single one, `cv` and `iod`
    where the mean is 0, `rmad` where the median is 0. `blanks` were left out.
    """

    blanks: int
    mean: float | None
    median: float | None
    sd: float | None
    cv: float | None
    mad: float | None
    rmad: float | None
    iod: float | None
    trimean: float | None
    minimum: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    maximum: float | None


def quantiles(values: Iterable[float | None], shares: Sequence[float]) -> list[float | None]:
    """Return quantiles of type 7 (R's default, Excel's PERCENTILE), None of nothing."""
    array = recorded(values)
    if not array.size:
        return [None for _share in shares]
    return [float(each) for each in np.quantile(array, shares, method="linear")]


def median(values: Iterable[float | None]) -> float | None:
    """Return the middle value, or the mean of the two in the middle."""
    array = recorded(values)
    return float(np.median(array)) if array.size else None


def describe(values: Iterable[float | None], period: Period | None = None) -> Description:
    """Describe one list of values; see `Description` for what is None when. Raises NotANumber."""
    everything = series(values)
    array = everything[~np.isnan(everything)]
    if not array.size:
        return _nothing(everything.size, period)
    smallest, lower, middle, upper, largest = (
        float(each) for each in np.quantile(array, [0, 0.25, 0.5, 0.75, 1], method="linear")
    )
    mean, sd, mad = spread(array[np.newaxis, :])
    return Description(
        n=array.size,
        method="type-7 quantiles; sd with n - 1; MAD x 1.4826",
        period=period,
        blanks=everything.size - array.size,
        mean=float(mean[0]),
        median=middle,
        sd=number(sd[0]),
        cv=number(ratio(sd, mean)[0]),
        mad=float(mad[0]),
        rmad=number(ratio(mad, np.array([middle]))[0]),
        iod=number(ratio(sd**2, mean)[0]),
        trimean=(lower + 2 * middle + upper) / 4,
        minimum=smallest,
        lower_quartile=lower,
        upper_quartile=upper,
        maximum=largest,
    )


def spread(rows: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return mean, sd (n - 1; NaN of one value) and MAD x 1.4826 of each row, without blanks."""
    mean = rows.mean(axis=1)
    sd = rows.std(axis=1, ddof=1) if rows.shape[1] > 1 else np.full(len(rows), np.nan)
    distances = np.abs(rows - np.median(rows, axis=1, keepdims=True))
    return mean, sd, MAD_CONSTANT * np.median(distances, axis=1)


def ratio(above: Numbers, below: Numbers) -> Numbers:
    """Return above / below, NaN where below is 0."""
    return np.divide(above, below, out=np.full(len(above), np.nan), where=below != 0)


def _nothing(blanks: int, period: Period | None) -> Description:
    names = set(Description.__dataclass_fields__) - {"n", "method", "period", "version", "blanks"}
    empty: dict[str, Any] = dict.fromkeys(names)
    return Description(n=0, method="nothing recorded", period=period, blanks=blanks, **empty)
