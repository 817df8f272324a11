"""Resampling: the rows of weights say what every resample would have given by itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitoring.statistics.descriptive import median
from monitoring.statistics.errors import UnequalLengths
from monitoring.statistics.resampling import (
    FEWEST,
    METHOD,
    RESAMPLES,
    percentile_interval,
    ratios,
    slopes_of_resamples,
    sums_of,
    weights_of,
)
from monitoring.statistics.theil_sen import slopes_of, theil_sen

SEED = 14


def test_every_resample_has_as_many_surveys_and_the_same_seed_the_same_ones() -> None:
    weights = weights_of(7, SEED)

    assert weights.shape == (RESAMPLES, 7)
    assert set(weights.sum(axis=1)) == {7}
    assert (weights == weights_of(7, SEED)).all()
    assert (weights != weights_of(7, SEED + 1)).any()


def test_sums_leave_blanks_out_and_means_follow_from_them() -> None:
    weights = np.array([[1, 1, 1], [0, 3, 0], [0, 0, 3]], dtype=np.int32)

    above = sums_of(weights, [4, 8, None])
    below = sums_of(weights, [1, 1, None])

    assert above.tolist() == [12, 24, 0]
    # the third resample drew the blank alone: it has no mean, and not one of zero
    assert ratios(above, below)[:2].tolist() == [6, 8]
    assert np.isnan(ratios(above, below)[2])
    with pytest.raises(UnequalLengths):
        sums_of(weights, [1])


def test_the_ends_are_those_of_the_middle_95_of_a_hundred() -> None:
    found = percentile_interval(np.array([*range(201), np.nan]), FEWEST)

    assert (found.lower, found.upper) == pytest.approx((5, 195))
    assert (found.n, found.method, found.coverage) == (FEWEST, METHOD, None)
    few = percentile_interval(np.arange(201.0), FEWEST - 1)
    assert (few.lower, few.upper) == (None, None)


def test_the_interval_of_a_mean_is_the_published_one() -> None:
    # Efron and Tibshirani 1993, tables 2.1 and 2.2: survival of seven treated mice; mean 86.86, standard
    # error of endless resamples 23.36, which is the root of the sum of squares about the mean, over 7
    mice = [94, 197, 16, 38, 99, 141, 23]
    weights = weights_of(7, SEED)

    means = sums_of(weights, mice) / 7

    assert means.mean() == pytest.approx(86.86, abs=1.5)
    assert means.std() == pytest.approx(23.36, abs=0.8)
    found = percentile_interval(means, 7)
    assert found.lower == pytest.approx(43.7, abs=4)  # means of samples of seven are skewed
    assert found.upper == pytest.approx(135, abs=5)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 50), min_size=3, max_size=12), st.integers(0, 2))
def test_slopes_are_those_of_each_resample_by_itself(values: list[int], blanks: int) -> None:
    weights = weights_of(len(values) + blanks, SEED, 40)
    series = [*values, *[None] * blanks]
    times = [float(10 * place - place % 3) for place in range(len(series))]

    found = slopes_of_resamples(weights, series, times)

    for row, slope in zip(weights, found, strict=True):
        drawn = [place for place, often in enumerate(row) for _time in range(often)]
        alone = theil_sen([series[place] for place in drawn], [times[place] for place in drawn])
        assert np.isnan(slope) if alone.slope is None else slope == pytest.approx(alone.slope)


def test_a_resample_of_one_day_has_no_slope() -> None:
    weights = np.array([[3, 0, 0], [1, 1, 1], [2, 1, 0]], dtype=np.int32)

    found = slopes_of_resamples(weights, [5, 7, 30], [0, 1, 2])

    # slopes of pairs: 2, 12.5 and 23; by the third resample the first pair alone stands there, twice
    assert np.isnan(found[0])
    assert found[1:].tolist() == [12.5, 2]
    assert median(slopes_of(np.array([5.0, 7, 30]), np.array([0.0, 1, 2]))) == 12.5
    assert np.isnan(slopes_of_resamples(weights, [1, None, None], [0, 1, 2])).all()


def test_many_surveys_are_drawn_in_parts_and_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    values, times = (
        [float(place**2 % 17) for place in range(12)],
        [float(place) for place in range(12)],
    )
    weights = weights_of(12, SEED, 30)
    whole = slopes_of_resamples(weights, values, times)

    monkeypatch.setattr("monitoring.statistics.resampling.BLOCK", 100)

    assert (slopes_of_resamples(weights, values, times) == whole).all()
