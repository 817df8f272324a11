"""Top lists: the ten items found most, and those that make up X per cent of everything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from monitoring.statistics.results import Period, Result
from monitoring.statistics.series import Numbers, recorded

EDGE = 0.001  # per cent above X that still count, as in litteR


class By(StrEnum):
    MEDIAN = "median"
    SUM = "sum"
    OCCURRENCE = "occurrence"  # per cent of the surveys in which it was found


@dataclass(frozen=True, slots=True, kw_only=True)
class TopList(Result):
    """Codes with their value, the largest first; equal values in the order of the codes."""

    by: By
    entries: tuple[tuple[str, float], ...]


def top_list(
    counts: Mapping[str, Sequence[float | None]],
    by: By = By.MEDIAN,
    length: int = 10,
    period: Period | None = None,
) -> TopList:
    """Rank items by median, sum or frequency of occurrence over their surveys.

    Items never recorded are not ranked. `n` is the largest number of surveys behind an item.
    """
    known = {code: array for code, array in _arrays(counts).items() if array.size}
    values = {code: _measured(array, by) for code, array in known.items()}
    return TopList(
        n=max((array.size for array in known.values()), default=0),
        method=f"top {length} by {by}",
        period=period,
        by=by,
        entries=ranked(values)[:length],
    )


def top_share(sums: Mapping[str, float], total: float, per_cent: float) -> tuple[str, ...] | None:
    """Return the items that make up `per_cent` of the total, largest first; None for a total of 0.

    Items are added while the sum so far is below X + 0.001 % of the total: the one that crosses X is
    no longer among them.
    """
    if not total:
        return None
    ordered = ranked(sums)
    so_far = 100 * np.cumsum([value for _code, value in ordered]) / total
    return tuple(
        code
        for (code, _value), reached in zip(ordered, so_far, strict=True)
        if reached < per_cent + EDGE
    )


def ranked(values: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Return codes and values, largest first, equal ones in the order of the codes."""
    return tuple(sorted(values.items(), key=lambda each: (-each[1], each[0])))


def _arrays(counts: Mapping[str, Sequence[float | None]]) -> dict[str, Numbers]:
    return {code: recorded(values) for code, values in counts.items()}


def _measured(array: Numbers, by: By) -> float:
    if by is By.MEDIAN:
        return float(np.median(array))
    return float(array.sum()) if by is By.SUM else 100 * float((array > 0).mean())
