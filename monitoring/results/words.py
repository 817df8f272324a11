"""Figures and verdicts of results in words: the same on pages, in reports and files."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from monitoring.choices import SurveyType
from monitoring.results.questions import TOO_SHORT
from monitoring.results.shapes import Coast, Interval, Threshold, Trend, YearsLeft
from monitoring.sites.figures import CLASSES
from monitoring.statistics.clean_coast import CoastClass

MINUS: Final = "\u2212"
UNKNOWN: Final = "–"
STATUS: Final = {
    "meets": gettext_lazy("below the threshold"),
    "does not meet": gettext_lazy("not below the threshold"),
    "not assessable": gettext_lazy("not assessable"),
}
STATUS_TONES: Final = {"meets": "ok", "does not meet": "warn", "not assessable": ""}
SEASONS: Final = {
    1: gettext_lazy("Jan–Mar"),  # short: four stand side by side on a phone
    2: gettext_lazy("Apr–Jun"),
    3: gettext_lazy("Jul–Sep"),
    4: gettext_lazy("Oct–Dec"),
}
THEMES: Final = {
    "fishing": gettext_lazy("fishing and aquaculture"),
    "smoking": pgettext_lazy("theme of litter", "smoking"),
    "single-use": gettext_lazy("single-use plastic"),
    "polystyrene": gettext_lazy("foamed polystyrene"),
}
UNITS: Final = {
    "items/m3": gettext_lazy("items/m³"),
    "items/kg dry": gettext_lazy("items/kg dry mass"),
    "items/individual": gettext_lazy("items/individual"),
}
LEFT_OUT: Final[dict[str, str | Promise]] = {
    **{kind.value: kind.label for kind in SurveyType},
    TOO_SHORT: gettext_lazy("10 m or shorter"),
}


def said(value: float | None) -> str:
    """Return a figure as people read it: whole from a hundred on, else with what it can bear."""
    if value is None:
        return UNKNOWN
    size = abs(value)
    decimals = 0 if size >= 100 or value == int(value) else 1 if size >= 10 else 2
    text = f"{value:.2g}" if 0 < size < 0.1 else f"{value:,.{decimals}f}"
    return text.replace("-", MINUS)


def interval(found: Interval) -> str:
    """Say an interval with what it really covers; why there is none where there is none."""
    if found.lower is None or found.upper is None:
        return _("no interval: too few values")
    ends = {"lower": said(found.lower), "upper": said(found.upper), "wanted": 100 * found.wanted}
    if found.coverage is None:
        return _("%(wanted).0f %% interval from %(lower)s to %(upper)s") % ends
    return _("interval from %(lower)s to %(upper)s, which covers %(coverage).1f %%") % (
        ends | {"coverage": 100 * found.coverage}
    )


def about_median(found: Interval) -> str:
    """Say the interval of a median that a sentence has named."""
    return _("Around the median: %(interval)s.") % {"interval": interval(found)}


def ends(found: Interval | None) -> str:
    """Return both ends of an interval, for the cell of a table; empty where there is none."""
    if found is None or found.lower is None or found.upper is None:
        return ""
    between = " – " if found.lower < 0 else "–"  # a dash beside a minus is hard to tell from it
    return f"{said(found.lower)}{between}{said(found.upper)}"


def surveys(n: int) -> str:
    return ngettext("%(n)s survey", "%(n)s surveys", n) % {"n": n}


def coast(found: Coast) -> str:
    """Name the class of the median index."""
    return str(CLASSES[CoastClass(found.coast_class)]) if found.coast_class else UNKNOWN


def threshold(found: Threshold) -> str:
    """Say how the median stands to the threshold, always with the number of surveys behind it."""
    if found.median is None:
        return _("Nothing was surveyed that could be compared.")
    told = {"n": found.n, "needed": found.needed, "median": said(found.median)}
    if found.status == "meets":
        return _("The median of %(n)s surveys, %(median)s items per 100 m, is below 20.") % told
    if found.status == "does not meet":
        return _("The median of %(n)s surveys, %(median)s items per 100 m, is not below 20.") % told
    if found.n < found.needed:
        return (
            _(
                "Not assessable: %(n)s of the %(needed)s surveys that the procedure asks for. "
                "Their median is %(median)s items per 100 m."
            )
            % told
        )
    return _("Not assessable.")


def trend(found: Trend) -> str:
    """Say a trend in words; a large p is no evidence, which is not the same as no change."""
    if not found.is_enough or found.per_year is None:
        return _("Too few data to speak of a trend: five years and ten surveys are needed.")
    told = {"slope": slope(found.per_year), "p": chance(found.p)}
    if not found.is_significant:
        return _("No evidence of a change: %(slope)s items per 100 m a year, %(p)s.") % told
    if found.per_year < 0:
        return _("Less litter from year to year: %(slope)s items per 100 m a year, %(p)s.") % told
    return _("More litter from year to year: %(slope)s items per 100 m a year, %(p)s.") % told


def trend_basis(found: Trend) -> str:
    """Say what a trend stands on: surveys, years, the interval of the slope, the test of both directions."""
    if not found.is_enough or found.per_year is None:
        return ""
    if found.p_two_sided is None:
        both = _("no test possible")
    else:
        both = _("two-sided p %(p)s") % {"p": _probability(found.p_two_sided)}
    return _("%(surveys)s in %(years)s years; slope: %(interval)s; %(both)s.") % {
        "surveys": surveys(found.n),
        "years": found.years,
        "interval": interval(found.interval),
        "both": both,
    }


def years_left(found: YearsLeft | None) -> str:
    """Say how long an evident decrease would take, and that this is a straight line; else nothing."""
    if found is None:
        return ""
    return _(
        "If it went on like this in a straight line, the median would reach %(target)s items per 100 m in "
        "%(years)s years; with a margin of 30 %%, in %(cautious)s."
    ) % {
        "target": said(found.target),
        "years": said(found.years),
        "cautious": said(found.cautious),
    }


def short_trend(found: Trend) -> str:
    """Say the same in a cell of a table."""
    if not found.is_enough or found.per_year is None:
        return _("too few data")
    if not found.is_significant:
        return _("no evidence (%(slope)s a year)") % {"slope": slope(found.per_year)}
    return _("%(slope)s a year") % {"slope": slope(found.per_year)}


def slope(value: float) -> str:
    """Return a change with its sign."""
    text = said(value)
    return f"+{text}" if value > 0 else text


def chance(p: float | None) -> str:
    """Say a one-sided probability."""
    if p is None:
        return _("no test possible")
    if p < 0.001:
        return _("one-sided p < 0.001")
    return (_("one-sided p = %(p).3f") % {"p": p}).replace("p = ", "p\u00a0=\u00a0")


def _probability(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"= {p:.3f}"


def trend_tone(found: Trend) -> str:
    """Return the tone of a badge: only a change that is evident is good or bad."""
    if not found.is_enough or not found.is_significant or not found.per_year:
        return ""
    return "ok" if found.per_year < 0 else "warn"
