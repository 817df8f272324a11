"""CSV: a table of texts and numbers, in UTF-8 or in the encoding of Chinese Excel."""

import csv
import io
import re
from pathlib import Path
from typing import Final

from . import texts
from .refusal import Cause, Refused

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 500
LONGEST_CELL: Final = 10_000  # characters
SAMPLE: Final = 4096  # characters that show the separator
SEPARATORS: Final = ",;\t"
NUMBER: Final = re.compile(r"[+\-－＋]?[\s]*[\d.,%\s]*([eE][+\-]?\d+)?[^\w\s(|!=]{0,3}")
STARTS_FORMULA: Final = ("=", "@", "＝", "＠")
SIGNS: Final = ("+", "-", "＋", "－")
ACTS: Final = re.compile(r"[(|!=（｜！＝]")


def check(path: Path) -> dict[str, object]:
    """Return the numbers of rows and of columns."""
    text = texts.decoded(path.read_bytes(), "utf-8-sig", "gb18030")
    csv.field_size_limit(LONGEST_CELL)
    rows = columns = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)):
            rows, columns = rows + 1, max(columns, len(row))
            if rows > MOST_ROWS or columns > MOST_COLUMNS:
                raise Refused(Cause.TABLE_TOO_LARGE, rows=MOST_ROWS, columns=MOST_COLUMNS)
            _require_no_formula(row, rows)
    except csv.Error as error:
        raise Refused(Cause.NO_TABLE) from error
    if rows < 1 or columns < 2:
        raise Refused(Cause.NO_TABLE)
    return {"rows": rows, "columns": columns}


def _separator(text: str) -> str:
    """The one of the usual separators that the first lines use most."""
    return max(SEPARATORS, key=text[:SAMPLE].count)


def _require_no_formula(row: list[str], number: int) -> None:
    """A spreadsheet program would run such a cell when somebody opens the file."""
    for cell in row:
        if acts(cell.strip()):
            raise Refused(Cause.FORMULA, row=number, cell=cell.strip()[:30])


def acts(cell: str) -> bool:
    """Tell whether a spreadsheet program takes the cell for a formula; numbers are none."""
    if cell.startswith(STARTS_FORMULA):
        return True
    return cell.startswith(SIGNS) and not NUMBER.fullmatch(cell) and bool(ACTS.search(cell))
