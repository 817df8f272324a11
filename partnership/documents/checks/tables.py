"""CSV: a table of texts and numbers, in UTF-8 or in the encoding of Chinese Excel.

What people may fetch again holds nothing that a spreadsheet program would run. Of what is only read the
reader says what is wrong with which cell, so here it is bounded alone.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from . import texts
from .refusal import Cause, Refused

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 500
LONGEST_CELL: Final = 10_000  # characters
LONGEST_TO_READ: Final = 100_000
ENCODINGS: Final = ("utf-8-sig", "gb18030")
SAMPLE: Final = 4096  # characters that show the separator
SEPARATORS: Final = ",;\t"
NUMBER: Final = re.compile(r"[+\-－＋]?[\s]*[\d.,%\s]*([eE][+\-]?\d+)?[^\w\s(|!=]{0,3}")
STARTS_FORMULA: Final = ("=", "@", "＝", "＠")
SIGNS: Final = ("+", "-", "＋", "－")
ACTS: Final = re.compile(r"[(|!=（｜！＝]")


def check(path: Path) -> dict[str, object]:
    """Return the numbers of rows and of columns."""
    text = texts.decoded(path.read_bytes(), *ENCODINGS)
    texts.require_visible(text)
    rows = columns = 0
    for rows, row in _rows(io.StringIO(text, newline=""), _separator(text), LONGEST_CELL):
        columns = max(columns, len(row))
        _require_no_formula(row, rows)
    if rows < 1 or columns < 2:
        raise Refused(Cause.NO_TABLE)
    return {"rows": rows, "columns": columns}


def check_to_read(path: Path) -> dict[str, object]:
    """Return the number of rows of a table that is read and not handed out again."""
    for encoding in ENCODINGS:
        try:
            with path.open(encoding=encoding, newline="") as lines:
                separator = _separator(lines.read(SAMPLE))
                lines.seek(0)
                return {"rows": sum(1 for _row in _rows(lines, separator, LONGEST_TO_READ))}
        except UnicodeDecodeError:
            continue
    raise Refused(Cause.ENCODING)


def _rows(lines: Iterable[str], separator: str, longest: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their numbers, as far as a table may go."""
    csv.field_size_limit(longest)
    try:
        for number, row in enumerate(csv.reader(lines, delimiter=separator), start=1):
            if number > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise Refused(Cause.TABLE_TOO_LARGE, rows=MOST_ROWS, columns=MOST_COLUMNS)
            yield number, row
    except csv.Error as error:
        raise Refused(Cause.NO_TABLE) from error


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
