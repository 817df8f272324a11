"""What was found: materials, themes, top lists and each kind of litter."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from monitoring.results.computing.tables import Table
from monitoring.results.shapes import Composition, Figure, Interval, ItemFigures, Theme, Top
from monitoring.statistics.composition import composition, theme_share
from monitoring.statistics.intervals import median_intervals
from monitoring.statistics.resampling import METHOD
from monitoring.statistics.series import Numbers, number
from monitoring.statistics.sites import SiteCounts, region_statistics, site_statistics
from monitoring.statistics.theil_sen import middle
from monitoring.statistics.top import By, ranked
from monitoring.statistics.trends import FEWEST
from partnership.reference.choices import Foam, Material

TEN: Final = 10
USES: Final = {"fishing": ("fi", "aq"), "smoking": ("sm",)}  # of the EU Joint List


def materials(table: Table) -> Composition:
    found = composition(
        table.sums,
        {item.name: item.material for item in table.in_total},
        surveys=_recorded(table),
    )
    return Composition(n=found.n, total=found.total, shares=found.shares, method=found.method)


def plastic_share(found: Composition, spread: Interval) -> Figure:
    """Return the share of plastic; 0 where litter of other materials alone was found."""
    value = found.shares.get(Material.PLASTIC)
    method = f"{found.method}; interval by {METHOD}"
    return Figure(value=value, unit="%", n=found.n, method=method, interval=spread)


def themes(table: Table) -> tuple[Theme, ...]:
    """Return the themes that the lists in use can tell: uses and single use by the Joint List, foam by
    each. More plastic than the directive names may be used once, fragments among them: "at least"."""
    lists = {item.item_list for item in table.items}
    telling = {item.item_list for item in table.items if item.use}
    found = []
    if lists and lists == telling:
        for name, uses in USES.items():
            codes = [item.name for item in table.in_total if item.use in uses]
            found.append(_theme(table, name, codes, is_least=False))
        single = [item.name for item in table.in_total if item.is_single_use]
        found.append(_theme(table, "single-use", single, is_least=True))
    foamed = [item.name for item in table.in_total if item.foam == Foam.POLYSTYRENE]
    undivided = [item.name for item in table.in_total if item.foam == Foam.UNDIVIDED]
    if foamed:
        is_least = any(table.sums[name] for name in undivided)
        found.append(_theme(table, "polystyrene", foamed, is_least=is_least))
    return tuple(found)


def top_lists(table: Table) -> tuple[Top, ...]:
    """Return the ten most found by median and sum of items and by frequency of occurrence.

    The median is per 100 m, the sum in items as counted. The same as `top.top_list` on each kind,
    for all kinds at once.
    """
    wanted = np.array([item.counts_in_total for item in table.items], dtype=bool)
    names = [item.name for item in table.in_total]
    counts, recorded = table.counts[wanted], (~np.isnan(table.counts[wanted])).sum(axis=1)
    if not names:
        return tuple(_top(by, 0, ()) for by in By)
    values = {
        By.MEDIAN: medians(table.per_100_m[wanted]),
        By.SUM: np.nansum(counts, axis=1),
        By.OCCURRENCE: 100 * (counts > 0).sum(axis=1) / recorded,
    }
    most = int(recorded.max())
    return tuple(
        _top(by, most, ranked(dict(zip(names, found.tolist(), strict=True)))[:TEN])
        for by, found in values.items()
    )


def medians(rows: Numbers) -> Numbers:
    """Return the median of each row without its blanks."""
    if not np.isnan(rows).any():
        return middle(rows)
    return np.array([float(np.median(row[~np.isnan(row)])) for row in rows])


def _top(by: By, n: int, entries: tuple[tuple[str, float], ...]) -> Top:
    return Top(by=str(by), n=n, entries=entries, method=f"top {TEN} by {by}")


def items(
    table: Table, by_site: Mapping[str, Table], *, with_trends: bool
) -> tuple[ItemFigures, ...]:
    """Return the figures of every kind; the trend of an area joins those of its sites."""
    if not table.items:
        return ()
    slope, p = _trends(by_site) if with_trends else _no_trends(table)
    recorded = (~np.isnan(table.counts)).sum(axis=1)
    found_in = (table.counts > 0).sum(axis=1)
    half, mean = medians(table.per_100_m), np.nanmean(table.per_100_m, axis=1)
    lower, upper = median_intervals(table.per_100_m)
    sums = np.nansum(table.counts, axis=1)
    total = sum(value or 0 for value in table.sums.values())
    return tuple(
        ItemFigures(
            item=item.name,
            material=item.material,
            counts_in_total=item.counts_in_total,
            n=int(recorded[row]),
            found_in=int(found_in[row]),
            median=float(half[row]),
            mean=float(mean[row]),
            sum=float(sums[row]),
            share=100 * float(sums[row]) / total if total and item.counts_in_total else None,
            per_year=number(slope[row]),
            p=number(p[row]),
            lower=number(lower[row]),
            upper=number(upper[row]),
        )
        for row, item in enumerate(table.items)
    )


def _trends(by_site: Mapping[str, Table]) -> tuple[Numbers, Numbers]:
    """Return slopes per year and probabilities of all kinds: of one site, or regional ones."""
    if len(by_site) == 1:
        ((name, table),) = by_site.items()
        found = site_statistics(_site(name, table))
        return found.slope_per_year, found.p
    long = {site: each for site, each in by_site.items() if len(each.surveys) >= FEWEST}
    if not long:
        return _no_trends(next(iter(by_site.values())))
    joined = region_statistics([site_statistics(_site(site, each)) for site, each in long.items()])
    return joined.slope_per_year, joined.p


def _no_trends(table: Table) -> tuple[Numbers, Numbers]:
    nothing = np.full(len(table.items), np.nan)
    return nothing, nothing


def _site(name: str, table: Table) -> SiteCounts:
    totals = np.array([np.nan if each is None else each for each in table.totals_per_100_m])
    return SiteCounts(
        name,
        tuple(survey.on for survey in table.surveys),
        tuple(item.name for item in table.items),
        table.per_100_m,
        totals,
    )


def _theme(table: Table, name: str, codes: list[str], *, is_least: bool) -> Theme:
    found = theme_share(table.sums, codes, surveys=_recorded(table))
    return Theme(name=name, n=found.n, share=found.value, is_least=is_least, method=found.method)


def _recorded(table: Table) -> int:
    return sum(total is not None for total in table.totals)
