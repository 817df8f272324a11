"""A whole result, and what it is about."""

from dataclasses import dataclass
from typing import Final

from monitoring.choices import ScopeKind
from monitoring.results.shapes.at_sea import Micro, Sea, SeaPoint
from monitoring.results.shapes.parts import (
    Coast,
    Composition,
    Coverage,
    Figure,
    ItemFigures,
    Middle,
    Part,
    Sdg,
    SiteFigures,
    SurveyPoint,
    Theme,
    Threshold,
    Top,
    Trend,
    YearsLeft,
)
from monitoring.statistics.results import VERSION as STATISTICS
from monitoring.statistics.results import Period

VERSION: Final = (
    f"{STATISTICS}.6"  # the second number rises when results are put together otherwise
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a result is about: the code of a site, city or country, "" for the whole region.

    Without a period all approved surveys count.
    """

    kind: ScopeKind
    code: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaResult:
    """Everything about a scope from its approved surveys; demo surveys only where there are no
    others, and `is_demo` says so.

    `series` and `sea_series` are empty for countries and the region, whose `years` and `sites` say what
    they would; `outliers` are there for all. What has a default is missing in reports frozen before.
    """

    scope: Scope
    version: str
    is_demo: bool
    coverage: Coverage
    per_100_m: Middle
    per_km2: Figure
    kg_per_km2: Figure
    sdg: Sdg
    coast: Coast
    plastic_share: Figure
    composition: Composition
    themes: tuple[Theme, ...]
    top: tuple[Top, ...]
    threshold: Threshold
    trend: Trend
    years: tuple[Part, ...]
    seasons: tuple[Part, ...]
    sites: tuple[SiteFigures, ...]
    series: tuple[SurveyPoint, ...]
    items: tuple[ItemFigures, ...]
    micro: tuple[Micro, ...]
    sea: tuple[Sea, ...] = ()  # reports frozen before surveys at sea were told do without them
    sea_series: tuple[SeaPoint, ...] = ()
    years_left: YearsLeft | None = None
    outliers: tuple[SurveyPoint, ...] = ()

    @property
    def is_surveyed(self) -> bool:
        """Tell whether any approved survey stands behind it."""
        return self.coverage.surveys > 0
