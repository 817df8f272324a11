"""Reading workbooks with what no value shows: formulas, merged cells, hidden rows and columns."""

from collections.abc import Iterator
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.workbook.cells import Cell, Oddity
from monitoring.workbook.plain_books import cell_of

HEADING_ROWS: Final = 3  # above which nothing is odd


class FullBook:
    """The sheets of any workbook."""

    def __init__(self, book: Workbook) -> None:
        self._sheets: dict[str, Worksheet] = {sheet.title: sheet for sheet in book.worksheets}

    @property
    def titles(self) -> list[str]:
        return list(self._sheets)

    def size(self, title: str) -> tuple[int, int]:
        """Return how many rows and columns there are."""
        return self._sheets[title].max_row, self._sheets[title].max_column

    def lines(self, title: str) -> Iterator[list[Cell]]:
        for row in self._sheets[title].iter_rows():
            yield [_cell(cell) for cell in row]

    def oddities(self, title: str) -> Iterator[Oddity]:
        """Yield formulas, merged cells, hidden rows and columns."""
        sheet = self._sheets[title]
        for row in sheet.iter_rows(min_row=HEADING_ROWS):
            for cell in row:
                if cell.data_type == "f":
                    yield Oddity(title, cell.coordinate, "M006", _cell(cell).text)
        for merged in sheet.merged_cells.ranges:
            at = f"{get_column_letter(merged.min_col)}{merged.min_row}"
            yield Oddity(title, at, "M004", merged.coord)
        yield from _hidden_rows(sheet)
        yield from _hidden_columns(sheet)


def _hidden_rows(sheet: Worksheet) -> Iterator[Oddity]:
    last = sheet.max_row
    for number, row in list(sheet.row_dimensions.items()):
        is_within = HEADING_ROWS <= number <= last
        if row.hidden and is_within and any(cell.value for cell in sheet[number]):
            yield Oddity(sheet.title, f"A{number}", "M005", str(number))


def _hidden_columns(sheet: Worksheet) -> Iterator[Oddity]:
    """A group of columns is kept under its first one."""
    for column in list(sheet.column_dimensions.values()):
        if not column.hidden:
            continue
        for place in range(column.min or 1, min(column.max or 1, sheet.max_column) + 1):
            letter = get_column_letter(place)
            cells = sheet[letter][HEADING_ROWS - 1 :]
            if any(cell.value for cell in cells):
                yield Oddity(sheet.title, f"{letter}1", "M017", letter)


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell(cell.coordinate, "")
    if cell.data_type == "f":
        return Cell(cell.coordinate, value if isinstance(value, str) else "=", is_formula=True)
    return cell_of(cell.coordinate, value)
