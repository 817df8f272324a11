"""From the bytes of a file to rows with the places of their cells."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_from_string

from monitoring.workbook import csv_files
from monitoring.workbook.cells import Book, Cell, Oddity, Row, Table
from monitoring.workbook.columns import (
    ANIMALS,
    CODE,
    COUNT,
    COUNT_COLUMNS,
    COUNTS,
    ITEM_CODE,
    SURVEY_CODE,
    SURVEYS,
    Column,
)
from monitoring.workbook.counting import plain
from monitoring.workbook.errors import WithMacros
from monitoring.workbook.full_books import HEADING_ROWS
from monitoring.workbook.layouts import Layout
from monitoring.workbook.opening import OLE, ZIP, OwnSheet, opened, own_sheet
from monitoring.workbook.own_columns import translated


def read(content: bytes, name: str, layout: Layout, own: dict[str, str] | None = None) -> Book:
    """Return what the file called `name` holds; a DomainError refuses it whole.

    A workbook of ours says itself which it is, any other file is taken for one by `layout`. `own` leads
    from the headings of an organisation's own spreadsheet to our columns.
    """
    if name.lower().endswith((".xlsm", ".xltm", ".xlsb")):
        raise WithMacros
    if own and content.startswith(ZIP) and (sheet := own_sheet(content)):
        return _of_own_sheet(sheet, layout, own)
    if content.startswith((ZIP, OLE)) or name.lower().endswith((".xlsx", ".xls")):
        return _of_workbook(content)
    lines = list(csv_files.lines(content))
    return _of_one_table("CSV", layout, translated(lines, own) if own else lines)


def _of_own_sheet(sheet: OwnSheet, layout: Layout, own: dict[str, str]) -> Book:
    """Return what an organisation's own spreadsheet holds; what is odd outside of the columns that
    were said to be ours, or above their headings, is none of ours."""
    lines = translated(sheet.lines, own)
    book, top = _of_one_table(sheet.title, layout, lines), _heading_row(lines) or 0
    letters = set(book.surveys.letters.values())

    def is_ours(oddity: Oddity) -> bool:
        letter, row = coordinate_from_string(oddity.at)
        is_below = row > top + 1
        return {"M005": is_below, "M017": letter in letters}.get(
            oddity.code, is_below and letter in letters
        )

    return replace(book, oddities=[*book.oddities, *filter(is_ours, sheet.oddities)])


def _of_one_table(sheet: str, layout: Layout, lines: Iterable[list[Cell]]) -> Book:
    table = _table(sheet, lines, layout.of_one_table, has_codes=True)
    if {ITEM_CODE, COUNT} & set(table.letters):
        return _long(table, layout)
    counts = Table(sheet, table.letters, table.rows, table.codes)
    return Book(layout, table, counts, is_one_table=True)


def _long(table: Table, layout: Layout) -> Book:
    """Return surveys and counts of a table with one row for each count: its survey stands in each
    row, or in the first one only."""
    first: dict[str, Row] = {}
    oddities: list[Oddity] = []
    for row in table.rows:
        code = plain(row.text(SURVEY_CODE))
        oddities += _contradictions(table, code, first.setdefault(code, row), row)
    unknown = [*table.unknown, *table.codes.values()]
    counts = [row for row in table.rows if row.text(ITEM_CODE) or row.text(COUNT)]
    return Book(
        layout,
        Table(table.sheet, table.letters, list(first.values()), {}, unknown),
        Table(table.sheet, table.letters, counts),
        oddities,
    )


def _contradictions(table: Table, code: str, first: Row, row: Row) -> Iterator[Oddity]:
    for name, cell in row.cells.items():
        if name not in (ITEM_CODE, COUNT) and cell.text != first.text(name):
            yield Oddity(table.sheet, cell.at, "M033", code)


def _of_workbook(content: bytes) -> Book:
    book, layout = opened(content)
    oddities: list[Oddity] = []
    tables = {}
    for title, columns in ((SURVEYS, layout.columns), (COUNTS, COUNT_COLUMNS)):
        if title not in book.titles:
            tables[title] = Table(title, {}, [])
            continue
        tables[title] = _table(title, book.lines(title), columns, has_codes=title == COUNTS)
        oddities += book.oddities(title)
    animals = None
    if layout.animals and ANIMALS in book.titles:
        animals = _table(ANIMALS, book.lines(ANIMALS), layout.animals, has_codes=False)
        oddities += book.oddities(ANIMALS)
    for title in book.titles:
        if title not in layout.sheets and (filled := _first_filled(book.lines(title))):
            oddities.append(Oddity(title, filled, "M009", title))
    return Book(layout, tables[SURVEYS], tables[COUNTS], oddities, animals=animals)


def _table(
    sheet: str, lines: Iterable[list[Cell]], columns: tuple[Column, ...], *, has_codes: bool
) -> Table:
    """Return the rows below the row that names the fields; headings that name none may be items."""
    rows = list(lines)
    top = _heading_row(rows)
    if top is None:
        return Table(sheet, {}, [])
    known, codes, unknown = _headings(rows[top], columns, has_codes)
    named = list(known.items())
    found = [
        Row(number, {name: cells[i] for i, name in named if i < len(cells) and cells[i].text})
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
    for wanted in ({SURVEY_CODE}, {_simple(text) for text in _names(CODE)}):
        for index, cells in enumerate(rows[:HEADING_ROWS]):
            if any(_simple(cell.text) in wanted for cell in cells):
                return index
    return None


def _names(column: Column) -> Iterator[str]:
    yield column.name
    yield from column.labels.values()


def _simple(text: str) -> str:
    return text.strip().casefold()


def _first_filled(lines: Iterable[list[Cell]]) -> str:
    cells = (cell for line in lines for cell in line)
    return next((cell.at for cell in cells if cell.text), "")
