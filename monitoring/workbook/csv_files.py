"""CSV files as spreadsheet programs of both languages write them."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from openpyxl.utils import get_column_letter

from monitoring.workbook.cells import Cell
from monitoring.workbook.errors import TooLarge, Unreadable, WrongEncoding
from monitoring.workbook.opening import MOST_BYTES, MOST_ROWS

ENCODINGS: Final = ("utf-8-sig", "gb18030")
DELIMITERS: Final = (",", ";", "\t")


def lines(content: bytes) -> Iterator[list[Cell]]:
    """Yield the lines with the places a spreadsheet program gives their cells."""
    if len(content) > MOST_BYTES:
        raise TooLarge(most=MOST_ROWS)
    text = _text(content)
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as broken:
        raise Unreadable from broken
    if len(rows) > MOST_ROWS:
        raise TooLarge(most=MOST_ROWS)
    for number, row in enumerate(rows, start=1):
        yield [
            Cell(f"{get_column_letter(place)}{number}", text.strip())
            for place, text in enumerate(row, start=1)
        ]


def _text(content: bytes) -> str:
    if b"\x00" in content:
        raise Unreadable
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise WrongEncoding
