"""From the bytes of a file to rows with the places of their cells."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.workbook import csv_files
from monitoring.workbook.cells import Book, Cell, Oddity, Row, Table
from monitoring.workbook.columns import (
    COUNT_COLUMNS,
    COUNTS,
    SHEETS,
    SURVEY_CODE,
    SURVEY_COLUMNS,
    SURVEYS,
    Column,
)
from monitoring.workbook.errors import WithMacros
from monitoring.workbook.opening import OLE, ZIP, opened

HEADING_ROWS: Final = 3  # among which the names of the fields are looked for


def read(content: bytes, name: str) -> Book:
    """Return what the file called `name` holds; a DomainError refuses it whole."""
    if name.lower().endswith((".xlsm", ".xltm", ".xlsb")):
        raise WithMacros
    if content.startswith((ZIP, OLE)) or name.lower().endswith((".xlsx", ".xls")):
        return _of_workbook(content)
    lines = csv_files.lines(content)
    surveys = _table("CSV", lines, SURVEY_COLUMNS, has_codes=True)
    counts = Table("CSV", surveys.letters, surveys.rows, surveys.codes)
    return Book(surveys, counts, is_csv=True)


def _of_workbook(content: bytes) -> Book:
    book = opened(content)
    oddities: list[Oddity] = []
    tables = {}
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    for title, columns in ((SURVEYS, SURVEY_COLUMNS), (COUNTS, COUNT_COLUMNS)):
        if title not in sheets:
            tables[title] = Table(title, {}, [])
            continue
        sheet = sheets[title]
        tables[title] = _table(title, _lines(sheet), columns, has_codes=title == COUNTS)
        oddities += _odd(sheet)
    for sheet in book.worksheets:
        if sheet.title not in SHEETS and (filled := _first_filled(sheet)):
            oddities.append(Oddity(sheet.title, filled, "M009", sheet.title))
    return Book(tables[SURVEYS], tables[COUNTS], oddities)


def _lines(sheet: Worksheet) -> Iterator[list[Cell]]:
    for row in sheet.iter_rows():
        yield [_cell(cell) for cell in row]


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell(cell.coordinate, "")
    if cell.data_type == "f":
        return Cell(cell.coordinate, value if isinstance(value, str) else "=", is_formula=True)
    if isinstance(value, datetime | date):
        return Cell(cell.coordinate, f"{value:%Y-%m-%d}", is_day=True)
    if isinstance(value, float) and value.is_integer():
        return Cell(cell.coordinate, str(int(value)))
    return Cell(cell.coordinate, str(value).strip())


def _table(
    sheet: str, lines: Iterable[list[Cell]], columns: tuple[Column, ...], *, has_codes: bool
) -> Table:
    """Return the rows below the row that names the fields; headings that name none may be items."""
    rows = list(lines)
    top = _heading_row(rows)
    if top is None:
        return Table(sheet, {}, [])
    known, codes, unknown = _headings(rows[top], columns, has_codes)
    found = [
        Row(number, {known[i]: cell for i, cell in enumerate(cells) if i in known and cell.text})
        for number, cells in enumerate(rows[top + 1 :], start=top + 2)
        if any(cell.text for cell in cells)
    ]
    letters = {name: get_column_letter(index + 1) for index, name in known.items()}
    return Table(sheet, letters, found, codes, unknown)


def _headings(
    cells: list[Cell], columns: tuple[Column, ...], has_codes: bool
) -> tuple[dict[int, str], dict[str, Cell], list[Cell]]:
    """Return names by place, headings that may be items by name, headings that are nothing."""
    names = {_simple(text): column.name for column in columns for text in _names(column)}
    known: dict[int, str] = {}
    codes: dict[str, Cell] = {}
    unknown: list[Cell] = []
    for index, cell in enumerate(cells):
        name = names.get(_simple(cell.text), "")
        if name and name not in known.values():
            known[index] = name
        elif cell.text and has_codes and not name:
            known[index] = f"item:{index}"
            codes[known[index]] = cell
        elif cell.text:
            unknown.append(cell)
    return known, codes, unknown


def _heading_row(rows: list[list[Cell]]) -> int | None:
    for wanted in ({SURVEY_CODE}, {_simple(text) for text in _names(SURVEY_COLUMNS[0])}):
        for index, cells in enumerate(rows[:HEADING_ROWS]):
            if any(_simple(cell.text) in wanted for cell in cells):
                return index
    return None


def _names(column: Column) -> Iterator[str]:
    yield column.name
    yield from column.labels.values()


def _simple(text: str) -> str:
    return text.strip().casefold()


def _odd(sheet: Worksheet) -> Iterator[Oddity]:
    """Yield formulas, merged cells and hidden rows."""
    last = sheet.max_row
    for row in sheet.iter_rows(min_row=HEADING_ROWS):
        for cell in row:
            if cell.data_type == "f":
                yield Oddity(sheet.title, cell.coordinate, "M006", _cell(cell).text)
    for merged in sheet.merged_cells.ranges:
        at = f"{get_column_letter(merged.min_col)}{merged.min_row}"
        yield Oddity(sheet.title, at, "M004", merged.coord)
    for number, row in list(sheet.row_dimensions.items()):
        is_within = HEADING_ROWS <= number <= last
        if row.hidden and is_within and any(cell.value for cell in sheet[number]):
            yield Oddity(sheet.title, f"A{number}", "M005", str(number))


def _first_filled(sheet: Worksheet) -> str:
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return next((cell.coordinate for cell in cells if cell.value is not None), "")
