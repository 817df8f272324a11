"""Charts drawn on the server: one data class, and from it SVG, table and CSV."""

from partnership.core.charts.data import Chart, Kind, Point, Series
from partnership.core.charts.dot_map import DotMap, MapItem, MapPoint

__all__ = ["Chart", "DotMap", "Kind", "MapItem", "MapPoint", "Point", "Series"]
