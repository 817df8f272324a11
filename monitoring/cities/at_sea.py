"""Cities beside each other in what was found at sea: a table for what can be compared."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from monitoring.choices import SeaMethod
from monitoring.cities.lines import CityRow
from monitoring.results import overview, sea_drawings, words
from monitoring.results.shapes import Sea

ORDER = list(SeaMethod.values)


@dataclass(frozen=True, slots=True)
class SeaTable:
    """Surveys of one method, one size of pieces and one mesh, city by city."""

    key: str
    title: str
    lines: list[dict[str, Any]]


def sea_tables(rows: Iterable[CityRow]) -> list[SeaTable]:
    """Return the tables in the order of methods; what nobody surveyed has none."""
    groups: dict[tuple[int, str, float], list[tuple[CityRow, Sea]]] = defaultdict(list)
    for row in rows:
        for found in row.result.sea if row.result else ():
            key = ORDER.index(found.method), found.size_class, found.mesh_um or 0.0
            groups[key].append((row, found))
    return [
        SeaTable(f"at-sea-{number}", sea_drawings.group(groups[key][0][1]), _lines(groups[key]))
        for number, key in enumerate(sorted(groups), start=1)
    ]


def _lines(pairs: list[tuple[CityRow, Sea]]) -> list[dict[str, Any]]:
    return [
        {
            "city": row,
            "n": found.n,
            "period": overview.period(found.period),
            "per_km2": words.said(found.per_km2.value),
            "median": words.said(found.median_per_km2),
            "interval": words.ends(found.interval),
            "kg_per_km2": words.said(found.kg_per_km2.value),
            "plastic": words.said(found.plastic_share),
            "trend": words.short_trend(found.trend) if found.trend else words.UNKNOWN,
        }
        for row, found in pairs
    ]
