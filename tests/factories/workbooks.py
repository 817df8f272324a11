"""Workbooks of surveys as people send them back."""

import io
from typing import Any, Final

from openpyxl import Workbook, load_workbook

from monitoring.workbook.columns import COUNTS, SURVEY_COLUMNS, SURVEYS
from monitoring.workbook.template import FIRST, workbook
from partnership.accounts.models import User

GOOD: Final = {
    "transect": "CN_XIA_001-A", "surveyed_on": "2026-05-03", "replicate_no": "1",
    "survey_type": "监测", "length_m": "100", "width_m": "30", "lower_size_mm": "25",
    "last_cleaned_on": "2020-04-01", "nothing_found": "否", "leader": "A. Person", "people": "4",
}  # fmt: skip
LETTERS: Final = {column.name: place for place, column in enumerate(SURVEY_COLUMNS, start=1)}


def filled(user: User, surveys: list[dict[str, Any]], counts: list[tuple[Any, ...]]) -> Workbook:
    """Return the workbook `user` fetches, with these rows below the headings."""
    book = load_workbook(io.BytesIO(workbook(user)))
    for title in (SURVEYS, COUNTS):
        book[title].delete_rows(FIRST)
    for number, survey in enumerate(surveys, start=FIRST):
        for name, value in survey.items():
            book[SURVEYS].cell(number, LETTERS[name], value)
    for number, row in enumerate(counts, start=FIRST):
        for place, value in enumerate(row, start=1):
            book[COUNTS].cell(number, place, value)
    return book


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def survey(code: str, **values: Any) -> dict[str, Any]:
    return {"survey_code": code, **GOOD, **values}


def cell_of(name: str, row: int) -> str:
    """Return where the field of a survey stands."""
    return f"{chr(64 + LETTERS[name])}{row}"
