"""A blank never becomes a zero in any statistic, and none is left out of this test (G6)."""

import inspect
import math
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, is_dataclass
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from monitoring import statistics
from monitoring.statistics.amounts import recorded_amounts
from monitoring.statistics.bulletin import Compartment, bulletin_value
from monitoring.statistics.clean_coast import class_counts, clean_coast_index
from monitoring.statistics.composition import composition, mean_share, theme_share
from monitoring.statistics.densities import items_per_km2, pooled, rates
from monitoring.statistics.descriptive import describe, median, quantiles
from monitoring.statistics.intervals import bootstrap_interval, median_interval, wilson_interval
from monitoring.statistics.microplastics import Basis, concentration
from monitoring.statistics.outliers import adjusted_boxplot, medcouple, tukey_fences
from monitoring.statistics.resampling import slopes_of_resamples, sums_of
from monitoring.statistics.sdg import SdgSeries, contribution
from monitoring.statistics.series import amounts, recorded, series, total
from monitoring.statistics.smoothing import lowess
from monitoring.statistics.theil_sen import ordered_in_time, theil_sen
from monitoring.statistics.threshold import assess
from monitoring.statistics.top import top_list
from monitoring.statistics.trends import (
    mann_kendall,
    mann_kendall_with_continuity,
    regional_kendall,
    seasonal_slope,
)
from monitoring.statistics.two_periods import shift
from monitoring.statistics.wilcoxon import rank_sum, signed_rank

Values = Sequence[float | None]
FOUND = [float(5 + (37 * place * place) % 113) for place in range(31)]  # no two are alike
ADDING = {"total", "sums_of"}  # to which a zero adds nothing, either


def by_code(values: Values) -> dict[str, float | None]:
    return {f"item {place}": value for place, value in enumerate(values)}


def materials(values: Values) -> dict[str, str]:
    return {code: f"material of {code}" for code in by_code(values)}


def weights(values: Values) -> Any:
    return np.ones((1, len(values)), dtype=np.int32)


def times(values: Values) -> list[float]:
    return [float(place) for place in range(len(values))]


FIGURES: dict[str, Callable[[Values], Any]] = {
    "recorded_amounts": recorded_amounts,
    "bulletin_value": lambda v: bulletin_value(
        Compartment.BEACH, [(Compartment.BEACH, items_per_km2(each, 100)) for each in v], "个/km2"
    ),
    "class_counts": lambda v: class_counts(clean_coast_index(each, 100) for each in v),
    "composition": lambda v: composition(by_code(v), materials(v), surveys=1),
    "theme_share": lambda v: theme_share(by_code(v), [f"item {len(FOUND)}"], surveys=1),
    "mean_share": lambda v: mean_share(v, [100] * len(v)),
    "rates": lambda v: rates(v, [50] * len(v)),
    "pooled": lambda v: pooled(v, [50] * len(v), unit="", factor=1),
    "quantiles": lambda v: quantiles(v, (0.1, 0.4)),
    "median": median,
    "describe": describe,
    "median_interval": median_interval,
    "wilson_interval": wilson_interval,
    "bootstrap_interval": lambda v: bootstrap_interval([v], seed=1, resamples=50),
    "concentration": lambda v: concentration(90, 10, Basis.VOLUME, smallest_um=330, blanks=v),
    "medcouple": medcouple,
    "adjusted_boxplot": adjusted_boxplot,
    "tukey_fences": tukey_fences,
    "sums_of": lambda v: sums_of(weights(v), v),
    "slopes_of_resamples": lambda v: slopes_of_resamples(weights(v), v, times(v)),
    "contribution": lambda v: contribution(SdgSeries.BEACH, v, [50] * len(v)),
    "series": series,
    "amounts": amounts,
    "recorded": recorded,
    "total": total,
    "lowess": lambda v: lowess(v, times(v)),
    "theil_sen": lambda v: theil_sen(v, times(v)),
    "ordered_in_time": lambda v: ordered_in_time(v, times(v))[0],
    "assess": assess,
    "top_list": lambda v: top_list({"item": v}),
    "mann_kendall": mann_kendall,
    "mann_kendall_with_continuity": mann_kendall_with_continuity,
    "regional_kendall": lambda v: regional_kendall({"site": (v, times(v))}),
    "seasonal_slope": lambda v: seasonal_slope({"season": (v, times(v))}),
    "signed_rank": lambda v: signed_rank(v, 12),
    "rank_sum": lambda v: rank_sum(v, [5, 12, 20.5]),
    "shift": lambda v: shift([(v, [5, 12, 20.5])]),
}


def plain(result: Any) -> Any:
    """Return what a result says, without how many blanks there were."""
    if is_dataclass(result) and not isinstance(result, type):
        found = asdict(result)
        return {name: plain(found[name]) for name in found if name not in ("blanks", "empty")}
    if isinstance(result, np.ndarray):
        return plain(result.ravel().tolist())
    if isinstance(result, list | tuple):
        kept = [plain(each) for each in result]
        return [each for each in kept if each is not None]
    if isinstance(result, dict):
        return {name: plain(value) for name, value in result.items()}
    return None if isinstance(result, float) and math.isnan(result) else result


def taking_values() -> Iterator[str]:
    """Yield the public functions that take values of which some may be blank."""
    for module in pkgutil.iter_modules(statistics.__path__, f"{statistics.__name__}."):
        for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
            if name.startswith("_") or function.__module__ != module.name:
                continue
            for parameter in inspect.signature(function).parameters.values():
                kind = str(parameter.annotation)
                if "float | None]" in kind and kind.startswith("collections.abc"):
                    yield name
                    break


def test_every_statistic_that_may_meet_a_blank_is_tested() -> None:
    assert set(taking_values()) - set(FIGURES) == set()


@pytest.mark.parametrize("name", FIGURES)
def test_a_blank_changes_nothing_and_a_zero_does(name: str) -> None:
    figure = FIGURES[name]
    without = plain(figure(FOUND))

    blank, zero = plain(figure([*FOUND, None, None])), plain(figure([*FOUND, 0, 0]))

    assert blank == without
    assert (zero == without) is (name in ADDING)
