"""Values of waste in one unit for each measure: tonnes are exact multiples, nothing else is converted."""

from datetime import date
from decimal import Decimal
from typing import Final

from monitoring.choices import MASSES, WasteUnit

TONNES_IN: Final = {WasteUnit.TONNES: 1, WasteUnit.TEN_THOUSAND_TONNES: 10_000}
WHOLE_YEAR: Final = (365, 366)  # days


def days(first: date, last: date) -> int:
    return (last - first).days + 1


def is_of_a_year(first: date, last: date) -> bool:
    """Tell whether the period is twelve months, whenever they began."""
    return days(first, last) in WHOLE_YEAR


def amount(value: Decimal, unit: str, first: date, last: date) -> Decimal:
    """Return tonnes in the whole period where it is a mass, else the value as it was told."""
    if unit == WasteUnit.TONNES_A_DAY:
        return value * days(first, last)
    return value * TONNES_IN.get(WasteUnit(unit), 1)


def measure(unit: str) -> WasteUnit:
    """Return the unit in which `amount` tells a value of `unit`."""
    return WasteUnit.TONNES if unit in MASSES else WasteUnit(unit)
