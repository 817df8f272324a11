"""The uploaded workbook with a comment at every faulty cell."""

import io
from collections import defaultdict

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.workbook.findings import Finding
from monitoring.workbook.opening import loaded

FILL = PatternFill("solid", fgColor="F8CBAD")
WIDTH, HEIGHT = 360, 160  # of a comment, in pixels


def marked(content: bytes, findings: list[Finding]) -> bytes:
    """Return the workbook; each comment names in both languages what is wrong and what to do."""
    book = loaded(content)
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    by_cell: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.sheet in sheets:
            at = _anchor(sheets[finding.sheet], finding.cell)
            by_cell[finding.sheet, at].append(finding)
    for (sheet, at), found in by_cell.items():
        lines = [
            f"{each.code} {sentence}" for each in found for sentence in each.sentences.values()
        ]
        cell = sheets[sheet][at]
        cell.comment = Comment("\n".join(lines), "Portal", height=HEIGHT, width=WIDTH)
        cell.fill = FILL
    marked_copy = io.BytesIO()
    book.save(marked_copy)
    return marked_copy.getvalue()


def _anchor(sheet: Worksheet, at: str) -> str:
    """Return the cell that can carry a comment: of merged cells the first one."""
    for merged in sheet.merged_cells.ranges:
        if at in merged:
            return f"{get_column_letter(merged.min_col)}{merged.min_row}"
    return at
