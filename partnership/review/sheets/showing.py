"""Answers as people read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.review.sheets.parts import Answers, Part, Values, path_of


@dataclass(frozen=True, slots=True)
class Line:
    """One field with its answer. What the author typed stands in the language of the submission,
    everything else (names of choices, yes and no) in the reader's."""

    path: str
    label: str
    text: str
    is_typed: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of a part; a part without rows has one, without a number."""

    number: int | None
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class ShownPart:
    key: str
    title: str | Promise
    row_name: str | Promise
    rows: list[ShownRow]

    @property
    def lines(self) -> list[Line]:
        return [line for row in self.rows for line in row.lines]


def shown_part(part: Part, answers: Answers) -> ShownPart:
    """Return a part with the answers of every field, empty ones included."""
    rows = [
        ShownRow(
            None if index is None else index + 1,
            list(_lines(part, index, values)),
        )
        for index, values in zip(part.indices(answers), part.rows_of(answers), strict=True)
    ]
    return ShownPart(part.key, part.title, part.row_name, rows)


def _lines(part: Part, index: int | None, values: Values) -> Iterable[Line]:
    for name, field in part.form.base_fields.items():
        label = str(field.label or name)
        text = text_of(field, values.get(name))
        yield Line(path_of(part, index, name), label, text, is_typed=_is_typed(field))


def text_of(field: forms.Field, value: Any) -> str:
    """Return a typed value in words: labels instead of keys, yes and no for ticks."""
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    shown = getattr(field, "in_words", None)
    if shown is not None:
        return str(shown(value))
    labels = _labels(field)
    values = value if isinstance(value, list) else [value]
    separator = "、" if languages.current() == languages.CHINESE else ", "
    return separator.join(str(labels.get(str(item), item)) for item in values)


def _is_typed(field: forms.Field) -> bool:
    has_words = hasattr(field, "choices") or hasattr(field, "in_words")
    return isinstance(field, forms.CharField) and not has_words


def _labels(field: forms.Field) -> dict[str, Any]:
    """Return the labels of a field's choices; groups of choices are opened."""
    labels: dict[str, Any] = {}
    for key, label in getattr(field, "choices", ()):
        if isinstance(label, list | tuple):
            labels.update({str(inner): name for inner, name in label})
        else:
            labels[str(key)] = label
    return labels
