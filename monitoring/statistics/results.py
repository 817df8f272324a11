"""What every result carries: from how many values, of which time, by which method and version."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

VERSION = "1"  # rises with every change that changes a number


class Period(NamedTuple):
    """First and last day, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """`n` counts the recorded values behind the result; blanks are not among them."""

    n: int
    method: str
    period: Period | None = None
    version: str = VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval(Result):
    """Ends of a confidence interval, None where so few values give none.

    `wanted` is the coverage asked for, `coverage` what the interval really has, where known.
    """

    lower: float | None
    upper: float | None
    wanted: float
    coverage: float | None = None
