"""Densities have their denominator, and a blank stays a blank (G6)."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitoring.statistics.bulletin import Compartment, bulletin_value
from monitoring.statistics.densities import (
    PER_KM2,
    Density,
    area_m2,
    items_per_100m,
    items_per_km2,
    items_per_m2,
    items_per_m3,
    kg_per_km2,
    pooled,
    rates,
)
from monitoring.statistics.errors import (
    MissingDenominator,
    NoConversion,
    NotANumber,
    NotComparable,
    UnequalLengths,
)
from monitoring.statistics.sdg import SdgSeries, contribution
from monitoring.statistics.units import convert

EVERY = [items_per_100m, items_per_m2, items_per_km2, kg_per_km2, items_per_m3]
Make = Callable[[float | None, float | None], Density]


def test_it_computes_each_density() -> None:
    assert items_per_100m(30, 50).value == 60
    assert items_per_m2(30, 150).value == 0.2
    assert items_per_km2(30, 150).value == 200_000
    assert kg_per_km2(3, 150).value == 20_000
    assert items_per_m3(44, 100).value == 0.44
    assert area_m2(100, 12.5) == 1250


@pytest.mark.parametrize("make", EVERY)
@pytest.mark.parametrize("below", [None, 0, -1, math.nan, math.inf])
def test_it_refuses_a_density_without_its_denominator(make: Make, below: float | None) -> None:
    with pytest.raises(MissingDenominator):
        make(1, below)


@pytest.mark.parametrize("make", EVERY)
def test_it_keeps_blank_and_zero_apart(make: Make) -> None:
    blank, zero = make(None, 100), make(0, 100)

    assert (blank.value, blank.n) == (None, 0)
    assert (zero.value, zero.n) == (0, 1)


@pytest.mark.parametrize("amount", [-1, math.inf])
def test_it_refuses_an_impossible_amount(amount: float) -> None:
    with pytest.raises(NotANumber):
        items_per_m2(amount, 1)


@settings(max_examples=30)
@given(st.floats(0, 1e6), st.floats(0.1, 1e6))
def test_a_density_per_km2_is_the_one_per_m2_converted(items: float, area: float) -> None:
    per_m2, per_km2 = items_per_m2(items, area), items_per_km2(items, area)

    assert convert(per_m2.value or 0, per_m2.unit, PER_KM2) == pytest.approx(per_km2.value)


def test_it_computes_many_surveys_at_once_with_blanks() -> None:
    assert rates([10, None, 0, None], [100, 100, 50, None], 100) == [10, None, 0, None]
    with pytest.raises(MissingDenominator):
        rates([1, 2], [100, None])
    with pytest.raises(UnequalLengths):
        rates([1], [100, 100])


def test_it_pools_only_surveys_that_were_recorded() -> None:
    density = pooled([10, None, 30], [100, 5000, 300], unit=PER_KM2, factor=1e6)

    assert (density.value, density.n, density.amount, density.denominator) == (1e5, 2, 40, 400)
    assert pooled([None], [100], unit=PER_KM2, factor=1e6).value is None


def test_it_contributes_to_the_sdg_with_area_and_number() -> None:
    result = contribution(SdgSeries.BEACH, [10, 0], [100, 300])

    assert (result.value, result.n, result.area_km2) == (25_000, 2, 0.0004)
    assert result.label.startswith("contribution")


def test_it_gives_the_bulletin_its_units() -> None:
    beach = Compartment.BEACH
    values = [
        (beach, items_per_m2(1, 10)),
        (beach, items_per_km2(3, 10)),
        (beach, items_per_m2(None, 1)),
    ]

    result = bulletin_value(beach, values, "个/km2")

    assert (result.value, result.n) == (200_000, 2)
    assert bulletin_value(beach, [], "个/km2").value is None
    microplastics = [(Compartment.MICROPLASTICS, items_per_m3(44, 100))]
    assert bulletin_value(Compartment.MICROPLASTICS, microplastics, "个/m3").value == 0.44


def test_it_never_adds_what_was_seen_to_what_was_trawled() -> None:
    seen = (Compartment.FLOATING_VISUAL, items_per_km2(1, 1))
    trawled = (Compartment.FLOATING_TRAWL, items_per_km2(1, 1))

    with pytest.raises(NotComparable, match="trawled"):
        bulletin_value(Compartment.FLOATING_VISUAL, [seen, trawled], "个/km2")
    with pytest.raises(NotComparable, match="items/m2"):
        bulletin_value(Compartment.FLOATING_VISUAL, [seen], "items/m2")
    with pytest.raises(NoConversion):
        bulletin_value(Compartment.BEACH, [(Compartment.BEACH, items_per_100m(1, 1))], "个/km2")
