"""Everything about all items of a site at once, and about a region from its sites.

The items of a site share its survey dates, so one matrix (items x surveys) and one list of pairs of
surveys serve all of them: a thousand times as fast as one series after the other.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import special

from monitoring.statistics.composition import shares
from monitoring.statistics.descriptive import ratio
from monitoring.statistics.descriptive import spread as spread_of
from monitoring.statistics.errors import UnequalLengths
from monitoring.statistics.kendall import kendall, variance
from monitoring.statistics.results import Period, Result
from monitoring.statistics.series import DAYS_OF_A_YEAR, Numbers, days
from monitoring.statistics.theil_sen import lines_of, middle
from monitoring.statistics.trends import FEWEST

METHOD = "per item: Theil-Sen; Mann-Kendall in the order of surveys, one-sided along the slope"


@dataclass(frozen=True, slots=True, eq=False)
class SiteCounts:
    """Counts (items x surveys, NaN for blanks) of a site, and the totals its shares refer to.

    Values may be per 100 m. Surveys of one day stay in the order they are given in.
    """

    site: str
    dates: tuple[date, ...]
    codes: tuple[str, ...]
    counts: Numbers
    totals: Numbers

    def __post_init__(self) -> None:
        wanted = (len(self.codes), len(self.dates))
        if self.counts.shape != wanted or self.totals.shape != wanted[1:]:
            raise UnequalLengths(f"{wanted} wanted, not {self.counts.shape}.")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SiteStatistics(Result):
    """One value for each of `codes` in every array, NaN where there is none; `n` counts surveys.

    `recorded` surveys per item; `mean_share` (NaN once a survey's total is 0, as in litteR) and
    `share_of_sum` in per cent; slope per day and per year of 365.25 days; intercept at 1970-01-01; S
    and Var(S) against dates, for the regional test; `p` one-sided along the slope, `p_two_sided`.
    """

    site: str
    codes: tuple[str, ...]
    recorded: Numbers
    mean: Numbers
    median: Numbers
    cv: Numbers
    rmad: Numbers
    sum: Numbers
    mean_share: Numbers
    share_of_sum: Numbers
    slope: Numbers
    intercept: Numbers
    s: Numbers
    variance: Numbers
    p: Numbers
    p_two_sided: Numbers

    @property
    def slope_per_year(self) -> Numbers:
        """Return the slopes per year of 365.25 days."""
        return self.slope * DAYS_OF_A_YEAR


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RegionStatistics(Result):
    """A region from its sites, every site with the same weight; one value for each of `codes`.

    `short` names sites with fewer than three surveys: as in litteR there is no p then, unless they
    were left out.
    """

    codes: tuple[str, ...]
    sites: int
    surveys: Numbers
    mean_of_means: Numbers
    median_of_medians: Numbers
    intercept: Numbers
    slope_per_year: Numbers
    s: Numbers
    variance: Numbers
    p: Numbers
    short: tuple[str, ...]


ARRAYS = (
    "recorded", "mean", "median", "cv", "rmad", "sum", "mean_share", "share_of_sum", "slope",
    "intercept", "s", "variance", "p", "p_two_sided",
)  # fmt: skip


def site_statistics(site: SiteCounts) -> SiteStatistics:
    """Return the statistics of all items of one site; blanks are left out item by item."""
    order = np.argsort(days(site.dates), kind="stable")
    times = days(site.dates)[order]
    counts, totals = site.counts[:, order], site.totals[order]
    filled: dict[str, Any] = {name: np.full(len(site.codes), np.nan) for name in ARRAYS}
    for rows, known in _alike(counts):
        if known.any():
            found = _computed(counts[np.ix_(rows, known)], times[known], totals[known])
            for name, values in found.items():
                filled[name][rows] = values
    filled["recorded"] = np.nan_to_num(filled["recorded"])
    return SiteStatistics(
        n=len(site.dates),
        method=METHOD,
        period=Period(min(site.dates), max(site.dates)) if site.dates else None,
        site=site.site,
        codes=site.codes,
        **filled,
    )


def all_sites(sites: Iterable[SiteCounts]) -> list[SiteStatistics]:
    """Return the statistics of many sites, in their order."""
    return [site_statistics(site) for site in sites]


def region_statistics(
    sites: Sequence[SiteStatistics], *, leave_out_short: bool = False
) -> RegionStatistics:
    """Join sites whose codes are the same: means, medians and slopes by site, then over sites.

    p: S and Var(S) summed over sites, Z with continuity, one-sided along the median slope (Van
    Belle and Hughes 1984; Gilbert 1987). Raises UnequalLengths when sites have other codes.
    """
    short = tuple(site.site for site in sites if site.n < FEWEST)
    used = [site for site in sites if not (leave_out_short and site.site in short)]
    if not used or any(site.codes != used[0].codes for site in used):
        raise UnequalLengths("A region needs sites with the same codes.")
    stacked = {name: np.array([getattr(site, name) for site in used]).T for name in ARRAYS}
    slope = _median(stacked["slope"]) * DAYS_OF_A_YEAR
    s, spread = stacked["s"].sum(axis=1), stacked["variance"].sum(axis=1)
    return RegionStatistics(
        n=sum(site.n for site in used),
        method="every site with the same weight; regional Kendall, one-sided along the slope",
        period=_period(used),
        codes=used[0].codes,
        sites=len(used),
        surveys=stacked["recorded"].sum(axis=1),
        mean_of_means=_mean(stacked["mean"]),
        median_of_medians=_median(stacked["median"]),
        intercept=_median(stacked["intercept"]),
        slope_per_year=slope,
        s=s,
        variance=spread,
        p=_regional_p(s, spread, slope),
        short=short,
    )


def _alike(counts: Numbers) -> Iterator[tuple[NDArray[np.intp], NDArray[np.bool_]]]:
    """Yield the items that were recorded in the same surveys, and which surveys those are."""
    blank = np.isnan(counts)
    if not blank.any():
        yield np.arange(len(counts)), np.ones(counts.shape[1], dtype=bool)
        return
    patterns, owner = np.unique(blank, axis=0, return_inverse=True)
    for index, pattern in enumerate(patterns):
        yield np.flatnonzero(owner.ravel() == index), ~pattern


def _computed(rows: Numbers, times: Numbers, totals: Numbers) -> dict[str, Numbers]:
    mean, sd, mad = spread_of(rows)
    median, sums = middle(rows), rows.sum(axis=1)
    line = lines_of(rows, times)
    one_a_day = len(np.unique(times)) == len(times)
    order = np.arange(rows.shape[1], dtype=np.float64)
    test = kendall(rows, order, line.s if one_a_day else None)
    tested = ~np.isnan(test.tau) & ~np.isnan(line.slope)
    along = np.where(line.slope > 0, test.above, test.below)
    both = np.minimum(1, 2 * np.minimum(test.below, test.above))
    return {
        "recorded": np.full(len(rows), rows.shape[1]),
        "mean": mean,
        "median": median,
        "cv": ratio(sd, mean),
        "rmad": ratio(mad, median),
        "sum": sums,
        "mean_share": shares(rows, totals).mean(axis=1),
        "share_of_sum": shares(sums, totals.sum()),
        "slope": line.slope,
        "intercept": line.intercept,
        "s": line.s,
        "variance": test.variance if one_a_day else variance(rows, times),
        "p": np.where(tested, along, np.nan),
        "p_two_sided": np.where(tested, both, np.nan),
    }


def _regional_p(s: Numbers, spread: Numbers, slope: Numbers) -> Numbers:
    with np.errstate(invalid="ignore", divide="ignore"):
        z = np.where(
            s == 0, np.where(np.isnan(spread), math.nan, 0), (s - np.sign(s)) / np.sqrt(spread)
        )
    return np.where(slope > 0, special.ndtr(-z), special.ndtr(z))


def _mean(rows: Numbers) -> Numbers:
    known = ~np.isnan(rows)
    return ratio(np.where(known, rows, 0).sum(axis=1), known.sum(axis=1).astype(np.float64))


def _median(rows: Numbers) -> Numbers:
    if not rows.shape[1]:
        return np.full(len(rows), math.nan)
    return np.where(np.isnan(rows).any(axis=1), math.nan, middle(rows))


def _period(sites: Sequence[SiteStatistics]) -> Period | None:
    periods = [site.period for site in sites if site.period]
    if not periods:
        return None
    return Period(min(each.first for each in periods), max(each.last for each in periods))
