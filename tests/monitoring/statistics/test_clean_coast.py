"""The Clean Coast Index gives its published values and classes."""

import pytest

from monitoring.statistics.clean_coast import (
    Basis,
    CoastClass,
    class_counts,
    clean_coast_index,
    coast_class,
)
from monitoring.statistics.errors import MissingDenominator
from tests.monitoring.statistics import known

CASES = known.read("cci_known_answers")


@pytest.mark.parametrize(
    "case", CASES["cases"], ids=lambda case: f"{case['site']} {case['season']}"
)
def test_it_gives_the_worked_values(case: dict) -> None:
    index = clean_coast_index(case["plastic_items"], case["area_m2"])

    assert index.value is not None
    assert (round(index.value, 6), index.coast_class) == (case["cci"], case["class"])


@pytest.mark.parametrize("case", CASES["published_labels"], ids=lambda case: str(case["cci"]))
def test_it_gives_the_published_classes(case: dict) -> None:
    assert coast_class(case["cci"]) == case["class"]


@pytest.mark.parametrize(("bulletin", "index"), known.read("units_and_bulletin_values")["cci_equivalents_if_all_items_plastic"].items())  # fmt: skip
def test_it_agrees_with_the_bulletins(bulletin: str, index: float) -> None:
    per_km2 = int(bulletin.split(maxsplit=1)[0])

    assert clean_coast_index(per_km2, 1_000_000).value == pytest.approx(index, rel=1e-12)


@pytest.mark.parametrize("edge", [2, 5, 10, 20])
def test_the_upper_bound_belongs_to_the_lower_class(edge: int) -> None:
    classes = list(CoastClass)

    assert classes.index(coast_class(edge)) + 1 == classes.index(coast_class(edge + 1e-9))


def test_it_says_which_items_it_counts_and_leaves_a_blank_without_class() -> None:
    blank = clean_coast_index(None, 100, Basis.ALL)

    assert (blank.value, blank.coast_class, blank.basis) == (None, None, Basis.ALL)
    counted = class_counts([blank, clean_coast_index(0, 1), clean_coast_index(2, 1)])
    assert list(counted.values()) == [1, 0, 0, 0, 1]
    with pytest.raises(MissingDenominator):
        clean_coast_index(1, None)
