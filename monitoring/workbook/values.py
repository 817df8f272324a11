"""From what a cell shows to what the form would have been sent."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from monitoring.workbook.cells import Cell
from monitoring.workbook.columns import Column
from partnership.core import languages
from partnership.core.sheets.columns import Vocabulary

DAY: Final = {
    "iso": re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00:00)?"),
    "chinese": re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日"),
    "slashes": re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})"),
}
SERIAL: Final = re.compile(r"[2-9]\d{4}")  # days since the end of 1899, as programs store dates
FIRST_DAY: Final = date(1899, 12, 30)
WITH_UNIT: Final = re.compile(r"-?[\d.,]+\s*[^\d.,\s\-+].*")
WITH_COMMA: Final = re.compile(r"-?\d+,\d+")


@dataclass(frozen=True, slots=True)
class Value:
    """What is handed to the form, or the code of the rule that keeps it from being so."""

    text: str = ""
    code: str = ""
    allowed: str = ""


def value_of(column: Column, cell: Cell) -> Value:
    """Return the value; blank stays blank."""
    text = unicodedata.normalize("NFKC", cell.text).strip()
    if column.vocabulary:
        return _chosen(column.vocabulary, text)
    if column.is_day:
        day = day_of(text)
        return Value(day.isoformat()) if day else Value(code="M010")
    if column.is_whole and text.isdecimal():
        return Value(str(int(text)))  # 01 is 1
    if column.is_number:
        return number_of(text)
    return Value(cell.text)


def number_of(text: str) -> Value:
    """Return the number as written; the form judges whether it is one."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if WITH_COMMA.fullmatch(plain):
        return Value(code="M013")
    return Value(code="M007") if WITH_UNIT.fullmatch(plain) else Value(plain)


def day_of(text: str) -> date | None:
    """Return the day; None for what is no day, and where day and month may be confounded."""
    for spelling in DAY.values():
        if found := spelling.fullmatch(text):
            year, month, day = map(int, found.groups())
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return FIRST_DAY + timedelta(days=int(text)) if SERIAL.fullmatch(text) else None


def spelling_of(cell: Cell) -> str:
    """Return how a day is written; empty for dates that are no text, and for what is no day."""
    if cell.is_day:
        return ""
    text = unicodedata.normalize("NFKC", cell.text).strip()
    return next((name for name, spelling in DAY.items() if spelling.fullmatch(text)), "")


def misfits(cells: list[Cell]) -> Iterator[Cell]:
    """Yield the days that are written in another way than the first one of the file."""
    written = [(spelling_of(cell), cell) for cell in cells]
    first = next((spelling for spelling, _cell in written if spelling), "")
    yield from (cell for spelling, cell in written if spelling and spelling != first)


def _chosen(vocabulary: Vocabulary, text: str) -> Value:
    if not vocabulary.knows(text):
        separator = "、" if languages.current() == languages.CHINESE else ", "
        return Value(code="M014", allowed=separator.join(vocabulary.labels()))
    found = vocabulary.find(text)
    return Value("on" if found is True else "" if found is False else str(found))
