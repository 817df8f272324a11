"""Clean Coast Index (Alkalay, Pasternak and Zask 2007): plastic items per m2, times 20.

Only plastic counts; an index over all items is computed as well but says so. Upper bounds belong
to the lower class (an index of 2 is very clean), as in the published worked examples.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from monitoring.statistics.densities import items_per_m2
from monitoring.statistics.results import Result

FACTOR = 20
LIMITS = (2, 5, 10, 20)


class CoastClass(StrEnum):
    VERY_CLEAN = "very_clean"
    CLEAN = "clean"
    MODERATELY_DIRTY = "moderately_dirty"
    DIRTY = "dirty"
    EXTREMELY_DIRTY = "extremely_dirty"


class Basis(StrEnum):
    PLASTIC = "plastic items"
    ALL = "all items"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoastIndex(Result):
    """The index has no unit; it and its class are None when the items were not recorded."""

    value: float | None
    coast_class: CoastClass | None
    basis: Basis


def coast_class(index: float) -> CoastClass:
    """Return the class of an index: up to 2, 5, 10, 20, and above."""
    return list(CoastClass)[bisect_left(LIMITS, index)]


def clean_coast_index(
    items: float | None, area_m2: float | None, basis: Basis = Basis.PLASTIC
) -> CoastIndex:
    """Return items / area x 20, area in m2. Raises MissingDenominator, NotANumber."""
    density = items_per_m2(items, area_m2)
    value = None if density.value is None else density.value * FACTOR
    return CoastIndex(
        n=density.n,
        method=f"clean coast index, {basis}",
        value=value,
        coast_class=None if value is None else coast_class(value),
        basis=basis,
    )


def class_counts(indices: Iterable[CoastIndex]) -> dict[CoastClass, int]:
    """Return how many surveys fall into each class, all five named, blanks in none."""
    counted = Counter(index.coast_class for index in indices)
    return {each: counted[each] for each in CoastClass}
