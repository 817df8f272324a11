"""Works through a data file as litteR does, with the functions of `monitoring.statistics`."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from monitoring.comparison.litter_data import LitterData, LitterSurvey
from monitoring.comparison.litter_files import TOTAL, LitterSettings, LitterTypes
from monitoring.statistics.composition import shares
from monitoring.statistics.series import Numbers
from monitoring.statistics.sites import (
    RegionStatistics,
    SiteCounts,
    SiteStatistics,
    region_statistics,
    site_statistics,
)
from monitoring.statistics.top import By, ranked, top_list, top_share


@dataclass(frozen=True)
class LocationCounts:
    """Surveys of a location by date, their counts by type, and totals by group (x surveys)."""

    name: str
    region: str | None
    days: tuple[date, ...]
    types: tuple[str, ...]
    counts: Numbers
    groups: dict[str, Numbers]

    @property
    def totals(self) -> Numbers:
        return self.groups[TOTAL]

    @cached_property
    def statistics(self) -> SiteStatistics:
        """Return the statistics of all types and groups."""
        rows = np.vstack([self._as_ordered(), *self.groups.values()])
        codes = (*self.types, *self.groups)
        return site_statistics(SiteCounts(self.name, self.days, codes, rows, self.totals))

    def _as_ordered(self) -> Numbers:
        """Return counts with surveys of one day ordered type by type, the largest share first.

        litteR's order of surveys, which its Mann-Kendall test goes by; nothing else depends on it.
        """
        if len(set(self.days)) == len(self.days):
            return self.counts
        dates = np.array([day.toordinal() for day in self.days])
        least = -np.nan_to_num(shares(self.counts, self.totals), nan=-1)
        order = np.array([np.lexsort((row, dates)) for row in least])
        return np.take_along_axis(self.counts, order, axis=1)


@dataclass(frozen=True)
class Analysis:
    """What litteR computes of a data file with a type file and settings."""

    types: tuple[str, ...]
    locations: dict[str, LocationCounts]
    per_cent: float

    @cached_property
    def regions(self) -> dict[str, RegionStatistics]:
        named = {each.region for each in self.locations.values() if each.region}
        return {
            name: region_statistics([each.statistics for each in self._of(name)])
            for name in sorted(named)
        }

    def top_types(self, location: str) -> tuple[str, ...] | None:
        """Return the types of the top X per cent; None for a location without litter."""
        found = self.locations[location]
        sums = dict(zip(found.types, found.counts.sum(axis=1).tolist(), strict=True))
        return top_share(sums, math.fsum(found.totals), self.per_cent)

    def top_ten(self, location: str) -> tuple[tuple[str, float], ...]:
        """Return the ten types with the highest median count."""
        found = self.locations[location]
        return top_list(dict(zip(found.types, found.counts, strict=True)), By.MEDIAN).entries

    def regional_top_ten(self, region: str) -> tuple[tuple[str, float], ...]:
        """Return the ten types with the highest median of the locations' medians."""
        found = self.regions[region]
        medians = dict(zip(found.codes, found.median_of_medians.tolist(), strict=True))
        return ranked({name: medians[name] for name in self.types})[:10]

    def totals(self, first: int = 0, last: int = 9999) -> list[float]:
        """Return the total counts of all surveys of some years, whatever their location."""
        return [
            float(total)
            for each in self.locations.values()
            for day, total in zip(each.days, each.totals, strict=True)
            if first <= day.year <= last
        ]

    def _of(self, region: str) -> list[LocationCounts]:
        return [each for each in self.locations.values() if each.region == region]


def analyse(data: LitterData, types: LitterTypes, settings: LitterSettings) -> Analysis:
    """Put the surveys of the period together by location; groups without a type go."""
    chosen = [each for each in data.surveys if settings.first <= each.day <= settings.last]
    names = sorted({each.location for each in chosen})
    members = {
        group: [data.types.index(name) for name in wanted if name in data.types]
        for group, wanted in types.groups.items()
    }
    filled = {group: places for group, places in members.items() if places}
    locations = {
        name: _location(name, (each for each in chosen if each.location == name), data, filled)
        for name in names
    }
    return Analysis(data.types, locations, settings.per_cent)


def _location(
    name: str, surveys: Iterable[LitterSurvey], data: LitterData, members: dict[str, list[int]]
) -> LocationCounts:
    ordered = sorted(surveys, key=lambda each: each.day)
    return LocationCounts(
        name,
        data.regions.get(name),
        tuple(each.day for each in ordered),
        data.types,
        np.array([each.counts for each in ordered]).T,
        {
            group: np.array([math.fsum(each.counts[i] for i in places) for each in ordered])
            for group, places in members.items()
        },
    )
