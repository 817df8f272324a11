"""Densities: an amount over the length, area or volume it was found on, never without it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.statistics.amounts import amount
from monitoring.statistics.errors import MissingDenominator, UnequalLengths
from monitoring.statistics.results import Period, Result

PER_100M = "items/100 m"
PER_M2 = "items/m2"
PER_KM2 = "items/km2"
KG_PER_KM2 = "kg/km2"
PER_M3 = "items/m3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Density(Result):
    """`value` in `unit`; `amount` (items or kg) over `denominator` (m, m2 or m3) gave it.

    `n` is the number of surveys behind it. A blank amount makes a blank value.
    """

    value: float | None
    unit: str
    amount: float | None
    denominator: float


def area_m2(length_m: float | None, width_m: float | None) -> float:
    """Return length x width in m2. Raises MissingDenominator when one is blank or not above 0."""
    return _denominator(length_m, "length") * _denominator(width_m, "width")


def items_per_100m(items: float | None, length_m: float | None) -> Density:
    """Return items x 100 / length (EU 2023 guidance). Raises MissingDenominator, NotANumber."""
    return _density(items, length_m, "length", 100, PER_100M)


def items_per_m2(items: float | None, area_m2: float | None) -> Density:
    """Return items / area, area in m2. Raises MissingDenominator, NotANumber."""
    return _density(items, area_m2, "area", 1, PER_M2)


def items_per_km2(items: float | None, area_m2: float | None) -> Density:
    """Return items x 1e6 / area, area in m2: the bulletin's 个/km2. Raises as above."""
    return _density(items, area_m2, "area", 1_000_000, PER_KM2)


def kg_per_km2(weight_kg: float | None, area_m2: float | None) -> Density:
    """Return kg x 1e6 / area, area in m2: the bulletin's kg/km2. Raises as above."""
    return _density(weight_kg, area_m2, "area", 1_000_000, KG_PER_KM2)


def items_per_m3(items: float | None, volume_m3: float | None) -> Density:
    """Return items / filtered volume in m3: the bulletin's 个/m3. Raises as above."""
    return _density(items, volume_m3, "volume", 1, PER_M3)


def rates(
    found: Sequence[float | None], denominators: Sequence[float | None], factor: float = 1
) -> list[float | None]:
    """Return amount x factor / denominator for many surveys, None where an amount is blank.

    Raises MissingDenominator if any survey with an amount lacks its denominator, UnequalLengths.
    """
    if len(found) != len(denominators):
        raise UnequalLengths(f"{len(found)} amounts, but {len(denominators)} denominators.")
    return [
        None
        if (above := amount(each)) is None
        else above * factor / _denominator(below, "length, area or volume")
        for each, below in zip(found, denominators, strict=True)
    ]


def pooled(
    found: Sequence[float | None],
    denominators: Sequence[float | None],
    *,
    unit: str,
    factor: float,
    period: Period | None = None,
) -> Density:
    """Return sum of amounts x factor / sum of denominators over surveys whose amount is recorded.

    A survey without an amount counts neither above nor below. Raises as `rates`.
    """
    known = [value is not None for value in rates(found, denominators, factor)]
    above = math.fsum(value or 0 for value, here in zip(found, known, strict=True) if here)
    below = math.fsum(value or 0 for value, here in zip(denominators, known, strict=True) if here)
    n = sum(known)
    return Density(
        n=n,
        method="ratio of sums",
        period=period,
        value=above * factor / below if n else None,
        unit=unit,
        amount=above if n else None,
        denominator=below,
    )


def _density(
    items: float | None, denominator: float | None, what: str, factor: float, unit: str
) -> Density:
    below = _denominator(denominator, what)
    above = amount(items)
    return Density(
        n=int(above is not None),
        method=f"amount x {factor:,} / {what}",
        value=None if above is None else above * factor / below,
        unit=unit,
        amount=above,
        denominator=below,
    )


def _denominator(value: float | None, what: str) -> float:
    if value is None or not value > 0 or math.isinf(value):
        raise MissingDenominator(f"A {what} above zero is needed.")
    return float(value)
