"""What litter is made of: materials share 100 %, themes may overlap.

Two shares that differ are kept apart by name: the share of the sum (what the public is shown) and
the mean of the surveys' shares (what litteR calls %TC).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from monitoring.statistics.errors import NotAPartition
from monitoring.statistics.results import Period, Result
from monitoring.statistics.series import Numbers, amounts, same_length, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition(Result):
    """Per cent of the total by material; empty when nothing was found or recorded."""

    total: float | None
    shares: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanShare(Result):
    """Per cent. `empty` surveys without any litter have no share and were left out, said here."""

    value: float | None
    empty: int


def composition(
    items: Mapping[str, float | None],
    materials: Mapping[str, str],
    *,
    surveys: int,
    period: Period | None = None,
) -> Composition:
    """Return 100 x sum of a material / sum of everything, of the items of so many surveys (`n`).

    Raises NotAPartition for an item without its one material: shares would not make 100 %.
    """
    homeless = [code for code in items if not materials.get(code)]
    if homeless:
        raise NotAPartition(f"Without a material: {', '.join(sorted(homeless))}.")
    everything = total(items.values())
    sums = {
        material: total(count for code, count in items.items() if materials[code] == material)
        for material in sorted({materials[code] for code in items})
    }
    known = {material: value for material, value in sums.items() if value is not None}
    return Composition(
        n=surveys,
        method="share of the sum",
        period=period,
        total=everything,
        shares={name: 100 * value / everything for name, value in known.items()}
        if everything
        else {},
    )


def theme_share(
    items: Mapping[str, float | None],
    theme: Iterable[str],
    *,
    surveys: int,
    period: Period | None = None,
) -> MeanShare:
    """Return 100 x sum of a theme / sum of everything, of the items of so many surveys (`n`).

    Themes may overlap (single use, fishing). None when nothing was found, or nothing of the theme
    recorded.
    """
    everything = total(items.values())
    part = total(items.get(code) for code in theme)
    value = None if not everything or part is None else 100 * part / everything
    return MeanShare(
        n=surveys,
        method="share of the sum",
        period=period,
        value=value,
        empty=int(everything == 0),
    )


def mean_share(
    part: Sequence[float | None], whole: Sequence[float | None], period: Period | None = None
) -> MeanShare:
    """Return the mean over surveys of 100 x part / whole, surveys without litter left out.

    litteR divides by zero there and spoils the mean (`shares` keeps that for comparison).
    """
    above, below = amounts(part), amounts(whole)
    same_length(above, below)
    known = ~np.isnan(above) & ~np.isnan(below)
    counted = known & (below > 0)
    found = shares(above[counted][np.newaxis, :], below[counted])[0]
    return MeanShare(
        n=int(counted.sum()),
        method="mean of the surveys' shares",
        period=period,
        value=float(found.mean()) if found.size else None,
        empty=int((known & ~counted).sum()),
    )


def shares(rows: Numbers, totals: Numbers) -> Numbers:
    """Return 100 x count / total for a matrix (items x surveys), NaN where a total is 0."""
    safe = np.where(totals > 0, totals, math.nan)
    return 100 * rows / safe
