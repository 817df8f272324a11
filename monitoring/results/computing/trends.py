"""Trends of a site and of an area, and whether there are data enough to speak of one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from monitoring.results.computing.resampling import Drawn, slope_interval
from monitoring.results.computing.tables import Table
from monitoring.results.shapes import Interval, Threshold, Trend, YearsLeft
from monitoring.statistics.descriptive import median
from monitoring.statistics.resampling import METHOD
from monitoring.statistics.series import DAYS_OF_A_YEAR, days, number
from monitoring.statistics.theil_sen import Slope, theil_sen
from monitoring.statistics.threshold import SIGNIFICANT, years_to_target
from monitoring.statistics.trends import (
    FEWEST,
    Block,
    Direction,
    RegionalKendall,
    corrected,
    direction_of,
    mann_kendall,
    regional_kendall,
)

FEWEST_YEARS: Final = 5  # calendar years with a survey, below which nobody should speak of a trend
FEWEST_SURVEYS: Final = 10


@dataclass(frozen=True, slots=True)
class Dated:
    """Values in one unit with the days of their surveys, in the order of surveys."""

    values: Sequence[float | None]
    on: Sequence[date]

    @property
    def block(self) -> Block:
        return self.values, [float(day) for day in days(self.on)]

    @property
    def years(self) -> set[int]:
        pairs = zip(self.values, self.on, strict=True)
        return {day.year for value, day in pairs if value is not None}


def site_trend(found: Dated) -> Trend:
    """Return Theil-Sen against days and Mann-Kendall in the order of surveys, along the slope."""
    line = theil_sen(*found.block)
    test = mann_kendall(found.values, direction=direction_of(line.slope or 0))
    years = len(found.years)
    return Trend(
        is_enough=_is_enough(line.n, years),
        n=line.n,
        years=years,
        sites=1 if line.n else 0,
        short=(),
        per_year=line.per_year,
        interval=_per_year(line),
        intercept=line.intercept,
        p=test.p,
        p_two_sided=test.p_two_sided,
        direction=str(test.direction),
        is_significant=_is_significant(test.p),
        method=f"{line.method}; {test.method}",
    )


def area_trend(by_site: Mapping[str, Dated], lines: Mapping[str, Trend], resampled: Drawn) -> Trend:
    """Return the median of the sites' slopes with its interval, and the regional Kendall test along it;
    `lines` are the sites' own trends."""
    blocks = {site: found.block for site, found in by_site.items()}
    used = {site: found for site, found in by_site.items() if lines[site].n >= FEWEST}
    per_year = median(lines[site].per_year for site in used)
    direction = direction_of(per_year or 0)
    test = regional_kendall(blocks, leave_out_short=True)
    along = _along(test, direction)
    years = len(set().union(*(found.years for found in used.values())))
    return Trend(
        is_enough=_is_enough(test.n, years),
        n=test.n,
        years=years,
        sites=test.blocks,
        short=test.short,
        per_year=per_year,
        interval=slope_interval(resampled, test.n),
        intercept=median(lines[site].intercept for site in used),
        p=along,
        p_two_sided=test.p,
        direction=str(direction),
        is_significant=_is_significant(along),
        method=f"median of the sites' Theil-Sen slopes, interval by {METHOD}; {test.method}",
    )


def years_left(threshold: Threshold, trend: Trend) -> YearsLeft | None:
    """Return how long the decrease would take to the threshold; None without one that is evident."""
    if not trend.is_enough:
        return None
    found = years_to_target(threshold.median, threshold.value, trend.per_year, trend.p, trend.n)
    if found is None:
        return None
    return YearsLeft(
        years=found.years, cautious=found.cautious, target=found.target, method=found.method
    )


def by_site(table: Table) -> dict[str, Table]:
    """Return the table of each site that has surveys."""
    places = defaultdict(list)
    for place, survey in enumerate(table.surveys):
        places[survey.site].append(place)
    return {site: table.of(found) for site, found in places.items()}


def per_100_m(table: Table) -> Dated:
    """Return what the surveys of a table found on 100 m."""
    return Dated(table.totals_per_100_m, [survey.on for survey in table.surveys])


def _along(test: RegionalKendall, direction: Direction) -> float | None:
    """Return the probability in one direction of what was tested in both."""
    if test.variance is None or test.p is None:
        return None
    _z, chance = corrected(test.s, test.variance, direction)
    return number(chance)


def _is_enough(surveys: int, years: int) -> bool:
    return surveys >= FEWEST_SURVEYS and years >= FEWEST_YEARS


def _is_significant(p: float | None) -> bool:
    return p is not None and p < SIGNIFICANT


def _per_year(line: Slope) -> Interval:
    ends = [None if end is None else end * DAYS_OF_A_YEAR for end in (line.lower, line.upper)]
    return Interval(lower=ends[0], upper=ends[1], wanted=line.wanted, coverage=None)
