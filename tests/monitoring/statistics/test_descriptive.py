"""Descriptive statistics, intervals and outliers keep blanks out and their conventions."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitoring.statistics.descriptive import describe, median, quantiles
from monitoring.statistics.errors import NotANumber
from monitoring.statistics.intervals import (
    bootstrap_interval,
    median_interval,
    median_intervals,
    wilson_interval,
)
from monitoring.statistics.outliers import adjusted_boxplot, medcouple, tukey_fences
from monitoring.statistics.results import VERSION, Period
from monitoring.statistics.series import total

NUMBERS = st.lists(st.floats(0, 1e6), min_size=1, max_size=30)
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


@settings(max_examples=30)
@given(NUMBERS, st.integers(0, 5))
def test_blanks_change_nothing_but_their_number(values: list[float], blanks: int) -> None:
    described = describe([*values, *[None] * blanks])

    assert (described.n, described.blanks) == (len(values), blanks)
    assert described.median == describe(values).median
    assert described.mean == describe(values).mean
    assert total([*values, *[None] * blanks]) == total(values)


@settings(max_examples=30)
@given(NUMBERS)
def test_zeroes_are_values(values: list[float]) -> None:
    assert describe([*values, 0]).n == len(values) + 1
    assert total([0, None]) == 0


def test_of_nothing_there_is_nothing() -> None:
    described = describe([None, None], YEAR)

    assert (described.n, described.blanks, described.mean, described.trimean) == (0, 2, None, None)
    assert described.period == YEAR
    assert total([None]) is None
    assert median([]) is None
    assert quantiles([], [0.5]) == [None]
    assert median_interval([]).lower is None
    assert wilson_interval([None]).lower is None
    assert bootstrap_interval([[None], []], seed=1).n == 0
    assert np.isnan(medcouple([]))
    assert tukey_fences([]) == (None, None)
    assert adjusted_boxplot([None]).upper_end is None


def test_every_result_says_its_method_and_version() -> None:
    described = describe([1, 2], YEAR)

    assert (described.version, described.period) == (VERSION, YEAR)
    assert "1.4826" in described.method


def test_it_takes_no_infinite_values() -> None:
    with pytest.raises(NotANumber):
        describe([1, float("inf")])


def test_ratios_without_a_mean_or_median_are_left_open() -> None:
    described = describe([0, 0, 0])

    assert (described.cv, described.rmad, described.iod, described.sd) == (None, None, None, 0)
    assert describe([5]).sd is None


@settings(max_examples=30)
@given(st.lists(st.integers(0, 500), min_size=6, max_size=60))
def test_a_median_lies_in_its_interval(values: list[int]) -> None:
    interval = median_interval(values)
    middle = median(values)

    assert middle is not None
    assert interval.lower is not None
    assert interval.upper is not None
    assert interval.lower <= middle <= interval.upper
    assert interval.coverage is not None
    assert interval.coverage >= interval.wanted


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(0, 50), min_size=9, max_size=9), min_size=1, max_size=5))
def test_the_intervals_of_many_rows_are_those_of_each(rows: list[list[int]]) -> None:
    matrix = np.array(rows, dtype=float)
    matrix[0, :2] = np.nan  # a row with blanks, and one with too few values
    few = np.full((1, 9), np.nan)
    few[0, :5] = 7
    lower, upper = median_intervals(np.vstack([matrix, few]))

    for place, row in enumerate(matrix):
        alone = median_interval(None if np.isnan(value) else value for value in row)
        assert (lower[place], upper[place]) == (alone.lower, alone.upper)
    assert np.isnan([lower[-1], upper[-1]]).all()


def test_fewer_than_six_values_have_no_interval() -> None:
    assert median_interval([1, 2, 3, 4, 5]).coverage is None


def test_the_bootstrap_gives_the_same_ends_for_the_same_seed() -> None:
    sites = [[1, 5, 9, 30, None], [2, 80, 7]]
    first, second = (bootstrap_interval(sites, seed=7, resamples=500) for _turn in range(2))

    assert (first.lower, first.upper) == (second.lower, second.upper)
    assert first.n == 7


@settings(max_examples=30)
@given(st.lists(st.integers(0, 500), min_size=1, max_size=40), st.integers(1, 9))
def test_the_medcouple_knows_no_unit_and_turns_with_the_sign(values: list[int], by: int) -> None:
    assert medcouple([by * value for value in values]) == pytest.approx(medcouple(values), abs=1e-9)
    assert medcouple([-value for value in values]) == pytest.approx(-medcouple(values), abs=1e-9)


def test_outliers_are_places_in_the_list_and_stay_in_it() -> None:
    values = [10, None, 11, 12, 13, 14, 15, 900]
    box = adjusted_boxplot(values)

    assert box.outliers == (7,)
    assert (box.n, box.upper_end) == (7, box.upper_fence)
