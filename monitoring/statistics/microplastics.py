"""Concentrations of microplastics: raw and corrected for blanks side by side, never without a mesh.

A value whose lower size limit is unknown cannot be compared with any other and is refused. Blanks are
taken off as mean of the blanks, never below zero; recovery is stored, and never applied.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from monitoring.statistics.amounts import amount, recorded_amounts
from monitoring.statistics.errors import MissingDenominator, NotANumber, NotComparable
from monitoring.statistics.results import Result

ENOUGH_BLANKS = 3


class Basis(StrEnum):
    """What a concentration refers to; the value is the unit of the result."""

    VOLUME = "items/m3"
    AREA = "items/km2"
    DRY_MASS = "items/kg dry"
    INDIVIDUAL = "items/individual"


class DensityClass(StrEnum):
    """NOAA NCEI's classes of pieces/m3; a lower bound belongs to the class above it."""

    VERY_LOW = "Very Low"
    LOW = "Low"
    MEDIUM = "Medium"
    HIGH = "High"
    VERY_HIGH = "Very High"


NCEI_LIMITS = (0.0005, 0.005, 1, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration(Result):
    """`raw` and `corrected` in `basis`; `n` is 1, or 0 for a sample that was not counted.

    `corrected` is None without a blank. `enough_blanks` is False below three.
    """

    raw: float | None
    corrected: float | None
    basis: Basis
    denominator: float
    smallest_um: float
    blanks: int
    mean_blank: float | None
    enough_blanks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence(Result):
    """Per cent of the individuals examined that held microplastics."""

    value: float


def concentration(
    items: float | None,
    denominator: float | None,
    basis: Basis,
    *,
    smallest_um: float | None,
    blanks: Sequence[float | None] = (),
) -> Concentration:
    """Return items / denominator and max(0, items - mean blank) / denominator.

    The denominator is m3 filtered, m2 towed (net width x distance; result per km2), kg dry mass or
    individuals. Raises NotComparable without a mesh or lower size limit in um, MissingDenominator,
    NotANumber.
    """
    if smallest_um is None or not smallest_um > 0:
        raise NotComparable("A concentration needs its mesh or lower size limit.")
    if denominator is None or not denominator > 0 or math.isinf(denominator):
        raise MissingDenominator(f"{basis} needs a denominator above zero.")
    factor = (1_000_000 if basis is Basis.AREA else 1) / denominator
    count = amount(items)
    blank = recorded_amounts(blanks)
    mean_blank = math.fsum(blank) / len(blank) if blank else None
    known = count is not None and mean_blank is not None
    return Concentration(
        n=int(count is not None),
        method="count over denominator; blanks as mean, not below zero",
        raw=None if count is None else count * factor,
        corrected=max(0.0, (count or 0) - (mean_blank or 0)) * factor if known else None,
        basis=basis,
        denominator=denominator,
        smallest_um=smallest_um,
        blanks=len(blank),
        mean_blank=mean_blank,
        enough_blanks=len(blank) >= ENOUGH_BLANKS,
    )


def density_class(per_m3: float) -> DensityClass:
    """Return NCEI's class: below 0.0005, 0.005, 1, 10 pieces/m3, and from 10 on."""
    return list(DensityClass)[bisect_right(NCEI_LIMITS, per_m3)]


def occurrence(with_plastic: int, examined: int) -> Occurrence:
    """Return 100 x individuals with microplastics / individuals examined.

    Raises MissingDenominator without individuals, NotANumber for more than were examined.
    """
    if examined < 1:
        raise MissingDenominator("Frequency of occurrence needs individuals that were examined.")
    if not 0 <= with_plastic <= examined:
        raise NotANumber("No more individuals can hold plastic than were examined.")
    return Occurrence(
        n=examined, method="share of individuals", value=100 * with_plastic / examined
    )
