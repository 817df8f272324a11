"""How a file writes numbers and days: what can be read in two ways is asked about, once for all of it."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from monitoring.choices import DayOrder
from monitoring.workbook.cells import Book, Cell, Row, Table

COMMA: Final = re.compile(r"-?\d+,\d+")
SLASHED: Final = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")


@dataclass(frozen=True, slots=True)
class Questions:
    """An example of what can be read in two ways; empty where nothing can."""

    comma: str = ""
    day: str = ""

    def __bool__(self) -> bool:
        return bool(self.comma or self.day)


def questions(book: Book, *, has_commas: bool | None, days: str) -> Questions:
    """Return what has to be asked about the file and was not answered yet."""
    comma = "" if has_commas is not None else _first(book, book.layout.numbers, COMMA)
    return Questions(comma, "" if days else _first(book, book.layout.days, SLASHED))


def respelt(book: Book, *, has_commas: bool, days: str) -> Book:
    """Return the file with these numbers and days written as everybody reads them."""
    changes: dict[str, Callable[[str], str]] = {}
    if has_commas:
        changes |= dict.fromkeys(book.layout.numbers, _with_point)
    if days in (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST):
        changes |= dict.fromkeys(book.layout.days, lambda text: _as_iso(text, days))
    if not changes:
        return book
    surveys = replace(book.surveys, rows=[_respelt(row, changes) for row in book.surveys.rows])
    counts = replace(book.counts, rows=surveys.rows) if book.is_one_table else book.counts
    return replace(book, surveys=surveys, counts=counts)


def _respelt(row: Row, changes: dict[str, Callable[[str], str]]) -> Row:
    cells = {
        name: cell._replace(text=changes[name](_plain(cell))) if name in changes else cell
        for name, cell in row.cells.items()
    }
    return replace(row, cells=cells)


def _with_point(text: str) -> str:
    return text.replace(",", ".") if COMMA.fullmatch(text) else text


def _as_iso(text: str, days: str) -> str:
    """Return the day in the one way; what is no day in this order stays and is told as a fault."""
    found = SLASHED.fullmatch(text)
    if not found:
        return text
    first, second, year = map(int, found.groups())
    day, month = (first, second) if days == DayOrder.DAY_FIRST else (second, first)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text


def _first(book: Book, names: frozenset[str], written: re.Pattern[str]) -> str:
    return next((text for text in _texts(book.surveys, names) if written.fullmatch(text)), "")


def _texts(table: Table, names: frozenset[str]) -> Iterator[str]:
    for row in table.rows:
        for name, cell in row.cells.items():
            if name in names and not cell.is_day:
                yield _plain(cell)


def _plain(cell: Cell) -> str:
    return unicodedata.normalize("NFKC", cell.text).strip()
