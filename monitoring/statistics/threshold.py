"""The EU procedure for beach litter: the median of all surveys against 20 items per 100 m.

Van Loon et al. 2020 (JRC, threshold value for coastline litter) and the 2023 guidance: total without
fragments under 2.5 cm and without paraffin and other pollutants, all surveys of a country in a
subregion over at most six years pooled, at least 40 of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from monitoring.statistics.descriptive import median, quantiles
from monitoring.statistics.intervals import median_interval
from monitoring.statistics.results import Interval, Period, Result
from monitoring.statistics.series import recorded

THRESHOLD = 20.0  # items per 100 m
FEWEST_SURVEYS = 40
LONGEST_YEARS = 6
SHORTEST_SURVEY_M = 10.0  # surveys of no more than this length are left out
SIGNIFICANT = 0.05


class Status(StrEnum):
    MEETS = "meets"
    DOES_NOT_MEET = "does not meet"
    NOT_ASSESSABLE = "not assessable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Result):
    """Items per 100 m. `indicative` is the bare comparison, to be shown with `n` or not at all."""

    status: Status
    indicative: Status
    median: float | None
    p10: float | None
    p15: float | None
    p20: float | None
    interval: Interval
    threshold: float
    inclusive: bool
    fewest_surveys: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsToTarget(Result):
    """Years from now at an unchanged linear decrease; `cautious` adds 30 %."""

    years: float
    cautious: float
    target: float


def counts_for_indicator(length_m: float | None) -> bool:
    """Say whether a survey is long enough: above 10 m."""
    return length_m is not None and length_m > SHORTEST_SURVEY_M


def assess(
    per_100m: Iterable[float | None],
    period: Period | None = None,
    *,
    threshold: float = THRESHOLD,
    inclusive: bool = False,
    fewest_surveys: int = FEWEST_SURVEYS,
) -> Assessment:
    """Compare the pooled median with the threshold: below it (or at it, if `inclusive`) is met.

    Not assessable with fewer surveys than `fewest_surveys` or over more than six years. The 2023
    guidance says "less than 20", the report compares with 20: hence the setting.
    """
    array = recorded(per_100m)
    middle = median(array)
    p10, p15, p20 = quantiles(array, (0.10, 0.15, 0.20))
    indicative = _compared(middle, threshold, inclusive=inclusive)
    enough = array.size >= fewest_surveys and not too_long(period)
    return Assessment(
        n=array.size,
        method="EU threshold, pooled median",
        period=period,
        status=indicative if enough else Status.NOT_ASSESSABLE,
        indicative=indicative,
        median=middle,
        p10=p10,
        p15=p15,
        p20=p20,
        interval=median_interval(array, period=period),
        threshold=threshold,
        inclusive=inclusive,
        fewest_surveys=fewest_surveys,
    )


def too_long(period: Period | None) -> bool:
    """Say whether a period touches more than six years' length."""
    if period is None:
        return False
    first, last = period
    end = (first.year + LONGEST_YEARS, first.month, first.day)
    return (last.year, last.month, last.day) >= end


def years_to_target(
    now: float | None, target: float, slope_per_year: float | None, p: float | None, n: int
) -> YearsToTarget | None:
    """Return (median now - target) / -slope; None unless the decrease is significant at 5 %.

    `p` is that of the test of a decrease, of a site or of an area, over `n` surveys. Also None at or below
    the target. The worked example of the report: (308 - 13) / 21 = 14 years.
    """
    significant = p is not None and p < SIGNIFICANT
    if slope_per_year is None or slope_per_year >= 0 or not significant:
        return None
    if now is None or now <= target:
        return None
    years = (now - target) / -slope_per_year
    return YearsToTarget(
        n=n,
        method="linear, Theil-Sen",
        years=years,
        cautious=years * 1.3,
        target=target,
    )


def _compared(middle: float | None, threshold: float, *, inclusive: bool) -> Status:
    if middle is None:
        return Status.NOT_ASSESSABLE
    below = middle <= threshold if inclusive else middle < threshold
    return Status.MEETS if below else Status.DOES_NOT_MEET
