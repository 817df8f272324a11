"""Names of what results hold as codes, and the sentences that go with figures."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from monitoring.reporting.document import rounded
from monitoring.results.shapes import Threshold, Trend

STATUSES: Final[dict[str, str | Promise]] = {
    "meets": pgettext_lazy("threshold", "meets the threshold"),
    "does not meet": pgettext_lazy("threshold", "does not meet the threshold"),
    "not assessable": pgettext_lazy("threshold", "not assessable"),
}


def threshold_sentence(found: Threshold) -> str:
    """Say the status with the number of surveys it stands on."""
    told = _(
        "%(status)s: median %(median)s, threshold %(value)s items per 100 m, %(n)s of %(needed)s "
        "surveys needed."
    )
    return told % {
        "status": STATUSES[found.status],
        "median": rounded(found.median),
        "value": rounded(found.value),
        "n": found.n,
        "needed": found.needed,
    }


def trend_sentence(found: Trend) -> str:
    """Say what the trend says, and what a large p does not say."""
    if not found.is_enough or found.per_year is None or found.p is None:
        return _(
            "Too few data to speak of a trend: %(n)s surveys in %(years)s years, where 10 surveys in "
            "5 years are needed."
        ) % {"n": found.n, "years": found.years}
    if not found.is_significant:
        told = _(
            "No evidence of a trend: %(slope)s items per 100 m and year, p = %(p)s. This does not "
            "show that nothing changes."
        )
    elif found.per_year < 0:
        told = _("A decrease: %(slope)s items per 100 m and year, p = %(p)s.")
    else:
        told = _("An increase: %(slope)s items per 100 m and year, p = %(p)s.")
    return told % {"slope": rounded(found.per_year), "p": p_value(found.p)}


def p_value(value: float | None) -> str:
    """Return a probability with three decimals; smaller ones are said to be smaller."""
    return "< 0.001" if value is not None and value < 0.0005 else rounded(value, 3)
