"""An organisation's own spreadsheets, XLSX or CSV: which of their columns is which is said once."""

import hashlib
from typing import Final

from monitoring.workbook import csv_files
from monitoring.workbook.cells import Cell
from monitoring.workbook.columns import CODE, SURVEY_CODE, Column
from monitoring.workbook.full_books import HEADING_ROWS
from monitoring.workbook.layouts import Layout
from monitoring.workbook.opening import OLE, ZIP, own_sheet

FEWEST: Final = 2  # filled cells that make a row of headings
Lines = list[list[Cell]]


def foreign_headings(content: bytes) -> list[str]:
    """Return the headings of a table in which none is ours; nothing for every other file."""
    if content.startswith(OLE):
        return []
    if content.startswith(ZIP):
        sheet = own_sheet(content)
        lines = sheet.lines if sheet else []
    else:
        lines = list(csv_files.lines(content))
    ours = {text.casefold() for text in names_of(CODE)}
    if any(cell.text.casefold() in ours for line in lines[:HEADING_ROWS] for cell in line):
        return []
    top = _top(lines)
    return [] if top is None else list(dict.fromkeys(filter(None, (c.text for c in lines[top]))))


def signature_of(headings: list[str]) -> str:
    """Return by what spreadsheets with the same headings are recognised."""
    text = "\n".join(heading.casefold() for heading in headings)
    return hashlib.sha256(text.encode()).hexdigest()


def translated(lines: Lines, columns: dict[str, str]) -> Lines:
    """Return the lines with our names in place of the headings. Where no column holds the code of
    the survey each row is a survey of its own, called by its number."""
    top = _top(lines)
    if top is None:
        return lines
    named = [cell._replace(text=columns.get(cell.text, "")) for cell in lines[top]]
    above: Lines = [[] for _line in lines[:top]]
    if SURVEY_CODE in columns.values():
        return [*above, named, *lines[top + 1 :]]
    below = [
        _called(line, len(named), number)
        for number, line in enumerate(lines[top + 1 :], start=top + 2)
    ]
    return [*above, [*named, Cell(f"A{top + 1}", SURVEY_CODE)], *below]


def _called(line: list[Cell], width: int, number: int) -> list[Cell]:
    """Return the line with the code of its survey behind it; an empty one stays empty."""
    if not any(cell.text for cell in line):
        return []
    blanks = [Cell("", "")] * (width - len(line))
    return [*line[:width], *blanks, Cell(f"A{number}", f"R{number}")]


def meaning_of(text: str, layout: Layout, items: set[str]) -> str | None:
    """Return the name of the field or the code of the item that `text` names; None for neither."""
    wanted = text.strip().casefold()
    for column in layout.of_one_table:
        if wanted in {name.casefold() for name in names_of(column)}:
            return column.name
    return next((code for code in items if code.casefold() == wanted), None)


def names_of(column: Column) -> tuple[str, ...]:
    return (column.name, *column.labels.values())


def _top(lines: Lines) -> int | None:
    """Return the row of the headings: the first one of the first three that has several."""
    for index, line in enumerate(lines[:HEADING_ROWS]):
        if sum(1 for cell in line if cell.text) >= FEWEST:
            return index
    return None
