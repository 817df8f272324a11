"""What a page or report shows of a result: key figures, verdicts, and what stands behind them."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from monitoring.choices import Compartment, Matrix, SeaMethod
from monitoring.protocols import find
from monitoring.results import sea_drawings, words
from monitoring.results.shapes import AreaResult, Coverage, Figure, Interval, Micro, Sea
from monitoring.sites.figures import CLASSES
from monitoring.statistics.clean_coast import CoastClass
from monitoring.statistics.results import Period

Lines = list[dict[str, Any]]
NO_INTERVAL: Final = Interval(lower=None, upper=None, wanted=0.95, coverage=None)


def key_figures(result: AreaResult) -> Lines:
    """Return the key figures, each with n and its interval; one without data says so and is no zero."""
    middle, coast = result.per_100_m, result.coast
    return [
        _figure(
            _("Items per 100 m"),
            middle.median,
            _("Median of %(surveys)s; %(interval)s")
            % {"surveys": words.surveys(middle.n), "interval": words.interval(middle.interval)}
            if middle.n
            else _nothing(),
        ),
        _figure(
            _("Items per 100 m, mean"),
            middle.mean,
            _spread_of(_("Mean of %(surveys)s"), middle.n, middle.mean_interval),
        ),
        _figure(_("Items per km²"), result.per_km2.value, _mean_of(result.per_km2)),
        _figure(_("Weight, kg per km²"), result.kg_per_km2.value, _mean_of(result.kg_per_km2)),
        _figure(
            _("Clean Coast Index"),
            coast.median,
            _("%(name)s; median of %(surveys)s; %(interval)s")
            % {
                "name": words.coast(coast),
                "surveys": words.surveys(coast.n),
                "interval": words.interval(coast.interval or NO_INTERVAL),
            }
            if coast.n
            else _nothing(),
        ),
        _figure(
            _("Share of plastic (%)"),
            result.plastic_share.value,
            _spread_of(
                _("Of all items counted in %(surveys)s"),
                result.plastic_share.n if result.plastic_share.value is not None else 0,
                result.plastic_share.interval,
            ),
        ),
        _figure(
            _("Contribution to SDG 14.1.1b, items per km²"),
            result.sdg.value,
            _("All items over the %(area)s km² surveyed; %(interval)s; not the official value.")
            % {
                "area": words.said(result.sdg.area_km2),
                "interval": words.interval(result.sdg.interval or NO_INTERVAL),
            }
            if result.sdg.n
            else _nothing(),
        ),
    ]


def facts(result: AreaResult, lists: Mapping[str, str]) -> Lines:
    """Return what was looked at, and how, under its terms; `lists` are names by code."""
    covered = result.coverage
    found: list[tuple[str, str]] = [
        (_("Approved surveys"), f"{covered.surveys:,}"),
        (_("Sites surveyed"), f"{covered.surveyed_sites} / {covered.sites}"),
        (_("Coverage of the plan"), _plan(result)),
        (_("Period"), period(covered.period)),
        (_("Length surveyed"), f"{words.said(covered.length_m)} m"),
        (_("Area surveyed"), _area(covered)),
        (_("Protocol"), " · ".join(map(_protocol, covered.protocols))),
        (_("List of litter items"), " · ".join(_list(name, lists) for name in covered.lists)),
        (_("Lower size limit"), " · ".join(f"{size:g} mm" for size in covered.lower_sizes_mm)),
        (_("Not entering the figures"), _left_out(covered)),
        *_elsewhere(covered),
        (_("Version of the methods"), result.version),
    ]
    return [{"term": term, "value": value} for term, value in found if value]


def classes(result: AreaResult) -> list[tuple[str | Promise, int]]:
    """Return how many surveys fall into each class of the index."""
    return [(CLASSES[each], result.coast.classes.get(each, 0)) for each in CoastClass]


def themes(result: AreaResult) -> list[tuple[str | Promise, str]]:
    """Return themes with their share; "at least" where other items may belong to one."""
    return [
        (
            words.THEMES[theme.name],
            _("at least %(share)s %%") % {"share": words.said(theme.share)}
            if theme.is_least
            else f"{words.said(theme.share)} %",
        )
        for theme in result.themes
        if theme.share is not None
    ]


def micro(result: AreaResult) -> Lines:
    """Return the samples of microplastics, each with the mesh and sizes it may be compared by."""
    return [_sample(each) for each in result.micro]


def sea(result: AreaResult) -> Lines:
    """Return the surveys at sea, each method by itself; one that nobody has used says so."""
    lines = [_at_sea(each) for each in result.sea]
    used = {each.method for each in result.sea}
    unused = [
        {"method": method.label, "is_surveyed": False}
        for method in SeaMethod
        if method.value not in used
    ]
    return [*lines, *unused]


def sea_sdg(result: AreaResult) -> Lines:
    """Return what each way of watching floating litter contributes to SDG 14.1.1b, under its terms."""
    return [
        {
            "term": sea_drawings.group(found),
            "value": _("%(value)s items per km², over %(area)s km²; %(interval)s")
            % {
                "value": words.said(found.sdg.value),
                "area": words.said(found.sdg.area_km2),
                "interval": words.interval(found.sdg.interval or NO_INTERVAL),
            },
        }
        for found in result.sea
        if found.sdg
    ]


def period(found: Period | None) -> str:
    """Say a period by its first and last day."""
    return f"{date_format(found.first)} – {date_format(found.last)}" if found else ""


def _sample(found: Micro) -> dict[str, Any]:
    return {
        "matrix": Matrix(found.matrix).label,
        "mesh": f"{found.mesh_um:g}" if found.mesh_um else words.UNKNOWN,
        "sizes": f"{found.smallest_um:g}–{found.largest_um:g}",
        "n": found.n,
        "unit": words.UNITS[found.unit],
        "raw": words.said(found.raw_median),
        "raw_interval": words.ends(found.raw_interval),
        "raw_mean": words.said(found.raw_mean),
        "raw_mean_interval": words.ends(found.raw_mean_interval),
        "corrected": words.said(found.corrected_median),
        "corrected_interval": words.ends(found.corrected_interval),
        "corrected_mean": words.said(found.corrected_mean),
        "corrected_mean_interval": words.ends(found.corrected_mean_interval),
        "few_blanks": found.few_blanks,
    }


def _at_sea(found: Sea) -> dict[str, Any]:
    return {
        "method": SeaMethod(found.method).label,
        "is_surveyed": True,
        "pieces": sea_drawings.pieces(found) or words.UNKNOWN,
        "n": found.n,
        "period": period(found.period),
        "area": words.said(found.area_km2),
        "per_km2": words.said(found.per_km2.value),
        "per_km2_interval": words.ends(found.per_km2.interval),
        "median": words.said(found.median_per_km2),
        "interval": words.ends(found.interval),
        "trend": words.short_trend(found.trend) if found.trend else words.UNKNOWN,
        "kg_per_km2": words.said(found.kg_per_km2.value),
        "kg_interval": words.ends(found.kg_per_km2.interval),
        "weighed": found.kg_per_km2.n,
        "plastic": words.said(found.plastic_share),
        "plastic_interval": words.ends(found.plastic_interval),
    }


def _figure(label: str, value: float | None, definition: str) -> dict[str, Any]:
    return {"label": label, "value": words.said(value), "definition": definition}


def _mean_of(figure: Figure) -> str:
    return _spread_of(_("Mean of %(surveys)s"), figure.n, figure.interval)


def _spread_of(told: str, n: int, interval: Interval | None) -> str:
    """Say how many surveys a figure stands on, and its interval."""
    if not n:
        return _nothing()
    joined = pgettext("a figure’s surveys; its interval", "%(told)s; %(interval)s")
    return joined % {
        "told": told % {"surveys": words.surveys(n)},
        "interval": words.interval(interval or NO_INTERVAL),
    }


def _nothing() -> str:
    return _("no survey tells it")


def _plan(result: AreaResult) -> str:
    """Say how much of the plan was kept: one survey of every site in each quarter of the year."""
    planned = result.coverage.planned
    if not planned:
        return ""
    wanted, done = planned * len(result.sites), sum(site.seasons for site in result.sites)
    return _(
        "%(share)s %%: %(done)s of %(wanted)s, one survey of each site in every quarter of the year"
    ) % {
        "share": words.said(round(100 * done / wanted)),
        "done": f"{done:,}",
        "wanted": f"{wanted:,}",
    }


def _area(covered: Coverage) -> str:
    if covered.area_m2 is None:
        return ""
    known = words.surveys(covered.surveys_with_area)
    return f"{words.said(covered.area_m2)} m² ({known})"


def _protocol(name: str) -> str:
    code, _blank, version = name.partition(" ")
    protocol = find(code)
    return f"{protocol.name} {version}" if protocol else name


def _list(name: str, names: Mapping[str, str]) -> str:
    code, _blank, version = name.partition(" ")
    return f"{names.get(code, code)} {version}"


def _left_out(covered: Coverage) -> str:
    return " · ".join(
        f"{words.LEFT_OUT[reason]} ({number})"
        for reason, number in sorted(covered.left_out.items())
    )


def _elsewhere(covered: Coverage) -> list[tuple[str, str]]:
    return [
        (
            str(compartment.label).capitalize(),
            words.surveys(number)
            if (number := covered.elsewhere.get(compartment))
            else _("not surveyed"),
        )
        for compartment in (Compartment.FLOATING, Compartment.SEABED)
    ]
