"""Units of litter and the exact conversions between them; everything else is refused.

Sources: SI; the international nautical mile (1852 m), mile (1609.344 m) and pound (0.45359237 kg);
the Chinese marine environment bulletins, which counted per 100 m2 before they counted per km2.
"""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from monitoring.statistics.errors import NoConversion


class Unit(NamedTuple):
    """What a unit measures, and how many of the dimension's first unit it is."""

    dimension: str
    factor: Fraction


def _of(dimension: str, factor: int | str | Fraction = 1) -> Unit:
    return Unit(dimension, Fraction(factor))


UNITS = {
    "items/m": _of("items per length"),
    "items/100 m": _of("items per length", "1/100"),
    "items/km": _of("items per length", "1/1000"),
    "items/m2": _of("items per area"),
    "items/100 m2": _of("items per area", "1/100"),
    "items/km2": _of("items per area", "1/1000000"),
    "个/百平方米": _of("items per area", "1/100"),
    "个/km2": _of("items per area", "1/1000000"),
    "kg/km2": _of("mass per area"),
    "g/m2": _of("mass per area", 1000),
    "g/100 m2": _of("mass per area", 10),
    "克/百平方米": _of("mass per area", 10),
    "items/m3": _of("items per volume"),
    "items/L": _of("items per volume", 1000),
    "个/m3": _of("items per volume"),
    "items/kg dry": _of("items per dry mass"),
    "items/g dry": _of("items per dry mass", 1000),
    "items/individual": _of("items per individual"),
    "m": _of("length"),
    "km": _of("length", 1000),
    "nautical mile": _of("length", 1852),
    "mile": _of("length", "1609.344"),
    "m/s": _of("speed"),
    "km/h": _of("speed", "1000/3600"),
    "knot": _of("speed", "1852/3600"),
    "kg": _of("mass"),
    "g": _of("mass", "1/1000"),
    "lb": _of("mass", "0.45359237"),
}


def convert(value: float, unit: str, into: str) -> float:
    """Return a value in another unit: value x factor of `unit` / factor of `into`.

    Raises NoConversion for an unknown unit, and where the units measure different things: items
    per 100 m become items per m2 only with the width, pieces per m3 never pieces per kg.
    """
    return value * _factor(unit, into)


@cache
def _factor(unit: str, into: str) -> float:
    for name in (unit, into):
        if name not in UNITS:
            raise NoConversion(f"The unit {name} is not known.")
    here, there = UNITS[unit], UNITS[into]
    if here.dimension != there.dimension:
        raise NoConversion(
            f"{unit} ({here.dimension}) cannot become {into} ({there.dimension}) without a "
            "measured denominator."
        )
    return float(here.factor / there.factor)
