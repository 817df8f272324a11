"""Figures of a table of surveys: middle values, densities, index, threshold, years and seasons."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from monitoring.results.computing.resampling import Drawn, Ratios, interval, kept
from monitoring.results.computing.tables import Table
from monitoring.results.shapes import Coast, Figure, Interval, Middle, Part, Sdg, Threshold
from monitoring.statistics.bulletin import Compartment, bulletin_value
from monitoring.statistics.clean_coast import class_counts, clean_coast_index, coast_class
from monitoring.statistics.densities import Density
from monitoring.statistics.descriptive import describe, median
from monitoring.statistics.intervals import median_interval
from monitoring.statistics.resampling import METHOD
from monitoring.statistics.sdg import SdgSeries, contribution
from monitoring.statistics.threshold import LONGEST_YEARS, assess

PER_100_M, PER_KM2, KG_PER_KM2, PLASTIC, OF_SUMS = "per_100_m", "per_km2", "kg", "plastic", "sums"


def ratios(table: Table) -> Ratios:
    """Return what resampling needs of each survey: means as a value over 1, shares and the contribution to
    the SDG as two sums."""
    ones = [1.0] * len(table.surveys)
    areas_km2 = [None if area is None else area / 1_000_000 for area in table.areas_m2]
    plastic = [
        None if total is None else found or 0.0
        for total, found in zip(table.totals, table.plastic, strict=True)
    ]
    return {
        PER_100_M: (table.totals_per_100_m, ones),
        PER_KM2: (each_per_km2(table), ones),
        KG_PER_KM2: (each_kg_per_km2(table), ones),
        PLASTIC: (plastic, table.totals),
        OF_SUMS: (table.totals, areas_km2),
    }


def middle(table: Table, by_site: Mapping[str, Table], resampled: Drawn) -> Middle:
    values = table.totals_per_100_m
    found = describe(values)
    by_median = [median(each.totals_per_100_m) for each in by_site.values()]
    about_median = median_interval(values)
    about_mean = interval(resampled, PER_100_M)
    return Middle(
        n=found.n,
        blanks=found.blanks,
        median=found.median,
        interval=kept(about_median),
        mean=found.mean,
        sd=found.sd,
        minimum=found.minimum,
        lower_quartile=found.lower_quartile,
        upper_quartile=found.upper_quartile,
        maximum=found.maximum,
        median_of_site_medians=median(by_median),
        method=f"{found.method}; interval by {about_median.method}; of the mean by {METHOD}",
        mean_interval=about_mean,
    )


def per_km2(table: Table, resampled: Drawn) -> Figure:
    """Return the mean of the densities of surveys whose width is known, as the bulletins have it."""
    found = [each for each in table.items_per_km2 if each]
    return bulletin_mean(Compartment.BEACH, found, "个/km2", interval(resampled, PER_KM2))


def each_per_km2(table: Table) -> list[float | None]:
    """Return the density of each survey; None where its width or its total is not known."""
    return [each.value if each else None for each in table.items_per_km2]


def each_kg_per_km2(table: Table) -> list[float | None]:
    """Return the same in kg; None where a survey was not weighed."""
    return [each.value if each else None for each in table.kg_per_km2]


def weight_per_km2(table: Table, resampled: Drawn) -> Figure:
    """Return the mean in kg of the surveys that were weighed."""
    found = [each for each in table.kg_per_km2 if each]
    return bulletin_mean(Compartment.BEACH, found, "kg/km2", interval(resampled, KG_PER_KM2))


def bulletin_mean(
    compartment: Compartment, densities: Sequence[Density], unit: str, spread: Interval
) -> Figure:
    """Return the mean of densities of one compartment in a bulletin's unit, with its interval."""
    value = bulletin_value(compartment, [(compartment, each) for each in densities], unit)
    return Figure(
        value=value.value,
        unit=value.unit,
        n=value.n,
        method=f"{value.method}; interval by {METHOD}",
        interval=spread,
    )


def sdg(table: Table, resampled: Drawn) -> Sdg:
    known = [
        (total, area)
        for total, area in zip(table.totals, table.areas_m2, strict=True)
        if area is not None
    ]
    return contributed(SdgSeries.BEACH, known, interval(resampled, OF_SUMS))


def contributed(
    series: SdgSeries, known: Sequence[tuple[float | None, float]], spread: Interval
) -> Sdg:
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
        method=f"{found.method}; interval by {METHOD}",
        interval=spread,
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


def _part(table: Table, names: list[int], wanted: int) -> Part:
    pairs = zip(names, table.totals_per_100_m, strict=True)
    values = [value for name, value in pairs if name == wanted and value is not None]
    return Part(name=wanted, n=len(values), median=median(values))
