"""Whole results from gathered rows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from monitoring.choices import Compartment, ScopeKind
from monitoring.results.computing import densities, kinds
from monitoring.results.computing.micro import micro
from monitoring.results.computing.parts import part_of
from monitoring.results.computing.sea import by_compartment, sea, sea_series
from monitoring.results.computing.tables import (
    Table,
    entering,
    facts_or_demo,
    finished,
    is_demo,
    raw_table,
)
from monitoring.results.computing.trends import area_trend, by_site, per_100_m, site_trend
from monitoring.results.questions import Gathered, SiteRow
from monitoring.results.shapes import (
    VERSION,
    AreaResult,
    Box,
    Coverage,
    Scope,
    SiteFigures,
    SurveyPoint,
    Trend,
)
from monitoring.statistics.outliers import Boxplot, adjusted_boxplot
from monitoring.statistics.smoothing import lowess

WITH_SERIES: Final = (ScopeKind.SITE, ScopeKind.CITY)


@dataclass(frozen=True)
class OwnFigures:
    """What a site has by itself, whichever area it is looked at in."""

    box: Boxplot
    trend: Trend
    smooth: list[float | None]


class Results:
    """The results of scopes within what was gathered: a matrix for all, and each site once."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.raw = raw_table(gathered)
        self.columns = {survey.number: place for place, survey in enumerate(self.raw.surveys)}
        self.known: dict[tuple[int, ...], OwnFigures] = {}

    def of(self, scope: Scope) -> AreaResult:
        """Return the result of a scope; every figure is there, None where nothing tells it."""
        gathered = facts_or_demo(part_of(self.gathered, scope))
        places = [self.columns[survey.number] for survey in entering(gathered)]
        table = finished(self.raw.of(places))
        return self._joined(scope, gathered, table)

    def _joined(self, scope: Scope, gathered: Gathered, table: Table) -> AreaResult:
        apart = by_site(table)
        own = {site: self._own(each) for site, each in apart.items()}
        nothing = self._own(table.of([]))
        found = kinds.materials(table)
        return AreaResult(
            scope=scope,
            version=VERSION,
            is_demo=is_demo(gathered),
            coverage=_coverage(gathered, table, apart),
            per_100_m=densities.middle(table, apart),
            per_km2=densities.per_km2(table),
            kg_per_km2=densities.weight_per_km2(table),
            sdg=densities.sdg(table),
            coast=densities.coast(table),
            plastic_share=kinds.plastic_share(found),
            composition=found,
            themes=kinds.themes(table),
            top=kinds.top_lists(table),
            threshold=densities.threshold(table),
            trend=own.get(scope.code, nothing).trend
            if scope.kind is ScopeKind.SITE
            else area_trend({code: per_100_m(each) for code, each in apart.items()}),
            years=densities.years(table),
            seasons=densities.seasons(table),
            sites=tuple(_site(site, apart, own.get(site.code, nothing)) for site in gathered.sites),
            series=_series(apart, own) if scope.kind in WITH_SERIES else (),
            items=kinds.items(table, apart, with_trends=scope.kind in WITH_SERIES),
            micro=micro(gathered.samples),
            sea=sea(gathered.sea, scope.kind),
            sea_series=sea_series(gathered.sea) if scope.kind in WITH_SERIES else (),
        )

    def _own(self, table: Table) -> OwnFigures:
        key = tuple(survey.number for survey in table.surveys)
        if key not in self.known:
            box = adjusted_boxplot(table.totals_per_100_m)
            found = per_100_m(table)
            self.known[key] = OwnFigures(box, site_trend(found), lowess(*found.block))
        return self.known[key]


def _coverage(gathered: Gathered, table: Table, apart: Mapping[str, Table]) -> Coverage:
    areas = [area for area in table.areas_m2 if area is not None]
    beach = [each for each in gathered.surveys if each.compartment == Compartment.BEACH]
    elsewhere = by_compartment(gathered.sea)
    elsewhere.update(each.compartment for each in gathered.surveys)
    return Coverage(
        surveys=len(table.surveys),
        sites=len(gathered.sites),
        surveyed_sites=len(apart),
        length_m=sum(survey.length_m for survey in table.surveys),
        area_m2=sum(areas) if areas else None,
        surveys_with_area=len(areas),
        surveys_weighed=sum(survey.weight_kg is not None for survey in table.surveys),
        period=table.period,
        years=tuple(sorted({survey.on.year for survey in table.surveys})),
        protocols=tuple(sorted({survey.protocol for survey in table.surveys})),
        lists=tuple(
            sorted({f"{survey.item_list} {survey.list_version}" for survey in table.surveys})
        ),
        lower_sizes_mm=tuple(sorted({survey.lower_size_mm for survey in table.surveys})),
        left_out=dict(Counter(survey.left_out for survey in beach if survey.left_out)),
        elsewhere={
            str(compartment): elsewhere[compartment]
            for compartment in (Compartment.FLOATING, Compartment.SEABED)
        },
    )


def _site(site: SiteRow, apart: Mapping[str, Table], own: OwnFigures) -> SiteFigures:
    values = apart[site.code].totals_per_100_m if site.code in apart else []
    box = own.box
    return SiteFigures(
        code=site.code,
        place=site.place,
        latitude=site.latitude,
        longitude=site.longitude,
        n=len(values),
        median=box.median,
        box=Box(
            lower_end=box.lower_end,
            lower_quartile=box.lower_quartile,
            median=box.median,
            upper_quartile=box.upper_quartile,
            upper_end=box.upper_end,
            outliers=tuple(float(values[place] or 0) for place in box.outliers),
        ),
        trend=own.trend,
    )


def _series(apart: Mapping[str, Table], own: Mapping[str, OwnFigures]) -> tuple[SurveyPoint, ...]:
    """Return the surveys by day; an outlier is one among the surveys of its own site."""
    points = [
        SurveyPoint(
            number=survey.number,
            site=site,
            on=survey.on,
            per_100_m=value,
            is_outlier=place in own[site].box.outliers,
            per_km2=density,
            smooth=smooth,
        )
        for site, table in apart.items()
        for place, (survey, value, density, smooth) in enumerate(
            zip(
                table.surveys,
                table.totals_per_100_m,
                densities.each_per_km2(table),
                own[site].smooth,
                strict=True,
            )
        )
    ]
    return tuple(sorted(points, key=lambda point: (point.on, point.site, point.number)))
