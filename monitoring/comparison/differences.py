"""Counts what was compared and keeps, for each quantity, the largest relative difference."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

TOLERANCE = 1e-9
ROUNDING = 1e-12  # absolute: a slope of 0 and one of 1e-17 are the same slope
ROUNDING_OF_P = 2e-15  # absolute: litteR takes upper tails as 1 - p, and files have 17 decimals

Value = float | int | str | bool | None


@dataclass(slots=True)
class Quantity:
    """One line of the report; `where` names the worst place."""

    values: int = 0
    largest: float = 0.0
    where: str = ""
    tolerance: float = TOLERANCE

    @property
    def agrees(self) -> bool:
        return self.largest <= self.tolerance


@dataclass(slots=True)
class Differences:
    """What a comparison found: quantities in the order they came up, and remarks."""

    quantities: dict[str, Quantity] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    rows: int = 0

    def compare(
        self,
        quantity: str,
        expected: Value,
        computed: Value,
        where: str,
        tolerance: float = TOLERANCE,
    ) -> None:
        """Note one pair of values. A missing value agrees with a missing one only."""
        floor = ROUNDING_OF_P if quantity.rpartition(" ")[2] == "p" else ROUNDING
        entry = self.quantities.setdefault(quantity, Quantity(tolerance=tolerance))
        entry.values += 1
        found = difference(expected, computed, floor)
        if found > entry.largest:
            entry.largest, entry.where = found, f"{where}: {expected} expected, {computed} computed"

    def lost(self, quantity: str, where: str) -> None:
        """Note something expected that was not computed at all."""
        self.compare(quantity, "there", "missing", where)

    @property
    def agree(self) -> bool:
        return bool(self.quantities) and all(each.agrees for each in self.quantities.values())

    def lines(self) -> Iterator[str]:
        yield f"{'Quantity':<44} {'values':>7} {'largest relative difference':>10}"
        for name, each in self.quantities.items():
            line = f"{name:<44} {each.values:>7,} {each.largest:>10.1e}"
            yield line if each.agrees else f"{line}  DIFFERS at {each.where}"
        yield from self.remarks


def difference(expected: Value, computed: Value, floor: float = ROUNDING) -> float:
    """Return |a - b| / max(|a|, |b|), infinite for what cannot be compared.

    A difference above the tolerance that is below the floor in absolute terms is rounding about
    zero and returned as 0.
    """
    one, other = _plain(expected), _plain(computed)
    if one == other:
        return 0.0
    if not isinstance(one, float) or not isinstance(other, float):
        return math.inf
    apart = abs(one - other)
    relative = apart / max(abs(one), abs(other))
    return 0.0 if relative > TOLERANCE and apart <= floor else relative


def _plain(value: Value) -> float | str | None:
    """Return a float, a text, or None for nothing and for NaN."""
    if value is None or isinstance(value, str):
        return value
    return None if math.isnan(value) else float(value)
