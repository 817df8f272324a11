"""Surveys at sea, put together only where they can be compared, in the units of the bulletins."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from monitoring.choices import COMPARTMENT_OF, ScopeKind, SeaMethod
from monitoring.results.computing.densities import bulletin_mean, contributed
from monitoring.results.computing.kinds import TEN
from monitoring.results.computing.resampling import (
    Drawn,
    Ratios,
    apart_and_rest,
    drawn,
    interval,
    kept,
    together,
)
from monitoring.results.computing.trends import Dated, area_trend, site_trend
from monitoring.results.questions import SeaRow
from monitoring.results.shapes import Figure, Sdg, Sea, SeaPoint, Trend
from monitoring.statistics.bulletin import Compartment
from monitoring.statistics.composition import composition
from monitoring.statistics.densities import Density, items_per_km2, kg_per_km2
from monitoring.statistics.descriptive import median
from monitoring.statistics.intervals import median_interval
from monitoring.statistics.results import Period
from monitoring.statistics.sdg import SdgSeries
from monitoring.statistics.top import ranked

IN_BULLETINS: Final = {
    SeaMethod.VISUAL: Compartment.FLOATING_VISUAL,
    SeaMethod.TRAWL: Compartment.FLOATING_TRAWL,
    SeaMethod.SEABED: Compartment.SEABED,
}
ORDER: Final = list(SeaMethod)
PLASTIC, OF_SUMS = "plastic", "sums"


def sea(surveys: Sequence[SeaRow], kind: ScopeKind) -> tuple[Sea, ...]:
    """Return one entry for each method, size of pieces and mesh; only monitoring enters. `kind` says
    whether a trend is that of a site or of an area."""
    groups = defaultdict(list)
    for survey in surveys:
        if not survey.left_out:
            method = ORDER.index(SeaMethod(survey.method))
            groups[method, survey.size_class, survey.mesh_um or 0].append(survey)
    return tuple(_joined(groups[key], kind) for key in sorted(groups))


def sea_series(surveys: Sequence[SeaRow]) -> tuple[SeaPoint, ...]:
    """Return the surveys that enter, by day."""
    return tuple(
        SeaPoint(
            method=survey.method,
            size_class=survey.size_class,
            mesh_um=survey.mesh_um,
            site=survey.site,
            on=survey.on,
            per_km2=_density(survey).value or 0.0,
        )
        for survey in surveys
        if not survey.left_out
    )


def by_compartment(surveys: Sequence[SeaRow]) -> Counter[str]:
    """Count surveys by where they looked, whether they enter or not."""
    return Counter(str(COMPARTMENT_OF[SeaMethod(survey.method)]) for survey in surveys)


def _joined(surveys: Sequence[SeaRow], kind: ScopeKind) -> Sea:
    first, days = surveys[0], [survey.on for survey in surveys]
    found = [_density(survey) for survey in surveys]
    weighed = [
        kg_per_km2(survey.weight_kg, survey.area_m2)
        for survey in surveys
        if survey.weight_kg is not None
    ]
    items = sum(survey.items for survey in surveys)
    resampled = _resampled(surveys)
    return Sea(
        method=first.method,
        size_class=first.size_class,
        mesh_um=first.mesh_um,
        n=len(surveys),
        sites=len({survey.site for survey in surveys}),
        period=Period(min(days), max(days)),
        area_km2=sum(survey.area_m2 for survey in surveys) / 1_000_000,
        items=items,
        per_km2=_mean(first.method, found, "个/km2", resampled),
        kg_per_km2=_mean(first.method, weighed, "kg/km2", resampled),
        median_per_km2=median(density.value for density in found),
        plastic_share=100 * sum(survey.plastic for survey in surveys) / items if items else None,
        interval=kept(median_interval(density.value for density in found)),
        trend=_trend(surveys, kind, resampled),
        shares=_shares(surveys),
        sdg=_sdg(surveys, resampled),
        top=_top(surveys),
        plastic_interval=interval(resampled, PLASTIC, 100),
    )


def _by_site(surveys: Sequence[SeaRow]) -> dict[str, list[SeaRow]]:
    by_site = defaultdict(list)
    for survey in surveys:
        by_site[survey.site].append(survey)
    return dict(by_site)


def _dated(surveys: Sequence[SeaRow]) -> Dated:
    return Dated([_density(each).value for each in surveys], [each.on for each in surveys])


def _resampled(surveys: Sequence[SeaRow]) -> Drawn:
    """Draw the surveys of each site anew."""
    by_site = _by_site(surveys)
    long, short = apart_and_rest({site: len(own) for site, own in by_site.items()})
    parts = [drawn(site, _ratios(by_site[site]), _dated(by_site[site]).block) for site in long]
    if short:
        rest = [survey for survey in surveys if survey.site in short]
        parts.append(drawn("+".join(short), _ratios(rest), None))
    return together(parts)


def _ratios(surveys: Sequence[SeaRow]) -> Ratios:
    ones = [1.0] * len(surveys)
    weights = [
        None if each.weight_kg is None else kg_per_km2(each.weight_kg, each.area_m2).value
        for each in surveys
    ]
    plastic = [float(each.plastic) for each in surveys]
    return {
        "个/km2": ([_density(each).value for each in surveys], ones),
        "kg/km2": (weights, ones),
        PLASTIC: (plastic, [float(each.items) for each in surveys]),
        OF_SUMS: (plastic, [each.area_m2 / 1_000_000 for each in surveys]),
    }


def _density(survey: SeaRow) -> Density:
    return items_per_km2(survey.items, survey.area_m2)


def _mean(method: str, densities: Sequence[Density], unit: str, resampled: Drawn) -> Figure:
    return bulletin_mean(
        IN_BULLETINS[SeaMethod(method)], densities, unit, interval(resampled, unit)
    )


def _trend(surveys: Sequence[SeaRow], kind: ScopeKind, resampled: Drawn) -> Trend:
    """Return the trend of the densities, by the methods of beaches."""
    if kind is ScopeKind.SITE:
        return site_trend(_dated(surveys))
    by_site = {site: _dated(own) for site, own in _by_site(surveys).items()}
    lines = {site: site_trend(found) for site, found in by_site.items()}
    return area_trend(by_site, lines, resampled)


def _shares(surveys: Sequence[SeaRow]) -> dict[str, float]:
    """Return per cent of all items by material."""
    sums: Counter[str] = Counter()
    for survey in surveys:
        sums.update(survey.materials)
    return composition(sums, {name: name for name in sums}, surveys=len(surveys)).shares


def _top(surveys: Sequence[SeaRow]) -> tuple[tuple[str, float], ...]:
    """Return the ten kinds found most by number, equal ones by code; none that was looked for in vain."""
    sums: Counter[str] = Counter()
    for survey in surveys:
        sums.update(survey.counts)
    return ranked({item: float(count) for item, count in sums.items() if count})[:TEN]


def _sdg(surveys: Sequence[SeaRow], resampled: Drawn) -> Sdg | None:
    """Return the density of floating plastic; the indicator knows no series of the seabed."""
    if COMPARTMENT_OF[SeaMethod(surveys[0].method)] != COMPARTMENT_OF[SeaMethod.VISUAL]:
        return None
    known = [(survey.plastic, survey.area_m2) for survey in surveys]
    return contributed(SdgSeries.FLOATING, known, interval(resampled, OF_SUMS))
