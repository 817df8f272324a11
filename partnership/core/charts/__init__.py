"""Charts drawn on the server: one data class, and from it SVG, table and CSV."""

from partnership.core.charts.boxes import Box, Boxes
from partnership.core.charts.data import Chart, Kind, Point, Series
from partnership.core.charts.dot_map import DotMap, MapItem, MapPoint
from partnership.core.charts.over_time import (
    Curve,
    DatedSeries,
    DatedValue,
    OverTime,
    Reference,
    Trend,
)
from partnership.core.charts.shares import Part, Shares
from partnership.core.charts.sized_dots import SizedDots, Spot

__all__ = [
    "Box",
    "Boxes",
    "Chart",
    "Curve",
    "DatedSeries",
    "DatedValue",
    "DotMap",
    "Kind",
    "MapItem",
    "MapPoint",
    "OverTime",
    "Part",
    "Point",
    "Reference",
    "Series",
    "Shares",
    "SizedDots",
    "Spot",
    "Trend",
]
