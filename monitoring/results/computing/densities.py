"""Figures of a table of surveys: middle values, densities, index, threshold, years and seasons."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from monitoring.results.computing.tables import Table
from monitoring.results.shapes import Coast, Figure, Interval, Middle, Part, Sdg, Threshold
from monitoring.statistics import results
from monitoring.statistics.bulletin import Compartment, bulletin_value
from monitoring.statistics.clean_coast import class_counts, clean_coast_index, coast_class
from monitoring.statistics.densities import items_per_km2, kg_per_km2
from monitoring.statistics.descriptive import describe, median
from monitoring.statistics.intervals import median_interval
from monitoring.statistics.sdg import SdgSeries, contribution
from monitoring.statistics.threshold import LONGEST_YEARS, assess


def middle(table: Table, by_site: Mapping[str, Table]) -> Middle:
    values = table.totals_per_100_m
    found = describe(values)
    by_median = [median(each.totals_per_100_m) for each in by_site.values()]
    interval = median_interval(values)
    return Middle(
        n=found.n,
        blanks=found.blanks,
        median=found.median,
        interval=kept(interval),
        mean=found.mean,
        sd=found.sd,
        minimum=found.minimum,
        lower_quartile=found.lower_quartile,
        upper_quartile=found.upper_quartile,
        maximum=found.maximum,
        median_of_site_medians=median(by_median),
        method=f"{found.method}; interval by {interval.method}",
    )


def per_km2(table: Table) -> Figure:
    """Return the mean of the densities of surveys whose width is known, as the bulletins have it."""
    found = [
        items_per_km2(total, area)
        for total, area in zip(table.totals, table.areas_m2, strict=True)
        if area is not None
    ]
    pairs = [(Compartment.BEACH, density) for density in found]
    value = bulletin_value(Compartment.BEACH, pairs, "个/km2")
    return Figure(value=value.value, unit=value.unit, n=value.n, method=value.method)


def each_per_km2(table: Table) -> list[float | None]:
    """Return the density of each survey; None where its width or its total is not known."""
    return [
        None if area is None else items_per_km2(total, area).value
        for total, area in zip(table.totals, table.areas_m2, strict=True)
    ]


def weight_per_km2(table: Table) -> Figure:
    """Return the same in kg of the surveys that were weighed."""
    found = [
        kg_per_km2(survey.weight_kg, area)
        for survey, area in zip(table.surveys, table.areas_m2, strict=True)
        if area is not None and survey.weight_kg is not None
    ]
    pairs = [(Compartment.BEACH, density) for density in found]
    value = bulletin_value(Compartment.BEACH, pairs, "kg/km2")
    return Figure(value=value.value, unit=value.unit, n=value.n, method=value.method)


def sdg(table: Table) -> Sdg:
    known = [
        (total, area)
        for total, area in zip(table.totals, table.areas_m2, strict=True)
        if area is not None
    ]
    return contributed(SdgSeries.BEACH, known)


def contributed(series: SdgSeries, known: Sequence[tuple[float | None, float]]) -> Sdg:
    """Return what surveys of known area contribute to a series, from their items and areas."""
    found = contribution(
        series, [items for items, _area in known], [area for _items, area in known]
    )
    return Sdg(
        value=found.value,
        unit=found.unit,
        n=found.n,
        items=found.items,
        area_km2=found.area_km2,
        series=str(found.series),
        method=found.method,
    )


def coast(table: Table) -> Coast:
    indices = [
        clean_coast_index(plastic, area)
        for plastic, area in zip(table.plastic, table.areas_m2, strict=True)
        if area is not None
    ]
    values = [index.value for index in indices]
    value = median(values)
    return Coast(
        n=sum(index.n for index in indices),
        median=value,
        coast_class=None if value is None else str(coast_class(value)),
        classes={str(name): number for name, number in class_counts(indices).items()},
        method="clean coast index, plastic items; median of surveys",
        interval=kept(median_interval(values)),
    )


def threshold(table: Table) -> Threshold:
    """Assess the last six calendar years of the table: over more nothing can be assessed."""
    whole = table.period
    first = date(whole.last.year - LONGEST_YEARS + 1, 1, 1) if whole else None
    places = [place for place, survey in enumerate(table.surveys) if first and survey.on >= first]
    recent = table.of(places)
    found = assess(recent.totals_per_100_m, recent.period)
    return Threshold(
        status=str(found.status),
        indicative=str(found.indicative),
        n=found.n,
        needed=found.fewest_surveys,
        period=recent.period,
        median=found.median,
        interval=kept(found.interval),
        value=found.threshold,
        is_inclusive=found.inclusive,
        method=found.method,
    )


def years(table: Table) -> tuple[Part, ...]:
    """Return the median of each calendar year with surveys."""
    names = [survey.on.year for survey in table.surveys]
    return tuple(_part(table, names, name) for name in sorted(Counter(names)))


def seasons(table: Table) -> tuple[Part, ...]:
    """Return the medians of the four quarters of the year, all four named."""
    names = [(survey.on.month + 2) // 3 for survey in table.surveys]
    return tuple(_part(table, names, name) for name in (1, 2, 3, 4))


def kept(interval: results.Interval) -> Interval:
    """Return an interval as results keep it."""
    return Interval(
        lower=interval.lower,
        upper=interval.upper,
        wanted=interval.wanted,
        coverage=interval.coverage,
    )


def _part(table: Table, names: list[int], wanted: int) -> Part:
    pairs = zip(names, table.totals_per_100_m, strict=True)
    values = [value for name, value in pairs if name == wanted and value is not None]
    return Part(name=wanted, n=len(values), median=median(values))
