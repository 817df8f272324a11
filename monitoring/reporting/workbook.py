"""A report as XLSX: a sheet for each part, with the table behind each chart."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.reporting.citing import citations_of
from monitoring.reporting.document import Frozen, Section
from monitoring.reporting.sections import Facts, head_of, sections_of
from partnership.core.charts.data import MINUS
from partnership.core.citations import Citation
from partnership.core.spreadsheets import safe_cell

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NUMBER: Final = re.compile(rf"[{MINUS}-]?\d{{1,3}}(,\d{{3}})*(\.\d+)?")
FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")  # in the names of sheets
LONGEST_NAME: Final = 31
WIDTHS: Final = (44, 20)  # of the first column and of the others, in letters
BOLD: Final = Font(bold=True)
WRAPPED: Final = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True)
class Bound:
    """A report as its workbook tells it: what stands on the first sheet, then a sheet for each part."""

    first: str
    title: str
    is_demo: bool
    facts: Facts
    citations: Sequence[Citation]
    sections: Sequence[Section]


def xlsx_of(frozen: Frozen) -> bytes:
    """Return the file in the language of the document."""
    return written(
        Bound(
            first=_("Monitoring report"),
            title=frozen.title,
            is_demo=frozen.report.is_demo,
            facts=head_of(frozen),
            citations=citations_of(frozen),
            sections=sections_of(frozen),
        )
    )


def written(bound: Bound) -> bytes:
    """Return the workbook of a report."""
    book = Workbook()
    _head(book.worksheets[0], bound)
    for section in bound.sections:
        _section(book.create_sheet(_name(section.title)), section)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _head(sheet: Worksheet, bound: Bound) -> None:
    sheet.title = _name(bound.first)
    _write(sheet, [[bound.title]], bold=True)
    if bound.is_demo:
        _write(sheet, [[_("Demo data")]], bold=True)
    _write(sheet, [[fact["term"], fact["value"]] for fact in bound.facts])
    _write(sheet, [[each.standard, each.text] for each in bound.citations])
    _widen(sheet)


def _section(sheet: Worksheet, section: Section) -> None:
    _write(sheet, [[text] for text in section.texts])
    for table in section.tables:
        _table(sheet, table.title, table.headings, table.rows, [table.note] if table.note else [])
    for chart in section.charts:
        title = f"{chart.title} ({chart.unit})"
        _table(sheet, title, chart.headings, chart.rows, chart.remarks)
    _widen(sheet)


def _table(
    sheet: Worksheet,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    notes: Iterable[str],
) -> None:
    _write(sheet, [[""], [title], headings], bold=True)
    _write(sheet, rows)
    _write(sheet, [[note] for note in notes])


def _write(sheet: Worksheet, rows: Iterable[Sequence[str]], *, bold: bool = False) -> None:
    for row in rows:
        sheet.append([_cell(text) for text in row])
        for cell in sheet[sheet.max_row]:
            cell.alignment = WRAPPED
            if bold:
                cell.font = BOLD


def _cell(text: str) -> object:
    """Return a number where the text is one, so that a spreadsheet can count with it."""
    if not NUMBER.fullmatch(text):
        return safe_cell(text)
    plain = text.replace(",", "").replace(MINUS, "-")
    return float(plain) if "." in plain else int(plain)


def _widen(sheet: Worksheet) -> None:
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS[min(column - 1, 1)]


def _name(title: str) -> str:
    return FORBIDDEN.sub(" ", title)[:LONGEST_NAME]
