"""Trends: exact where it can be, directions, ties, blanks, regions and seasons."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from monitoring.statistics.errors import UnequalLengths
from monitoring.statistics.series import recorded
from monitoring.statistics.theil_sen import theil_sen
from monitoring.statistics.trends import (
    Direction,
    mann_kendall,
    mann_kendall_with_continuity,
    regional_kendall,
    seasonal_slope,
)
from tests.monitoring.statistics import known

SCIPY = {Direction.BOTH: "two-sided", Direction.INCREASING: "greater", Direction.DECREASING: "less"}
PUBLISHED = known.read("pymannkendall_known_answers")


@settings(max_examples=25)
@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=49, unique=True))
def test_it_is_exact_under_fifty_values_as_scipy_when_asked_to_be(values: list[int]) -> None:
    for direction, alternative in SCIPY.items():
        wanted = stats.kendalltau(
            range(len(values)), values, method="exact", alternative=alternative
        )
        test = mann_kendall(values, direction=direction)

        assert test.exact
        assert test.p == pytest.approx(wanted.pvalue, rel=1e-9)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 9), min_size=50, max_size=70))
def test_it_is_normal_from_fifty_values_on_as_scipy_when_asked_to_be(values: list[int]) -> None:
    wanted = stats.kendalltau(range(len(values)), values, method="asymptotic")
    test = mann_kendall(values)

    assert not test.exact
    if test.p is not None:
        assert (test.tau, test.p) == pytest.approx((wanted.statistic, wanted.pvalue), rel=1e-9)


def test_a_constant_series_has_no_test_but_a_slope_of_nothing() -> None:
    test = mann_kendall([7] * 8)

    assert (test.p, test.p_two_sided, test.tau, test.s) == (None, None, None, 0)
    assert theil_sen([7] * 8, range(8)).slope == 0


@pytest.mark.parametrize("values", [[], [None], [3]])
def test_one_value_or_none_gives_neither_slope_nor_test(values: list) -> None:
    assert mann_kendall(values).p is None
    assert theil_sen(values, range(len(values))).slope is None
    assert mann_kendall_with_continuity(values).p is None


def test_blanks_go_with_their_times() -> None:
    line = theil_sen([1, None, 9, None, 5], [0, 1, 2, 3, 4])

    assert line.slope == theil_sen([1, 9, 5], [0, 2, 4]).slope
    assert mann_kendall([1, None, 9, 5], [0, 1, 2, 4]).n == 3
    with pytest.raises(UnequalLengths):
        theil_sen([1, 2], [1])


def test_the_order_of_the_list_does_not_matter_when_times_are_given() -> None:
    assert mann_kendall([3, 1, 2], [3, 1, 2]) == mann_kendall([1, 2, 3], [1, 2, 3])


def test_a_line_has_half_of_the_values_on_each_side() -> None:
    values, times = [1, 5, 2, 9, 7, 30], [0, 1, 3, 4, 8, 9]
    wanted = stats.theilslopes(values, times, method="joint")
    line = theil_sen(values, times)

    assert (line.slope, line.intercept) == pytest.approx((wanted.slope, wanted.intercept))
    assert (line.lower, line.upper) == pytest.approx((wanted.low_slope, wanted.high_slope))
    assert line.per_year == pytest.approx((line.slope or 0) * 365.25)


def test_it_gives_the_published_values_of_a_series_with_blanks() -> None:
    values = PUBLISHED["x"]
    wanted = PUBLISHED["original_test_two_sided_normal_with_continuity"]
    test = mann_kendall_with_continuity(values)

    assert (test.s, test.variance, test.z, test.p) == pytest.approx(
        (wanted["S"], wanted["var_S"], wanted["z"], wanted["p"]), rel=1e-12
    )
    line = theil_sen(values, range(len(values)))
    wanted = PUBLISHED["sens_slope_per_index_step"]
    places = [place for place, value in enumerate(values) if value is not None]
    conover = np.median(recorded(values)) - np.median(places) * (line.slope or 0)
    assert (line.slope, conover) == pytest.approx((wanted["slope"], wanted["intercept"]), rel=1e-12)


def test_it_gives_the_published_seasonal_values() -> None:
    months = {
        str(month): (PUBLISHED["x"][month::12], range(len(PUBLISHED["x"][month::12])))
        for month in range(12)
    }
    wanted = PUBLISHED["seasonal_test_period_12"]
    test = regional_kendall(months)

    assert (test.s, test.variance, test.z, test.p) == pytest.approx(
        (wanted["S"], wanted["var_S"], wanted["z"], wanted["p"]), rel=1e-12
    )
    slope = PUBLISHED["seasonal_sens_slope_period_12"]["slope"]
    assert seasonal_slope(months) == pytest.approx(slope, rel=1e-12)
    assert seasonal_slope({}) is None


def test_a_short_site_is_named_and_can_be_left_out() -> None:
    sites = {"long": ([1, 2, 3, 4, 5], range(5)), "short": ([1, 2], range(2))}

    whole = regional_kendall(sites, Direction.INCREASING)
    without = regional_kendall(sites, Direction.INCREASING, leave_out_short=True)

    assert (whole.p, whole.short) == (None, ("short",))
    assert (without.n, without.blocks, without.short) == (5, 1, ("short",))
    assert without.p == pytest.approx(
        regional_kendall({"long": sites["long"]}, Direction.INCREASING).p
    )
    assert regional_kendall({}).p is None
