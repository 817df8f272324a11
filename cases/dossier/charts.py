"""The charts of a case: its time series, and figures beside what they started from."""

from collections import defaultdict
from itertools import pairwise
from typing import Final

from django.utils.translation import gettext as _

from cases.dossier.rows import Indicator
from partnership.core.charts import Chart, Kind, Point, Series

LEAST_FOR_SERIES: Final = 3  # two points are a pair, not a course of things
LEAST_FOR_LINE: Final = 4


def charts_of(indicators: list[Indicator]) -> list[Chart]:
    """Return the charts in the order of the figures they show."""
    courses = _series(indicators)
    drawn = {id(row) for rows in courses for row in rows}
    pairs = [row for row in _pairs(indicators) if id(row) not in drawn]
    return [*map(_course, courses), *map(_pair, pairs)]


def _series(indicators: list[Indicator]) -> list[list[Indicator]]:
    groups: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for row in indicators:
        if row.series:
            groups[row.series, row.unit].append(row)
    long_enough = (rows for rows in groups.values() if len(rows) >= LEAST_FOR_SERIES)
    return [sorted(rows, key=lambda row: row.as_of) for rows in long_enough]


def _pairs(indicators: list[Indicator]) -> list[Indicator]:
    return [row for row in indicators if row.baseline_value is not None]


def _course(rows: list[Indicator]) -> Chart:
    points = [Point(row.as_of_text, float(row.value)) for row in rows]
    return Chart(
        title=rows[0].name,
        unit=rows[0].unit,
        series=[Series(rows[0].name, points)],
        kind=Kind.LINE if _is_every_year(rows) else Kind.BARS,
        label_heading=_("As of"),
        source=_numbers({row.source for row in rows}),
        notes=_definitions(rows),
    )


def _pair(row: Indicator) -> Chart:
    points = [
        Point(_("Baseline"), float(row.baseline_value or 0)),
        Point(row.as_of_text, float(row.value)),
    ]
    notes = [_("Baseline: %(note)s") % {"note": row.baseline_note}] if row.baseline_note else []
    return Chart(
        title=row.name,
        unit=row.unit,
        series=[Series(row.name, points)],
        label_heading=_("As of"),
        source=_numbers({row.source}),
        notes=[*notes, row.definition],
    )


def _is_every_year(rows: list[Indicator]) -> bool:
    """A line joins equal steps; other dates would bend it, so they get bars."""
    years = [int(row.as_of) for row in rows if row.as_of.isdecimal()]
    steady = all(later - earlier == 1 for earlier, later in pairwise(years))
    return len(rows) >= LEAST_FOR_LINE and len(years) == len(rows) and steady


def _numbers(sources: set[int | None]) -> str:
    return " ".join(f"[{number}]" for number in sorted(filter(None, sources)))


def _definitions(rows: list[Indicator]) -> list[str]:
    """The common definition; where they differ, a reader must not compare without looking."""
    found = list(dict.fromkeys(row.definition for row in rows if row.definition))
    if len(found) > 1:
        return [_("The definitions of these figures differ; the table of figures gives each.")]
    return found
