"""The smooth line, against what R's lowess gives for its own example."""

import pytest

from monitoring.statistics.errors import UnequalLengths
from monitoring.statistics.smoothing import FEWEST, lowess

# R: `cars`, and the distinct heights of `lowess(cars)`.
SPEED = [
    4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16,
    17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
]  # fmt: skip
DISTANCE = [
    2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54,
    32, 40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
]  # fmt: skip
HEIGHTS = {
    4: 4.965459, 7: 13.124495, 8: 15.858633, 9: 18.579691, 10: 21.280313, 11: 24.129277, 12: 27.119549,
    13: 30.027276, 14: 32.962506, 15: 36.757728, 16: 40.435075, 17: 43.463492, 18: 46.885479, 19: 50.793152,
    20: 56.491224, 22: 67.585824, 23: 73.079695, 24: 78.643164, 25: 84.328698,
}  # fmt: skip


def test_it_is_the_line_of_r() -> None:
    found = lowess(DISTANCE, SPEED)

    assert found == pytest.approx([HEIGHTS[speed] for speed in SPEED], abs=5e-7)


def test_a_blank_stays_one_and_changes_nothing() -> None:
    found = lowess([*DISTANCE, None], [*SPEED, 12])

    assert found[-1] is None
    assert found[:-1] == lowess(DISTANCE, SPEED)


def test_fewer_than_25_values_have_no_smooth_line() -> None:
    assert lowess([1.0] * (FEWEST - 1) + [None], range(FEWEST)) == [None] * FEWEST
    assert lowess([], []) == []


def test_a_straight_line_is_its_own_smooth_line() -> None:
    values = [3.0 + 2 * day for day in range(40)]

    assert lowess(values, range(40)) == pytest.approx(values)


def test_values_of_one_day_have_their_mean() -> None:
    assert lowess([1.0, 3.0] * 15, [5.0] * 30) == pytest.approx([2.0] * 30)


def test_one_outlier_hardly_moves_it() -> None:
    values = [10.0 + (day % 3) for day in range(30)]
    values[15] = 1_000.0

    assert max(value or 0 for value in lowess(values, range(30))) < 13


def test_values_and_times_belong_together() -> None:
    with pytest.raises(UnequalLengths):
        lowess([1.0], [])
