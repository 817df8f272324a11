"""Reads litteR's type file and settings file.

Names of columns and types are compared without regard to capitals. A type belongs to a group where
the cell says x; those with an x under `included` make up the total count, TC, and all others are
left out altogether.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from monitoring.comparison.litter_rules import UnreadableFile

BLANK = {"", "na"}
TOTAL = "TC"
FIRST, LAST, PER_CENT = date(1900, 1, 1), date(2100, 12, 31), 80.0


@dataclass(frozen=True, slots=True)
class LitterTypes:
    """Names of the included types in lower case, and the types of each group in capitals."""

    names: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LitterSettings:
    """Days to analyse, both included, the X of top X per cent, and the files that are meant."""

    first: date = FIRST
    last: date = LAST
    per_cent: float = PER_CENT
    data: str = ""
    types: str = ""


def text_of(file: Path) -> str:
    """Return a file's text, without a byte order mark. Raises UnreadableFile."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"{file.name} cannot be read as UTF-8 text.") from error


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of a table separated by commas, blanks around them off, empty rows out."""
    rows = csv.reader(io.StringIO(text, newline=""))
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def header_of(file: Path) -> list[str]:
    """Return a table's column names in lower case, nothing of an empty one."""
    first = rows_of(text_of(file).partition("\n")[0])
    return [name.lower() for name in first[0]] if first else []


def read_types(text: str) -> LitterTypes:
    """Raises UnreadableFile for missing columns, a type named twice, a cell with more than an x."""
    rows = rows_of(text.lower())
    header = rows[0] if rows else []
    for column in ("type_name", "included"):
        if column not in header:
            raise UnreadableFile(f"The type file has no column {column}.")
    lines = [dict(zip(header, row, strict=False)) for row in rows[1:]]
    names = [line["type_name"] for line in lines]
    if len(set(names)) < len(names):
        raise UnreadableFile("A type stands twice in the type file.")
    groups = [column for column in header if not column.startswith("type_")]
    if any(line.get(group, "") not in BLANK | {"x"} for line in lines for group in groups):
        raise UnreadableFile("Cells of the type file are empty or x.")
    included = [line for line in lines if line.get("included") == "x"]
    members = {group: _marked(included, group) for group in groups if group != "included"}
    total = tuple(line["type_name"] for line in included)
    return LitterTypes(
        total, {TOTAL: total} | {name.upper(): each for name, each in members.items()}
    )


def read_settings(text: str) -> LitterSettings:
    """Read the settings, litteR's defaults where one is missing. Raises UnreadableFile."""
    try:
        content = yaml.safe_load(text) or {}
        found = {str(name).lower(): value for name, value in content.items()}
        settings = LitterSettings(
            first=_day(found.get("date_min", FIRST)),
            last=_day(found.get("date_max", LAST)),
            per_cent=float(found.get("percentage_total_count", PER_CENT)),
            data=str(found.get("file_data", "")),
            types=str(found.get("file_types", "")),
        )
    except (yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise UnreadableFile(f"The settings cannot be read: {error}".partition("\n")[0]) from error
    if settings.first > settings.last or not 1 <= settings.per_cent <= 100:
        raise UnreadableFile("date_min is after date_max, or the percentage is not 1 to 100.")
    return settings


def _marked(lines: Iterable[dict[str, str]], group: str) -> tuple[str, ...]:
    return tuple(line["type_name"] for line in lines if line.get(group) == "x")


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))
