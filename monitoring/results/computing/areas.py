"""Whole results from gathered rows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from monitoring.choices import Compartment, ScopeKind
from monitoring.results.computing import densities, kinds
from monitoring.results.computing.micro import micro
from monitoring.results.computing.parts import part_of
from monitoring.results.computing.resampling import (
    Drawn,
    apart_and_rest,
    drawn,
    interval,
    kept,
    together,
)
from monitoring.results.computing.sea import by_compartment, sea, sea_series
from monitoring.results.computing.tables import (
    Table,
    entering,
    facts_or_demo,
    finished,
    is_demo,
    raw_table,
)
from monitoring.results.computing.trends import (
    area_trend,
    by_site,
    per_100_m,
    site_trend,
    years_left,
)
from monitoring.results.questions import Gathered, SiteRow
from monitoring.results.shapes import (
    VERSION,
    AreaResult,
    Box,
    Coverage,
    Interval,
    Scope,
    SiteFigures,
    SurveyPoint,
    Trend,
)
from monitoring.statistics.intervals import median_interval
from monitoring.statistics.outliers import Boxplot, adjusted_boxplot
from monitoring.statistics.results import Period
from monitoring.statistics.series import quarter
from monitoring.statistics.smoothing import lowess
from monitoring.statistics.trends import Block

WITH_SERIES: Final = (ScopeKind.SITE, ScopeKind.CITY)


@dataclass(frozen=True)
class OwnFigures:
    """What a site has by itself, whichever area it is looked at in."""

    box: Boxplot
    interval: Interval
    trend: Trend
    smooth: list[float | None]


class Results:
    """The results of scopes within what was gathered: a matrix for all, and each site once."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.raw = raw_table(gathered)
        self.columns = {survey.number: place for place, survey in enumerate(self.raw.surveys)}
        self.known: dict[tuple[int, ...], OwnFigures] = {}
        self.drawn: dict[tuple[int, ...], Drawn] = {}

    def of(self, scope: Scope) -> AreaResult:
        """Return the result of a scope; every figure is there, None where nothing tells it."""
        gathered = facts_or_demo(part_of(self.gathered, scope))
        places = [self.columns[survey.number] for survey in entering(gathered)]
        table = finished(self.raw.of(places))
        return self._joined(scope, gathered, table)

    def _joined(self, scope: Scope, gathered: Gathered, table: Table) -> AreaResult:
        apart = by_site(table)
        resampled = self._resampled(table, apart)
        own = {site: self._own(each) for site, each in apart.items()}
        nothing = self._own(table.of([]))
        found = kinds.materials(table)
        threshold, points = densities.threshold(table), _series(apart, own)
        trend = (
            own.get(scope.code, nothing).trend
            if scope.kind is ScopeKind.SITE
            else area_trend(
                {code: per_100_m(each) for code, each in apart.items()},
                {code: each.trend for code, each in own.items()},
                resampled,
            )
        )
        return AreaResult(
            scope=scope,
            version=VERSION,
            is_demo=is_demo(gathered),
            coverage=_coverage(gathered, table, apart, scope.period),
            per_100_m=densities.middle(table, apart, resampled),
            per_km2=densities.per_km2(table, resampled),
            kg_per_km2=densities.weight_per_km2(table, resampled),
            sdg=densities.sdg(table, resampled),
            coast=densities.coast(table),
            plastic_share=kinds.plastic_share(found, interval(resampled, densities.PLASTIC, 100)),
            composition=found,
            themes=kinds.themes(table),
            top=kinds.top_lists(table),
            threshold=threshold,
            trend=trend,
            years=densities.years(table),
            seasons=densities.seasons(table),
            sites=tuple(_site(site, apart, own.get(site.code, nothing)) for site in gathered.sites),
            series=points if scope.kind in WITH_SERIES else (),
            items=kinds.items(table, apart, with_trends=scope.kind in WITH_SERIES),
            micro=micro(gathered.samples),
            sea=sea(gathered.sea, scope.kind),
            sea_series=sea_series(gathered.sea) if scope.kind in WITH_SERIES else (),
            years_left=years_left(threshold, trend),
            outliers=tuple(point for point in points if point.is_outlier),
        )

    def _resampled(self, table: Table, apart: Mapping[str, Table]) -> Drawn:
        """Draw the surveys of each site anew."""
        long, short = apart_and_rest({site: len(each.surveys) for site, each in apart.items()})
        parts = [self._drawn(site, apart[site], per_100_m(apart[site]).block) for site in long]
        if short:
            rest = [place for place, each in enumerate(table.surveys) if each.site in short]
            parts.append(self._drawn("+".join(short), table.of(rest), None))
        return together(parts)

    def _drawn(self, name: str, table: Table, block: Block | None) -> Drawn:
        key = _numbers(table)
        if key not in self.drawn:
            self.drawn[key] = drawn(name, densities.ratios(table), block)
        return self.drawn[key]

    def _own(self, table: Table) -> OwnFigures:
        key = _numbers(table)
        if key not in self.known:
            box = adjusted_boxplot(table.totals_per_100_m)
            found = per_100_m(table)
            about = kept(median_interval(table.totals_per_100_m))
            self.known[key] = OwnFigures(box, about, site_trend(found), lowess(*found.block))
        return self.known[key]


def _numbers(table: Table) -> tuple[int, ...]:
    return tuple(survey.number for survey in table.surveys)


def _coverage(
    gathered: Gathered, table: Table, apart: Mapping[str, Table], period: Period | None
) -> Coverage:
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
        planned=_quarters(period or table.period) if table.surveys else None,
    )


def _quarters(period: Period | None) -> int | None:
    """Return how many quarters of the year a period touches."""
    return quarter(period.last) - quarter(period.first) + 1 if period else None


def _site(site: SiteRow, apart: Mapping[str, Table], own: OwnFigures) -> SiteFigures:
    table = apart.get(site.code)
    values = table.totals_per_100_m if table else []
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
        interval=own.interval,
        seasons=len({quarter(survey.on) for survey in table.surveys}) if table else 0,
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
