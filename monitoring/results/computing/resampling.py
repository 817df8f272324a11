"""Intervals of means, ratios and an area's slope: the surveys of each site drawn anew, sites added up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from typing import Final

import numpy as np

from monitoring.results.shapes import VERSION, Interval
from monitoring.statistics import results
from monitoring.statistics.resampling import (
    Weights,
    percentile_interval,
    ratios,
    slopes_of_resamples,
    sums_of,
    weights_of,
)
from monitoring.statistics.series import DAYS_OF_A_YEAR, Numbers
from monitoring.statistics.trends import FEWEST, Block

Values = Sequence[float | None]
Ratios = Mapping[str, tuple[Values, Values]]  # by name, what stands above and below, by survey
NONE: Final = Interval(lower=None, upper=None, wanted=0.95, coverage=None)


@dataclass(frozen=True, eq=False)
class Drawn:
    """What resamples of some surveys gave: the sums of each ratio with the `known` surveys behind it, and
    the slopes per year of each site that has three surveys or more."""

    sums: dict[str, tuple[Numbers, Numbers]]
    known: dict[str, int]
    slopes: tuple[Numbers, ...]


def drawn(name: str, found: Ratios, block: Block | None) -> Drawn:
    """Draw the surveys of the site `name`, or of several too short for a `block` of their own; blanks
    stand in neither sum."""
    n = len(next(iter(found.values()))[0])
    weights = weights_of(n, seed_of(name))
    sums, known = {}, {}
    for each, (above, below) in found.items():
        pairs = [
            (over, under) if over is not None and under is not None else (None, None)
            for over, under in zip(above, below, strict=True)
        ]
        sums[each] = (
            sums_of(weights, [over for over, _under in pairs]),
            sums_of(weights, [under for _over, under in pairs]),
        )
        known[each] = sum(over is not None for over, _under in pairs)
    return Drawn(sums, known, _slopes(weights, block) if block else ())


def apart_and_rest(surveys: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """Return, by the number of surveys of each, the sites that are drawn by themselves, and those with
    fewer than three surveys, which are drawn together."""
    apart = sorted(site for site, number in surveys.items() if number >= FEWEST)
    return apart, sorted(surveys.keys() - set(apart))


def together(parts: Iterable[Drawn]) -> Drawn:
    """Return what the resamples of several sites gave together."""
    return reduce(_added, parts, Drawn({}, {}, ()))


def interval(found: Drawn, name: str, factor: float = 1) -> Interval:
    """Return the interval of a ratio times `factor`; of few surveys there is none."""
    if name not in found.sums:
        return NONE
    figures = factor * ratios(*found.sums[name])
    return kept(percentile_interval(figures, found.known[name]))


def slope_interval(found: Drawn, surveys: int) -> Interval:
    """Return the interval of the median of the sites' slopes; `surveys` are those behind them."""
    if not found.slopes:
        return NONE
    stacked = np.array(found.slopes)
    told = ~np.isnan(stacked).all(axis=0)
    return kept(percentile_interval(np.nanmedian(stacked[:, told], axis=0), surveys))


def seed_of(name: str) -> int:
    """Return the seed of a site: the same on every machine, another one with another version."""
    return int.from_bytes(sha256(f"{VERSION} {name}".encode()).digest()[:8])


def kept(found: results.Interval) -> Interval:
    """Return an interval as results keep it."""
    return Interval(
        lower=found.lower, upper=found.upper, wanted=found.wanted, coverage=found.coverage
    )


def _slopes(weights: Weights, block: Block) -> tuple[Numbers, ...]:
    values, times = block
    if sum(value is not None for value in values) < FEWEST:
        return ()
    return (slopes_of_resamples(weights, values, times) * DAYS_OF_A_YEAR,)


def _added(one: Drawn, other: Drawn) -> Drawn:
    if not one.sums:
        return other
    sums = {
        name: (above + other.sums[name][0], below + other.sums[name][1])
        for name, (above, below) in one.sums.items()
    }
    known = {name: number + other.known[name] for name, number in one.known.items()}
    return Drawn(sums, known, one.slopes + other.slopes)
