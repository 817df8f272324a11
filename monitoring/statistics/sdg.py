"""A contribution to SDG 14.1.1b: beach litter and floating litter per km2.

The series of the indicator are EN_MAR_BEALITSQ and EN_MAR_PLASDD; official global values come from
models of UNEP, so a value from surveys is a contribution and is called one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from monitoring.statistics.densities import PER_KM2, pooled
from monitoring.statistics.results import Period, Result

LABEL = "contribution to SDG 14.1.1b"


class SdgSeries(StrEnum):
    BEACH = "EN_MAR_BEALITSQ"
    FLOATING = "EN_MAR_PLASDD"


@dataclass(frozen=True, slots=True, kw_only=True)
class SdgContribution(Result):
    """Items per km2 with the km2 surveyed; None when nothing was recorded."""

    series: SdgSeries
    value: float | None
    unit: str
    items: float | None
    area_km2: float
    label: str


def contribution(
    series: SdgSeries,
    items: Sequence[float | None],
    areas_m2: Sequence[float | None],
    period: Period | None = None,
) -> SdgContribution:
    """Return sum of items / sum of surveyed area over surveys whose items are recorded.

    Raises MissingDenominator for a survey with items and without an area.
    """
    density = pooled(items, areas_m2, unit=PER_KM2, factor=1_000_000, period=period)
    return SdgContribution(
        n=density.n,
        method="ratio of sums",
        period=period,
        series=series,
        value=density.value,
        unit=PER_KM2,
        items=density.amount,
        area_km2=density.denominator / 1_000_000,
        label=LABEL,
    )
