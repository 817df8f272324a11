"""The charts of a report, each of numbers that are in the result already."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from monitoring.reporting.document import Frozen, rounded
from monitoring.results.drawings import curve
from monitoring.results.shapes import Part as PartOfTime
from monitoring.results.shapes import SiteFigures, SurveyPoint
from monitoring.results.words import SEASONS
from partnership.core.charts import (
    Box,
    Boxes,
    Chart,
    DatedSeries,
    DatedValue,
    Kind,
    OverTime,
    Part,
    Point,
    Reference,
    Series,
    Shares,
    SizedDots,
    Spot,
    Trend,
)
from partnership.core.charts.drawn import Drawn
from partnership.core.choices import label_of
from partnership.reference.choices import Material

EPOCH: Final = date(1970, 1, 1).toordinal()  # where the time axis of trends begins
DAYS_OF_A_YEAR: Final = 365.25
FEWEST_FOR_LINE: Final = 5  # surveys, below which a line says more than the points do
FAR: Final = 2  # an axis ends early when something lies this many times above the upper whisker


def charts_of(frozen: Frozen) -> list[Chart | Drawn]:
    """Return every chart the result has something for; a region has no series of its sites."""
    series = [_series(frozen, site) for site in frozen.result.sites if frozen.result.series]
    found: list[Chart | Drawn] = [each for each in series if each.values]
    found += [_map(frozen), _boxes(frozen)]
    found.append(_shares(frozen))
    found += [_top(frozen, by) for by in ("median", "sum", "occurrence")]
    found.append(_times(_("Median by year"), _("Year"), _years(frozen)))
    found.append(_times(_("Median by season"), _("Season"), _seasons(frozen)))
    return found


def _series(frozen: Frozen, site: SiteFigures) -> OverTime:
    points = [point for point in frozen.result.series if point.site == site.code]
    values = [
        DatedValue(point.on, round(point.per_100_m, 1), point.is_outlier)
        for point in points
        if point.per_100_m is not None
    ]
    return OverTime(
        title=frozen.site(site.code),
        unit=_("items per 100 m"),
        series=[DatedSeries(site.code, values)],
        trends=_trends(site, points),
        references=[Reference(frozen.result.threshold.value, _("Threshold"))],
        curve=curve(points),
        cut=_cut(site, values),
    )


def _trends(site: SiteFigures, points: list[SurveyPoint]) -> list[Trend]:
    slope, intercept = site.trend.per_year, site.trend.intercept
    if slope is None or intercept is None or site.trend.n < FEWEST_FOR_LINE:
        return []

    def on_line(day: date) -> DatedValue:
        years = (day.toordinal() - EPOCH) / DAYS_OF_A_YEAR
        return DatedValue(day, intercept + slope * years)

    words = _("Theil-Sen line: %(slope)s per year") % {"slope": rounded(slope)}
    return [Trend(on_line(points[0].on), on_line(points[-1].on), words)]


def _cut(site: SiteFigures, values: list[DatedValue]) -> float | None:
    """Where the axis ends, if a few surveys would press all others to its foot."""
    end = site.box.upper_end
    highest = max((value.value for value in values), default=0)
    return float(round(end)) if end and highest > FAR * end else None


def _map(frozen: Frozen) -> SizedDots:
    spots = [
        Spot(frozen.site(site.code), site.latitude, site.longitude, _one(site.median))
        for site in frozen.result.sites
    ]
    return SizedDots(
        title=_("Where the sites are, and their medians"),
        unit=_("items per 100 m"),
        spots=spots,
        label_heading=_("Survey site"),
        nothing=_("not surveyed"),
        level=Reference(frozen.result.threshold.value, _("Threshold")),
    )


def _boxes(frozen: Frozen) -> Boxes:
    boxes = [
        Box(
            frozen.site(site.code),
            site.n,
            low=_one(site.box.lower_end),
            lower_quartile=_one(site.box.lower_quartile),
            median=_one(site.box.median),
            upper_quartile=_one(site.box.upper_quartile),
            high=_one(site.box.upper_end),
            outliers=tuple(round(value, 1) for value in site.box.outliers),
        )
        for site in frozen.result.sites
    ]
    return Boxes(
        title=_("Surveys by site"),
        unit=_("items per 100 m"),
        boxes=boxes,
        label_heading=_("Survey site"),
        nothing=_("not surveyed"),
        notes=[_("Box plots adjusted for skewness; outliers are flagged and never removed.")],
    )


def _one(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _shares(frozen: Frozen) -> Shares:
    shares = sorted(frozen.result.composition.shares.items(), key=lambda each: -each[1])
    return Shares(
        title=_("What the litter is made of"),
        unit="%",
        parts=[Part(label_of(Material, name), share) for name, share in shares if share],
        label_heading=_("Material"),
    )


def _top(frozen: Frozen, by: str) -> Chart:
    titles = {
        "median": _("Ten kinds by median"),
        "sum": _("Ten kinds by number"),
        "occurrence": _("Ten kinds by how often they are found"),
    }
    units = {
        "median": _("items per 100 m"),
        "sum": _("items"),
        "occurrence": _("% of surveys"),
    }
    names = {"median": _("Median"), "sum": _("Sum"), "occurrence": _("Share of surveys")}
    (found,) = (each for each in frozen.result.top if each.by == by)
    points = [Point(frozen.item(name), round(value, 1)) for name, value in found.entries if value]
    return Chart(
        title=titles[by],
        unit=units[by],
        series=[Series(names[by], points)],
        kind=Kind.RANKED,
        label_heading=_("Kind of litter"),
    )


def _times(title: str, heading: str, points: list[Point]) -> Chart:
    return Chart(
        title=title,
        unit=_("items per 100 m"),
        series=[Series(_("Median"), points)],
        kind=Kind.COLUMNS,
        label_heading=heading,
    )


def _years(frozen: Frozen) -> list[Point]:
    return [_point(str(part.name), part) for part in frozen.result.years]


def _seasons(frozen: Frozen) -> list[Point]:
    return [_point(str(SEASONS[part.name]), part) for part in frozen.result.seasons]


def _point(label: str, part: PartOfTime) -> Point:
    return Point(label, _one(part.median), f"n = {part.n}")
