"""Compares whole sites, computed as matrices, with the same series one by one."""

from monitoring.comparison.differences import Differences
from monitoring.comparison.litter_analysis import Analysis, LocationCounts
from monitoring.statistics.descriptive import describe
from monitoring.statistics.series import days
from monitoring.statistics.theil_sen import theil_sen
from monitoring.statistics.trends import direction_of, mann_kendall


def compare_two_ways(analysis: Analysis, found: Differences) -> None:
    """Check every group of every location, and as many types as there are."""
    for located in analysis.locations.values():
        for name, row in [
            *zip(located.types, located.counts, strict=True),
            *located.groups.items(),
        ]:
            _compare(located, name, row.tolist(), found)


def _compare(located: LocationCounts, name: str, row: list[float], found: Differences) -> None:
    site, where = located.statistics, f"{located.name} {name}"
    place = site.codes.index(name)
    described = describe(row)
    line = theil_sen(row, days(located.days))
    found.rows += 1
    for field in ("mean", "median", "cv", "rmad"):
        one, other = getattr(described, field), getattr(site, field)[place]
        found.compare(f"two ways: {field}", one, float(other), where)
    found.compare("two ways: slope", line.slope, float(site.slope[place]), where)
    found.compare("two ways: intercept", line.intercept, float(site.intercept[place]), where)
    if len(set(located.days)) == len(located.days) and line.slope is not None:
        test = mann_kendall(row, direction=direction_of(line.slope))
        found.compare("two ways: one-sided p", test.p, float(site.p[place]), where)
