"""Reads litteR's wide data file by litteR's rules, in litteR's order of checks.

One row for each survey, one column for each type. Refused: another separator than the comma, missing
columns, dates that are impossible or of two forms, empty cells, text, negative numbers. Only warned
of: unknown columns (left out), decimals, surveys of zeroes alone, equal surveys (the first is kept),
several surveys of one day (all kept). Stricter than litteR: a location in two regions, columns that
differ in capitals only, dates with a time or as 2020/01/31, and numbers such as 1,000 are refused.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from monitoring.comparison.litter_files import BLANK, LitterTypes, rows_of
from monitoring.comparison.litter_rules import LitterRefused, Refused, Warned

REQUIRED = ("location_code", "date")
REGION = "region_code"
DATES = (
    (re.compile(r"\d{4}-\d{1,2}-\d{1,2}"), "%Y-%m-%d"),
    (re.compile(r"\d{1,2}/\d{1,2}/\d{4}"), "%d/%m/%Y"),
)


class LitterSurvey(NamedTuple):
    """A row of the file: counts in the order of the data's types."""

    location: str
    day: date
    region: str | None
    counts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LitterData:
    """Surveys in the order of the file, the first of equal ones only; `types` are sorted."""

    types: tuple[str, ...]
    surveys: tuple[LitterSurvey, ...]
    warnings: tuple[Warned, ...]

    @property
    def regions(self) -> dict[str, str]:
        """Return the region of each location that has one."""
        return {each.location: each.region for each in self.surveys if each.region is not None}


@dataclass(slots=True)
class _Reading:
    """What has been warned of so far, so that a refusal can say it."""

    warnings: list[Warned] = field(default_factory=list)

    def warn(self, rule: Warned, when: object) -> None:
        if when:
            self.warnings.append(rule)

    def refuse(self, rule: Refused, found: Iterable[object]) -> None:
        named = ", ".join(str(each) for each in found)
        if named:
            raise LitterRefused(rule, named, tuple(self.warnings))


def read_data(text: str, types: LitterTypes) -> LitterData:
    """Raises LitterRefused at the first rule that is broken."""
    reading = _Reading()
    rows = rows_of(text)
    header = _named(rows[0] if rows else [])
    reading.refuse(Refused.DELIMITER, header if len(header) < 2 else [])
    reading.refuse(Refused.NO_COLUMN, [name for name in REQUIRED if name not in header])
    reading.refuse(Refused.TWICE, {name for name in header if header.count(name) > 1})
    lines = [dict(zip(header, row + [""] * len(header), strict=False)) for row in rows[1:]]
    days = _days([line["date"] for line in lines], reading)
    present = _present(header, types, reading)
    counts = _counts(lines, present, reading)
    surveys = [
        LitterSurvey(line["location_code"], day, line.get(REGION) or None, row)
        for line, day, row in zip(lines, days, counts, strict=True)
    ]
    return LitterData(present, tuple(_distinct(surveys, reading)), tuple(reading.warnings))


def _named(header: Sequence[str]) -> list[str]:
    """Return column names in lower case; equal ones get their place, as litteR's reader does."""
    twice = {name for name in header if header.count(name) > 1}
    named = [f"{name}...{place}" if name in twice else name for place, name in enumerate(header, 1)]
    return [name.lower() for name in named]


def _days(cells: Sequence[str], reading: _Reading) -> list[date]:
    read = [[_day(cell, pattern, form) for cell in cells] for pattern, form in DATES]
    invalid = [place for place, both in enumerate(zip(*read, strict=True), 1) if not any(both)]
    reading.refuse(Refused.BAD_DATE, invalid)
    whole = [days for days in read if all(days)]
    reading.refuse(Refused.MIXED_DATES, ["YYYY-mm-dd", "dd/mm/YYYY"] if not whole else [])
    return [day for day in whole[0] if day]


def _day(cell: str, pattern: re.Pattern[str], form: str) -> date | None:
    if not pattern.fullmatch(cell):
        return None
    try:
        return datetime.strptime(cell, form).date()  # noqa: DTZ007 - a day, without a clock
    except ValueError:
        return None


def _present(header: Sequence[str], types: LitterTypes, reading: _Reading) -> tuple[str, ...]:
    reading.warn(Warned.MISSING_TYPES, set(types.names) - set(header))
    present = sorted(set(types.names) & set(header))
    reading.refuse(Refused.NO_LITTER, [] if present else ["see the type file"])
    reading.warn(Warned.EXCLUDED, set(header) - set(present) - {*REQUIRED, REGION})
    return tuple(present)


def _counts(
    lines: Sequence[dict[str, str]], types: Sequence[str], reading: _Reading
) -> list[tuple[float, ...]]:
    columns = {name: [line[name] for line in lines] for name in types}
    empty = [
        name for name, cells in columns.items() if any(cell.lower() in BLANK for cell in cells)
    ]
    reading.refuse(Refused.EMPTY_CELLS, empty)
    numbers = {name: [_number(cell) for cell in cells] for name, cells in columns.items()}
    reading.refuse(Refused.TEXT, [name for name, cells in numbers.items() if None in cells])
    rows = [tuple(row) for row in zip(*numbers.values(), strict=True)]
    whole = [tuple(value or 0.0 for value in row) for row in rows]
    negative = [name for name, cells in numbers.items() if any((cell or 0) < 0 for cell in cells)]
    reading.refuse(Refused.NEGATIVE, negative)
    reading.warn(Warned.NON_NATURAL, any(value % 1 for row in whole for value in row))
    reading.warn(Warned.ONLY_ZEROES, any(not any(row) for row in whole))
    return whole


def _number(cell: str) -> float | None:
    """Return a number with a decimal point, None for anything else, such as 1,5 or two."""
    try:
        value = float(cell) if "_" not in cell else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _distinct(surveys: Sequence[LitterSurvey], reading: _Reading) -> list[LitterSurvey]:
    distinct = list(dict.fromkeys(surveys))
    reading.warn(Warned.DUPLICATED, len(distinct) < len(surveys))
    places = {(each.location, each.day, each.region) for each in distinct}
    reading.warn(Warned.SAME_DAY, len(places) < len(distinct))
    regions = {(each.location, each.region) for each in distinct}
    located = [location for location, _region in regions]
    reading.refuse(Refused.TWO_REGIONS, {each for each in located if located.count(each) > 1})
    return distinct
