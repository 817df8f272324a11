"""Reading and writing the files: every cell is text, and no text becomes a formula.

What is written comes back unchanged, control characters and would-be formulas included. Dates
that a spreadsheet program has made of texts are read as they were shown: a month stays a month.
"""

import csv
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any, Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from partnership.core.errors import DomainError
from partnership.core.spreadsheets import plain_cell, safe_cell

XLSX: Final = "xlsx"
CSV: Final = "csv"
CONTENT_TYPES: Final = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CSV: "text/csv; charset=utf-8",
}
MOST_BYTES: Final = 2 * 1024 * 1024
MOST_BYTES_UNPACKED: Final = 16 * 1024 * 1024
MOST_ROWS: Final = 200  # what a person can look through before confirming it
BLANK_ROWS: Final = 1000  # one below the other, after which nothing more is looked for
ZIP_START: Final = b"PK\x03\x04"
AS_TEXT: Final = "@"  # the number format under which a program leaves 2021-06 alone
WIDTH: Final = 24  # of a column, in characters

# What the reader of workbooks makes of one that is broken, locked or made to harm.
BROKEN: Final = (
    *(BadZipFile, InvalidFileException, ParseError, zlib.error),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, EOFError, RuntimeError, OSError),
)

# XML cannot hold these characters; the format writes them as _x000D_ and the like.
ESCAPED: Final = re.compile(r"[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SheetUnreadable(DomainError):
    """The file is no table we can read; the sentence says what to do."""

    code = "sheet-unreadable"
    message = _("The file cannot be read. Save it as XLSX, or as CSV UTF-8, and choose it again.")


@dataclass(frozen=True)
class Sheet:
    """A table: its headings, and its rows with the numbers a spreadsheet program shows."""

    headings: list[str]
    rows: list[tuple[int, list[str]]]


def read(content: bytes) -> Sheet:
    """Return the table in `content`, the first sheet of an XLSX file or a CSV file.

    Raises SheetUnreadable when it is neither, or more than we take at once.
    """
    if len(content) > MOST_BYTES:
        raise SheetUnreadable(_("The file is larger than 2 MiB. Divide it and import the parts."))
    lines = _xlsx_lines(content) if content.startswith(ZIP_START) else _csv_lines(content)
    numbered = _numbered(lines)
    if not numbered:
        raise SheetUnreadable(_("The file holds no table. Begin with the row of headings."))
    (_first, headings), *rows = numbered
    return Sheet(_without_empty_end(headings), rows)


def _numbered(lines: Iterator[list[str]]) -> list[tuple[int, list[str]]]:
    """Return the rows that hold something with their numbers, reading no further than need be."""
    numbered: list[tuple[int, list[str]]] = []
    last = 0
    for number, cells in enumerate(lines, start=1):
        if any(cells):
            numbered.append((number, cells))
            last = number
        if len(numbered) > MOST_ROWS + 1:
            raise SheetUnreadable(
                _("The table has more than %(most)s rows. Divide it and import the parts."),
                most=MOST_ROWS,
            )
        if number - last > BLANK_ROWS:
            break
    return numbered


def xlsx(sheets: dict[str, Iterable[Iterable[str]]]) -> bytes:
    """Return a workbook; `sheets` maps names to rows, the first of each being the headings."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        _fill(book.create_sheet(name), iter(rows))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Any, rows: Iterator[Iterable[str]]) -> None:
    headings = list(next(rows))
    sheet.freeze_panes = "A2"
    for number in range(1, len(headings) + 1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width, column.number_format = WIDTH, AS_TEXT
    sheet.append([_cell(sheet, heading, font=Font(bold=True)) for heading in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, text: str, font: Font | None = None) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, ESCAPED.sub(_escape, str(safe_cell(text))))
    cell.number_format = AS_TEXT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if font is not None:
        cell.font = font
    return cell


def _escape(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def _xlsx_lines(content: bytes) -> Iterator[list[str]]:
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_BYTES_UNPACKED:
                raise SheetUnreadable
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows():
            yield [_text_of(cell) for cell in row]
    except BROKEN as unread:
        raise SheetUnreadable from unread


def _text_of(cell: Any) -> str:
    """Return what the cell shows, as text."""
    value = cell.value
    if isinstance(value, str):
        return str(plain_cell(ESCAPE.sub(lambda found: chr(int(found[1], 16)), value)))
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}" if "d" in cell.number_format.lower() else f"{value:%Y-%m}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _csv_lines(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as unread:
        raise SheetUnreadable from unread
    try:
        for cells in csv.reader(_file_of(text), strict=True):
            yield [str(plain_cell(cell)) for cell in cells]
    except csv.Error as unread:
        raise SheetUnreadable from unread


def _file_of(text: str) -> IO[str]:
    """Return a file that hands carriage returns on as they are."""
    return io.StringIO(text, newline="")


def _without_empty_end(headings: list[str]) -> list[str]:
    while headings and not headings[-1].strip():
        headings = headings[:-1]
    return headings
