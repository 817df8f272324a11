"""Long tables as XLSX, written row by row: memory stays flat, and thousands of rows take a second.

`files.xlsx` makes cells that a person edits and sends back; this one makes tables to read, whose
texts are no formulas either. The format is ECMA-376 with texts inside the cells.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils import get_column_letter

from partnership.core.sheets.files import ESCAPED
from partnership.core.spreadsheets import safe_cell

WIDTH: Final = 20  # of a column, in characters
MOST_OF_A_NAME: Final = 31  # characters in the name of a sheet
NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
Progress = Callable[[int], None]


def write(
    file: IO[bytes],
    name: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
    told: Progress | None = None,
) -> int:
    """Write a workbook of one sheet; return how many rows it has, headings aside.

    Numbers stay numbers, None is an empty cell, all else is text. `told` is called with the number
    of rows written, after each of them.
    """
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as book:
        for path, text in _frame(name).items():
            book.writestr(path, HEAD + text)
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            return _fill(sheet, headings, rows, told)


def _fill(
    sheet: IO[bytes],
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
    told: Progress | None,
) -> int:
    letters = [get_column_letter(number) for number in range(1, len(headings) + 1)]
    sheet.write(
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1"'
        ' topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
        f'<col min="1" max="{len(letters)}" width="{WIDTH}" customWidth="1"/></cols>'
        "<sheetData>".encode()
    )
    sheet.write(_row(letters, 1, headings, ' s="1"').encode())
    number = 1
    for number, row in enumerate(rows, start=2):
        sheet.write(_row(letters, number, row).encode())
        if told is not None:
            told(number - 1)
    last = f"{letters[-1]}{number}"
    sheet.write(f'</sheetData><autoFilter ref="A1:{last}"/></worksheet>'.encode())
    return number - 1


def _row(letters: Sequence[str], number: int, values: Sequence[object], style: str = "") -> str:
    cells = [
        _cell(f"{letter}{number}", value, style)
        for letter, value in zip(letters, values, strict=True)
        if value not in (None, "")
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, value: Any, style: str) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'<c r="{place}"{style}><v>{value}</v></c>'
    text = ESCAPED.sub(_escape, str(safe_cell(str(value)))).translate(XML)
    return f'<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _escape(found: Any) -> str:
    return f"_x{ord(found[0]):04X}_"


def _frame(name: str) -> dict[str, str]:
    """The parts around the sheet: what is in the file, and a bold style for the headings."""
    package = "http://schemas.openxmlformats.org/package/2006"
    words = name.translate(NOT_IN_NAMES).split()
    title = " ".join(words)[:MOST_OF_A_NAME].translate(XML)
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPES}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1"'
        f' Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
        f'<sheet name="{title}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{LINKS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font/><font><b/></font>'
        '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>'
        '<patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/>'
        '<xf fontId="1" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    }
