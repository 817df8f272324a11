"""The units of the Chinese marine environment bulletins: 个/km2, kg/km2, 个/m3.

What was seen from a ship and what a net held are two different floating densities (Wenling 2020-2022:
37.7 and 3,568.2 个/km2) and are never added or averaged together.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from monitoring.statistics.densities import Density
from monitoring.statistics.errors import NotComparable
from monitoring.statistics.results import Period, Result
from monitoring.statistics.units import convert

UNITS = ("个/km2", "kg/km2", "个/m3")


class Compartment(StrEnum):
    BEACH = "beach"
    FLOATING_VISUAL = "floating, seen"
    FLOATING_TRAWL = "floating, trawled"
    SEABED = "seabed"
    MICROPLASTICS = "microplastics in surface water"


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinValue(Result):
    """Mean density of surveys or areas in a bulletin's unit."""

    compartment: Compartment
    value: float | None
    unit: str


def bulletin_value(
    compartment: Compartment,
    densities: Sequence[tuple[Compartment, Density]],
    unit: str,
    period: Period | None = None,
) -> BulletinValue:
    """Return the mean of densities of one compartment in one of the bulletin's units.

    Raises NotComparable if another compartment is among them or the unit is no bulletin's,
    NoConversion if a density is not of that kind (per 100 m, say).
    """
    if unit not in UNITS:
        raise NotComparable(f"{unit} is no unit of the bulletins.")
    others = {other for other, _density in densities if other is not compartment}
    if others:
        raise NotComparable(f"Not to be averaged with {compartment}: {', '.join(sorted(others))}.")
    known = [
        convert(density.value, density.unit, unit)
        for _compartment, density in densities
        if density.value is not None
    ]
    return BulletinValue(
        n=len(known),
        method="mean of densities",
        period=period,
        compartment=compartment,
        value=math.fsum(known) / len(known) if known else None,
        unit=unit,
    )
