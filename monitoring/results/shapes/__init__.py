"""What a result holds: plain frozen classes that pages may import, and that can be stored.

None is "not known" everywhere, never zero. Names of sites, cities and items are not here: a result is
the same in both languages.
"""

from monitoring.results.shapes.at_sea import Micro, Particles, Sea, SeaPoint
from monitoring.results.shapes.compared import Comparison, Difference, Side
from monitoring.results.shapes.parts import (
    Box,
    Coast,
    Composition,
    Coverage,
    Figure,
    Interval,
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
from monitoring.results.shapes.whole import VERSION, AreaResult, Scope

__all__ = [
    "VERSION",
    "AreaResult",
    "Box",
    "Coast",
    "Comparison",
    "Composition",
    "Coverage",
    "Difference",
    "Figure",
    "Interval",
    "ItemFigures",
    "Micro",
    "Middle",
    "Part",
    "Particles",
    "Scope",
    "Sdg",
    "Sea",
    "SeaPoint",
    "Side",
    "SiteFigures",
    "SurveyPoint",
    "Theme",
    "Threshold",
    "Top",
    "Trend",
    "YearsLeft",
]
