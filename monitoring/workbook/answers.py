"""A survey of the file as the answers that the form of a single survey makes."""

from typing import Any

from django import forms

from monitoring.surveying.checks import COUNTS
from monitoring.workbook.columns import TRANSECT
from monitoring.workbook.rows import SurveyRead
from partnership.review.sheets import Answers, Sheet


def answers_of(survey: SurveyRead, sheet: Sheet) -> Answers:
    """Return the answers; every field of the form is there, blanks as blanks."""
    answers: Answers = {}
    for part in sheet.parts:
        given = survey.counts if part.key.startswith(COUNTS) else survey.texts[part.key]
        answers[part.key] = {
            name: _typed(field, given.get(name) or "")
            for name, field in part.form.base_fields.items()
        }
    return answers


def is_same(one: Answers, other: Answers) -> bool:
    """Tell whether two surveys say the same; how the transect is called is no matter."""
    return _compared(one) == _compared(other)


def _typed(field: forms.Field, text: str) -> str | bool:
    return bool(text) or "" if isinstance(field, forms.BooleanField) else text


def _compared(answers: Answers) -> dict[tuple[str, str], Any]:
    return {
        (part, name): bool(value) if value in (True, "on") else value
        for part, values in answers.items()
        for name, value in values.items()
        if name != TRANSECT and value not in ("", None, False)
    }
