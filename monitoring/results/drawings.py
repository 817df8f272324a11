"""Charts of a result; each is also its table."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from monitoring.choices import ScopeKind
from monitoring.results import words
from monitoring.results.bulletins import Bulletins
from monitoring.results.shapes import AreaResult, SurveyPoint, Top
from monitoring.results.shapes import Trend as Figures
from partnership.core.charts import (
    Box,
    Boxes,
    Chart,
    Curve,
    DatedSeries,
    DatedValue,
    Kind,
    OverTime,
    Part,
    Point,
    Reference,
    Series,
    Shares,
    Trend,
)
from partnership.reference.choices import Material

SHAPES: Final = 4  # series that a chart can tell apart
DAYS_OF_A_YEAR: Final = 365.25
EPOCH: Final = 719_163  # the ordinal of 1970-01-01, where intercepts stand


def per_100_m() -> str:
    return _("items per 100 m")


def over_time(result: AreaResult, names: Mapping[str, str]) -> OverTime:
    """Return every survey by its day, with the line of the trend where there are data enough."""
    return OverTime(
        _("Litter from survey to survey"),
        per_100_m(),
        _series(result, names, lambda point: _rounded(point.per_100_m)),
        trends=_trends(result),
        references=[Reference(result.threshold.value, _("European threshold value"))],
        curve=curve(result.series) if result.scope.kind is ScopeKind.SITE else None,
        by_magnitude=True,
        notes=[words.trend(result.trend)],
    )


def density_over_time(
    result: AreaResult, names: Mapping[str, str], bulletins: Bulletins
) -> OverTime | None:
    """Return every survey of known width by its day, with the figures of the bulletins as lines; None
    where no width is known."""
    series = _series(
        result, names, lambda point: None if point.per_km2 is None else round(point.per_km2)
    )
    published = [year for year in bulletins.years if year.beach_per_km2]
    chart = OverTime(
        _("Density from survey to survey, with the bulletins"),
        _("items per km²"),
        series,
        references=[Reference(year.beach_per_km2 or 0, year.name) for year in published],
        by_magnitude=True,
        source=bulletins.source,
        notes=[_("The lines are means of whole years and of many beaches.")],
    )
    return chart if chart.values else None


def made_of(result: AreaResult) -> Shares:
    """Return what the litter is made of, the largest share first."""
    shares = sorted(result.composition.shares.items(), key=lambda each: (-each[1], each[0]))
    parts = [Part(str(Material(name).label), round(share, 2)) for name, share in shares]
    return Shares(
        _("What the litter is made of"),
        "%",
        [part for part in parts if part.amount],
        _("Material"),
        notes=[
            _("Shares of all items counted in %(surveys)s.")
            % {"surveys": words.surveys(result.composition.n)}
        ],
    )


def top_items(result: AreaResult, names: Mapping[str, str]) -> Chart:
    """Return the ten kinds found most, by the median of surveys."""
    top = top_of(result, "median")
    entries = top.entries if top else ()
    series = Series(
        _("Median"), [Point(names.get(key, key), round(value, 2)) for key, value in entries]
    )
    return Chart(
        _("The ten kinds of litter found most"),
        per_100_m(),
        [series],
        kind=Kind.RANKED,
        label_heading=_("Kind of litter"),
        notes=[_("Ranked by the median of %(surveys)s.") % {"surveys": words.surveys(top.n)}]
        if top
        else [],
    )


def seasons(result: AreaResult) -> Chart:
    """Return the medians of the four quarters; one without surveys is "not surveyed"."""
    points = [
        Point(
            str(words.SEASONS[part.name]),
            _rounded(part.median),
            words.surveys(part.n) if part.n else _("not surveyed"),
        )
        for part in result.seasons
    ]
    return Chart(
        _("Litter by season"),
        per_100_m(),
        [Series(_("Median"), points)],
        kind=Kind.COLUMNS,
        label_heading=_("Season"),
    )


def years(result: AreaResult) -> Chart:
    """Return the median of each year with surveys, for areas with too many of them for a point each."""
    points = [
        Point(str(part.name), _rounded(part.median), words.surveys(part.n)) for part in result.years
    ]
    return Chart(
        _("Litter from year to year"),
        per_100_m(),
        [Series(_("Median"), points)],
        kind=Kind.COLUMNS,
        label_heading=_("Year"),
        notes=[words.trend(result.trend)],
    )


def boxes(result: AreaResult, names: Mapping[str, str]) -> Boxes:
    """Return how the surveys of each site spread."""
    return Boxes(
        _("How the sites differ"),
        per_100_m(),
        [
            Box(
                names.get(site.code, site.code),
                site.n,
                low=_rounded(site.box.lower_end),
                lower_quartile=_rounded(site.box.lower_quartile),
                median=_rounded(site.box.median),
                upper_quartile=_rounded(site.box.upper_quartile),
                high=_rounded(site.box.upper_end),
                outliers=tuple(round(value, 2) for value in site.box.outliers),
            )
            for site in result.sites
        ],
        _("Site"),
        _("not surveyed"),
    )


def top_of(result: AreaResult, by: str) -> Top | None:
    return next((top for top in result.top if top.by == by and top.entries), None)


def _series(
    result: AreaResult, names: Mapping[str, str], value_of: Callable[[SurveyPoint], float | None]
) -> list[DatedSeries]:
    """Return the surveys site by site, or all together where a chart cannot tell so many apart."""
    sites = [site.code for site in result.sites if site.n]
    groups = {code: names.get(code, code) for code in sites}
    if len(sites) > SHAPES:
        groups = dict.fromkeys(sites, _("Surveys of all sites"))
    values: dict[str, list[DatedValue]] = {name: [] for name in groups.values()}
    for point in result.series:
        value = value_of(point)
        if value is not None:
            values[groups[point.site]].append(DatedValue(point.on, value, point.is_outlier))
    return [DatedSeries(name, found) for name, found in values.items()]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def curve(points: Sequence[SurveyPoint]) -> Curve | None:
    """Return the smooth line through the surveys of one site; None where there are too few for it."""
    values = [
        DatedValue(point.on, round(point.smooth, 1)) for point in points if point.smooth is not None
    ]
    return Curve(values, _("Smooth line (LOWESS)")) if values else None


def line(found: Figures, on: Sequence[date]) -> list[Trend]:
    """Return the line of a trend through the days of its surveys; none where the data are too few."""
    if not found.is_enough or found.per_year is None:
        return []
    label = _("Trend: %(slope)s a year") % {"slope": words.slope(found.per_year)}
    return [Trend(_on_line(found, min(on)), _on_line(found, max(on)), label)]


def _trends(result: AreaResult) -> list[Trend]:
    """Return the line of a site's trend; the slope of an area belongs to no single line."""
    if result.scope.kind is not ScopeKind.SITE:
        return []
    return line(result.trend, [each.on for each in result.series if each.per_100_m is not None])


def _on_line(found: Figures, day: date) -> DatedValue:
    per_day = (found.per_year or 0) / DAYS_OF_A_YEAR
    days = day.toordinal() - EPOCH
    return DatedValue(day, round((found.intercept or 0) + per_day * days, 2))
