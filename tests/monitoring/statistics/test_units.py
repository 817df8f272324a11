"""Units become each other exactly, or not at all (G7)."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitoring.statistics.errors import NoConversion
from monitoring.statistics.units import UNITS, convert
from tests.monitoring.statistics import known

PAIRS = list(product(UNITS, UNITS))
NAMES = {
    "1 item/m2": "items/m2", "1 个/百平方米 (per 100 m2)": "个/百平方米", "1 g/m2": "g/m2",
    "1 g/100 m2 (克/百平方米)": "克/百平方米", "1 particle/L": "items/L",
    "1 nautical mile": "nautical mile", "1 knot": "knot", "1 lb": "lb", "1 mile": "mile",
    "particles/m3": "items/m3",
}  # fmt: skip


@pytest.mark.parametrize(
    "case", known.read("units_and_bulletin_values")["conversions"], ids=lambda case: case["from"]
)
def test_it_gives_the_known_conversions_exactly(case: dict) -> None:
    into = NAMES.get(case["to"], case["to"])

    assert convert(1, NAMES[case["from"]], into) == case["value"]


@settings(max_examples=5, deadline=None)
@given(st.floats(0, 1e9))
def test_every_pair_converts_there_and_back_or_is_refused(value: float) -> None:
    for unit, into in PAIRS:
        if UNITS[unit].dimension == UNITS[into].dimension:
            back = convert(convert(value, unit, into), into, unit)
            assert back == pytest.approx(value, rel=1e-12)
        else:
            with pytest.raises(NoConversion):
                convert(value, unit, into)


@pytest.mark.parametrize(
    ("unit", "into"),
    [("items/100 m", "items/m2"), ("items/m3", "items/kg dry"), ("items/km2", "kg/km2")],
)
def test_it_never_guesses_a_denominator(unit: str, into: str) -> None:
    with pytest.raises(NoConversion, match="denominator"):
        convert(1, unit, into)


def test_it_refuses_a_unit_it_does_not_know() -> None:
    with pytest.raises(NoConversion, match="furlong"):
        convert(1, "furlong", "m")
