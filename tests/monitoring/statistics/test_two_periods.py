"""The shift between two periods: its interval holds what the test does not refuse."""

import statistics
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from monitoring.statistics.two_periods import shift
from monitoring.statistics.wilcoxon import rank_sum

# R: wilcox.test(y, x, conf.int = TRUE), exact; x and y of unit_wilcoxon_two_sample.json, case a
FIRST, SECOND = [120, 98, 143, 110, 87], [76, 92, 61, 55, 70]
VALUES = st.lists(st.integers(0, 100_000), min_size=4, max_size=12, unique=True)


def test_a_single_site_is_tested_exactly() -> None:
    found = shift([(FIRST, SECOND)])

    differences = sorted(two - one for one, two in product(FIRST, SECOND))
    assert (found.n, found.sites) == (10, 1)
    assert found.median == statistics.median(differences)
    assert found.p == pytest.approx(0.0158730158730159, rel=1e-9)
    assert (found.interval.lower, found.interval.upper) == (differences[2], differences[22])
    assert found.method.endswith("exact")


@settings(max_examples=40)
@given(VALUES, VALUES)
def test_the_interval_holds_the_shifts_that_the_test_does_not_refuse(
    first: list[int], second: list[int]
) -> None:
    found = shift([(first, second)])
    assume(found.method.endswith("exact"))  # no ties
    lower, upper = found.interval.lower, found.interval.upper
    assert lower is not None
    assert upper is not None

    def p(by: float) -> float:
        shifted = [value + by for value in first]
        assume(not set(shifted) & set(second))
        return rank_sum(second, shifted).p or 0.0

    assert p(lower - 0.25) <= 0.05 < p(lower + 0.25)
    assert p(upper + 0.25) <= 0.05 < p(upper - 0.25)


def test_sites_are_compared_with_themselves_alone() -> None:
    """The second period surveyed the clean site more often; neither site has changed."""
    clean, dirty = [1, 2, 3, 4, 5, 6], [101, 102, 103, 104, 105, 106]

    found = shift([(clean[:2], clean), (dirty, dirty[:2])])

    assert (found.n, found.sites) == (16, 2)
    assert abs(found.median or 0) <= 2
    assert (found.p or 0) > 0.3
    pooled = shift([(clean[:2] + dirty, clean + dirty[:2])])
    assert (pooled.p or 1) < 0.2  # what counting all surveys together would have said


def test_a_change_at_every_site_is_seen() -> None:
    pairs = [([base + turn for turn in range(8)], [base + turn - 30 for turn in range(8)])
             for base in (50, 200, 900)]  # fmt: skip

    found = shift(pairs)

    assert found.median == -30
    assert (found.p or 1) < 0.001
    assert (found.interval.lower or 0) <= -30 <= (found.interval.upper or -99) < 0
    assert "added up over sites" in found.method


def test_both_periods_changed_round_turn_the_sign_alone() -> None:
    pairs = [([3.0, 8, 9, 11, 20], [5, 7, 30, 41]), ([1, 2, 4], [6, 7, 8.5])]
    there, back = shift(pairs), shift([(two, one) for one, two in pairs])

    assert there.median == -(back.median or 0)
    assert there.p == pytest.approx(back.p)
    assert there.interval.lower == -(back.interval.upper or 0)


def test_a_blank_is_no_zero_and_a_site_without_a_partner_says_nothing() -> None:
    assert shift([([5, None, 7], [6, None])]) == shift([([5, 7], [6])])
    assert shift([([5, 7], [6]), ([1, 2], []), ([None], [9])]) == shift([([5, 7], [6])])
    nothing = shift([([1], [])])
    assert (nothing.n, nothing.median, nothing.p, nothing.interval.lower) == (0, None, None, None)


def test_few_or_equal_values_give_no_false_certainty() -> None:
    few = shift([([1, 2], [30, 40])])
    assert few.interval.lower is None
    assert (few.p or 0) > 0.05
    equal = shift([([3, 3], [3, 3]), ([4, 4], [4, 4])])
    assert (equal.median, equal.p) == (0, None)
