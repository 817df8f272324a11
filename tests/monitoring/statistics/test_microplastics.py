"""Microplastics: a mesh is a must, blanks are shown, raw stays beside corrected."""

import pytest

from monitoring.statistics.errors import MissingDenominator, NotANumber, NotComparable
from monitoring.statistics.microplastics import (
    Basis,
    DensityClass,
    concentration,
    density_class,
    occurrence,
)


def test_raw_and_corrected_stand_side_by_side() -> None:
    found = concentration(50, 100, Basis.VOLUME, smallest_um=330, blanks=[2, 4, None, 6])

    assert (found.raw, found.corrected) == (0.5, 0.46)
    assert (found.mean_blank, found.blanks, found.enough_blanks) == (4, 3, True)


def test_a_correction_never_goes_below_zero_and_needs_a_blank() -> None:
    assert concentration(1, 10, Basis.VOLUME, smallest_um=330, blanks=[5]).corrected == 0
    without = concentration(1, 10, Basis.VOLUME, smallest_um=330)
    assert (without.corrected, without.enough_blanks) == (None, False)


def test_a_sample_that_was_not_counted_has_no_concentration() -> None:
    found = concentration(None, 10, Basis.DRY_MASS, smallest_um=20, blanks=[1])

    assert (found.n, found.raw, found.corrected) == (0, None, None)


def test_an_area_gives_items_per_km2() -> None:
    assert concentration(3, 600, Basis.AREA, smallest_um=330).raw == 5000


@pytest.mark.parametrize("mesh", [None, 0])
def test_it_refuses_a_value_without_its_mesh(mesh: float | None) -> None:
    with pytest.raises(NotComparable):
        concentration(1, 1, Basis.VOLUME, smallest_um=mesh)


@pytest.mark.parametrize("below", [None, 0, float("inf")])
def test_it_refuses_a_value_without_its_denominator(below: float | None) -> None:
    with pytest.raises(MissingDenominator):
        concentration(1, below, Basis.INDIVIDUAL, smallest_um=20)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(0, "Very Low"), (0.0005, "Low"), (0.005, "Medium"), (1, "High"), (10, "Very High")],
)
def test_classes_begin_at_their_lower_bound(value: float, wanted: str) -> None:
    assert density_class(value) is DensityClass(wanted)


def test_occurrence_is_of_the_individuals_examined() -> None:
    assert occurrence(3, 12).value == 25
    with pytest.raises(MissingDenominator):
        occurrence(0, 0)
    with pytest.raises(NotANumber):
        occurrence(5, 4)
