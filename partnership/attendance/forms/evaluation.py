"""The evaluation of an event, made of its questions."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.attendance.choices import QuestionKind
from partnership.attendance.evaluation.results import RATINGS, label
from partnership.attendance.models import Question
from partnership.core import languages

MOST_WORDS = 2000  # characters


class EvaluationForm(forms.Form):
    """Every question may be left out, but not all of them."""

    def __init__(self, data: Any, *, questions: Sequence[Question]) -> None:
        super().__init__(data)
        self.questions = questions
        for question in questions:
            self.fields[_name(question)] = _field(question)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Answer at least one question."))
        return cleaned

    def given(self) -> dict[int, int | str]:
        """Return the answers by question; what was left out is left out."""
        values = {question.pk: self.cleaned_data[_name(question)] for question in self.questions}
        return {key: value for key, value in values.items() if value not in ("", None)}


def _name(question: Question) -> str:
    return f"question-{question.pk}"


def _field(question: Question) -> forms.Field:
    text = getattr(question, languages.column("text"))
    if question.kind == QuestionKind.TEXT:
        widget = forms.Textarea(attrs={"rows": 3})
        return forms.CharField(label=text, required=False, max_length=MOST_WORDS, widget=widget)
    return forms.TypedChoiceField(
        label=text,
        required=False,
        choices=[(rating, label(rating)) for rating in RATINGS],
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect(),
    )
