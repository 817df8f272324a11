"""Wilcoxon tests are exact without ties, as scipy's when asked to be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from monitoring.statistics.wilcoxon import Alternative, rank_sum, signed_rank

SCIPY = {Alternative.BOTH: "two-sided", Alternative.GREATER: "greater", Alternative.LESS: "less"}
DISTINCT = st.lists(st.integers(1, 9999), min_size=2, max_size=30, unique=True)


@settings(max_examples=20)
@given(DISTINCT)
def test_the_signed_rank_test_is_exact(values: list[int]) -> None:
    shifted = [value + 0.25 * (-1) ** value for value in values]
    if len({abs(value - 5000.5) for value in shifted}) < len(values):
        return
    for alternative, name in SCIPY.items():
        apart = [value - 5000.5 for value in shifted]
        wanted = stats.wilcoxon(apart, alternative=name, method="exact")
        assert signed_rank(shifted, 5000.5, alternative).p == pytest.approx(wanted.pvalue, rel=1e-9)


@settings(max_examples=20)
@given(DISTINCT)
def test_the_rank_sum_test_is_exact(values: list[int]) -> None:
    first, second = values[: len(values) // 2], values[len(values) // 2 :]
    for alternative, name in SCIPY.items():
        wanted = stats.mannwhitneyu(first, second, alternative=name, method="exact")
        assert rank_sum(first, second, alternative).p == pytest.approx(wanted.pvalue, rel=1e-9)


def test_without_values_there_is_no_test() -> None:
    assert signed_rank([20, None, 20], 20).p is None
    assert rank_sum([], [1, 2]).p is None
    assert rank_sum([3, 3], [3, 3]).p is None
