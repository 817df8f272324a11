"""Materials make 100 per cent, themes may overlap, top lists keep litteR's edge."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitoring.statistics.composition import composition, mean_share, theme_share
from monitoring.statistics.errors import NotAPartition
from monitoring.statistics.top import By, top_list, top_share

MATERIALS = {"J1": "plastic", "J2": "plastic", "J3": "metal", "J4": "glass"}
COUNTS = st.dictionaries(st.sampled_from(sorted(MATERIALS)), st.integers(0, 10_000) | st.none())


@settings(max_examples=30)
@given(COUNTS)
def test_materials_make_a_hundred_per_cent(counts: dict[str, int | None]) -> None:
    made = composition(counts, MATERIALS, surveys=1)

    if any(counts.values()):
        assert sum(made.shares.values()) == pytest.approx(100)
    else:
        assert made.shares == {}


def test_it_refuses_an_item_without_a_material() -> None:
    with pytest.raises(NotAPartition, match="J9"):
        composition({"J1": 1, "J9": 2}, MATERIALS, surveys=1)


def test_a_material_never_recorded_has_no_share() -> None:
    made = composition({"J1": 3, "J3": None, "J4": 0}, MATERIALS, surveys=2)

    assert made.shares == {"plastic": 100, "glass": 0}
    assert (made.total, made.n) == (3, 2)


def test_themes_may_overlap() -> None:
    counts = {"J1": 3, "J2": 1, "J3": None}

    assert theme_share(counts, ["J1"], surveys=3).value == 75
    assert theme_share(counts, ["J1", "J2"], surveys=3).value == 100
    assert theme_share(counts, ["J3"], surveys=3).value is None
    assert theme_share({"J1": 0}, ["J1"], surveys=3).empty == 1


def test_the_mean_of_shares_leaves_out_surveys_without_litter_and_says_so() -> None:
    share = mean_share([1, 0, 3, None], [2, 0, 4, 8])

    assert (share.value, share.n, share.empty) == (62.5, 2, 1)
    assert mean_share([0], [0]).value is None


def test_it_ranks_by_median_sum_and_occurrence() -> None:
    counts = {"B": [1, 1, None], "A": [1, 1, 0], "C": [0, 0, 90], "D": [None, None, None]}

    assert top_list(counts).entries == (("A", 1), ("B", 1), ("C", 0))
    assert top_list(counts, By.SUM).entries[0] == ("C", 90)
    assert top_list(counts, By.OCCURRENCE, 1).entries == (("B", 100),)
    assert top_list(counts).n == 3
    assert top_list({}).entries == ()


def test_the_item_that_crosses_x_is_not_among_the_top_x_per_cent() -> None:
    sums = {"A": 50, "B": 30, "C": 20}

    assert top_share(sums, 100, 80) == ("A", "B")
    assert top_share(sums, 100, 79) == ("A",)
    assert top_share(sums, 100, 79.9995) == ("A", "B")
    assert top_share({"A": 0}, 0, 80) is None
