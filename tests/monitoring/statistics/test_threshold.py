"""The EU procedure: three states, never "meets" without enough surveys."""

from datetime import date

import pytest

from monitoring.statistics.results import Period
from monitoring.statistics.threshold import (
    Status,
    assess,
    counts_for_indicator,
    too_long,
    years_to_target,
)
from monitoring.statistics.trends import Direction, MannKendall, mann_kendall
from tests.monitoring.statistics import known

CASES = known.read("eu_threshold_known_answers")
WORDS = {
    "below threshold, enough surveys": (Status.MEETS, Status.MEETS),
    "above": (Status.DOES_NOT_MEET, Status.DOES_NOT_MEET),
    "above, fewer than 40 surveys": (Status.NOT_ASSESSABLE, Status.DOES_NOT_MEET),
}
FEW = "below threshold but fewer than 40 surveys -> not assessable (indicative only)"
DECREASE = mann_kendall(range(20, 0, -1), direction=Direction.DECREASING)


@pytest.mark.parametrize("unit", CASES["expected_status"])
def test_it_gives_the_published_verdicts(unit: str) -> None:
    published = CASES["unit_medians_published"][unit]
    wanted = (WORDS | {FEW: (Status.NOT_ASSESSABLE, Status.MEETS)})[CASES["expected_status"][unit]]

    result = assess([published["median"]] * published["n"])

    assert (result.status, result.indicative) == wanted
    assert (result.median, result.n) == (published["median"], published["n"])


def test_exactly_twenty_meets_only_if_the_setting_says_so() -> None:
    assert assess([20] * 40).status is Status.DOES_NOT_MEET
    assert assess([20] * 40, inclusive=True).status is Status.MEETS


def test_without_surveys_or_over_more_than_six_years_nothing_is_assessed() -> None:
    six = Period(date(2015, 1, 1), date(2020, 12, 31))

    assert assess([None] * 50).indicative is Status.NOT_ASSESSABLE
    assert assess([5] * 40, six).status is Status.MEETS
    assert (
        assess([5] * 40, Period(date(2015, 1, 1), date(2021, 1, 1))).status is Status.NOT_ASSESSABLE
    )
    assert not too_long(None)


def test_surveys_of_ten_metres_do_not_count() -> None:
    assert [counts_for_indicator(length) for length in (None, 10, 10.5)] == [False, False, True]


def test_it_gives_the_worked_years_to_target() -> None:
    example = CASES["years_to_target_worked_example"]
    now, target, slope = (example[name] for name in ("median_now", "target", "slope_per_year"))
    result = years_to_target(now, target, slope, DECREASE.p, DECREASE.n)

    assert result is not None
    assert round(result.years, 6) == example["years_linear"]
    assert round(result.cautious) == example["with_30pct_margin_report"]


@pytest.mark.parametrize(
    ("now", "slope", "test"),
    [
        (308, None, DECREASE),
        (308, 0, DECREASE),
        (13, -21, DECREASE),
        (308, -21, mann_kendall([3, 2])),
        (None, -21, DECREASE),
    ],
)
def test_years_are_told_only_for_a_significant_decrease(
    now: float | None, slope: float | None, test: MannKendall
) -> None:
    assert years_to_target(now, 13, slope, test.p, test.n) is None
