"""A survey of the file as the answers that the form of a single survey makes."""

from typing import Any

from django import forms

from monitoring.surveying.checks import COUNTS
from monitoring.workbook.layouts import Layout
from monitoring.workbook.rows import SurveyRead
from partnership.review.sheets import Answers, Sheet


def answers_of(survey: SurveyRead, sheet: Sheet) -> Answers:
    """Return the answers; every field of the form is there, blanks as blanks."""
    answers: Answers = {}
    for part in sheet.parts:
        if part.has_rows:
            answers[part.key] = survey.animals
            continue
        given = survey.counts if part.key.startswith(COUNTS) else survey.texts[part.key]
        answers[part.key] = {
            name: _typed(field, given.get(name) or "")
            for name, field in part.form.base_fields.items()
        }
    return answers


def is_same(one: Answers, other: Answers, layout: Layout) -> bool:
    """Tell whether two surveys say the same; how their place is called is no matter."""
    return _compared(one, layout) == _compared(other, layout)


def _typed(field: forms.Field, text: str) -> str | bool:
    return bool(text) or "" if isinstance(field, forms.BooleanField) else text


def _compared(answers: Answers, layout: Layout) -> dict[tuple[str, str], Any]:
    return {
        (f"{part}-{index}", name): bool(value) if value in (True, "on") else value
        for part, values in answers.items()
        for index, row in enumerate(values if isinstance(values, list) else [values])
        for name, value in row.items()
        if name != layout.place and value not in ("", None, False)
    }
