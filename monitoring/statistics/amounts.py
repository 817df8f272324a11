"""Single amounts in plain Python, for modules that pages may import without loading numpy."""

import math
from collections.abc import Iterable

from monitoring.statistics.errors import NotANumber


def amount(value: float | None) -> float | None:
    """Return a count, weight or length; None for a blank. Raises NotANumber below 0 or infinite."""
    if value is None or math.isnan(value):
        return None
    if math.isinf(value) or value < 0:
        raise NotANumber("Amounts are finite and not below zero.")
    return float(value)


def recorded_amounts(values: Iterable[float | None]) -> list[float]:
    """Return the amounts that were recorded, in their order. Raises NotANumber."""
    return [value for value in map(amount, values) if value is not None]
