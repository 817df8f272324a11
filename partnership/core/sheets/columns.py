"""What a column of a table may hold: judged by the form fields of the admin's own forms."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from import_export.fields import Field
from import_export.widgets import Widget
from modeltranslation.translator import translator

from partnership.core import languages
from partnership.core.figures import plain

BETWEEN: Final = re.compile(r"[;；|\n]")
BETWEEN_SHORT: Final = re.compile(r"[,，、]")


class Cell(Widget):
    """A cell whose text a form field judges."""

    def __init__(self, field: forms.Field) -> None:
        super().__init__()
        self.field = field

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        """Return the value to store; ValueError says what is wrong and what to do."""
        try:
            return self.field.clean(value)
        except ValidationError as refused:
            raise ValueError(" ".join(refused.messages)) from refused

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        """Return the stored value as it stands in the file."""
        if value is None:
            return ""
        if isinstance(value, list):
            return ", ".join(value)
        if isinstance(value, Decimal):
            return plain(value)
        return value.isoformat() if isinstance(value, date) else str(value)


class Choice(Cell):
    """One of a vocabulary: written as its label in either language, or as its code."""

    def __init__(self, vocabulary: "Vocabulary", empty: Any = "") -> None:
        super().__init__(forms.CharField(required=False))
        self.vocabulary = vocabulary
        self.empty = empty

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        text = str(super().clean(value))
        return self.vocabulary.find(text) if text else self.empty

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        return "" if value in (None, "") else self.vocabulary.label(value)


class Several(Choice):
    """Any number of a vocabulary, divided by semicolons; each once, in the order written."""

    def clean(self, value: Any, row: Any = None, **options: Any) -> Any:
        text = str(Cell.clean(self, value))
        return list(dict.fromkeys(self.vocabulary.find(part) for part in self._parts(text)))

    def render(self, value: Any, obj: Any = None, **options: Any) -> str:
        separator = "；" if languages.current() == languages.CHINESE else "; "
        return separator.join(self.vocabulary.label(item) for item in value or ())

    def _parts(self, text: str) -> list[str]:
        parts = [part.strip() for part in BETWEEN.split(text) if part.strip()]
        if len(parts) == 1 and not self.vocabulary.knows(parts[0]):
            parts = [part.strip() for part in BETWEEN_SHORT.split(text) if part.strip()]
        return parts


class Vocabulary:
    """The values a cell may take and how people write them.

    `read` yields (value, code, label) in the active language; it is asked once per language and
    table, for a resource works on a copy of its columns. A label that several values share finds
    none of them: the code must be written.
    """

    def __init__(self, read: Callable[[], Iterable[tuple[Any, str, str]]]) -> None:
        self.read = read
        self._known: dict[str, list[tuple[Any, str, str]]] = {}

    def rows(self) -> list[tuple[Any, str, str]]:
        """Return value, code and label of everything in the list, in the active language."""
        language = languages.current()
        if language not in self._known:
            self._known[language] = list(self.read())
        return self._known[language]

    def find(self, text: str) -> Any:
        """Return the value people mean by `text`; ValueError when it is none, or several."""
        meant = dict(self._meanings(text))
        if not meant:
            raise ValueError(
                gettext("“%(text)s” is not in the list. Write what the explanation names.")
                % {"text": text}
            )
        if len(meant) > 1:
            raise ValueError(
                gettext("“%(text)s” may be several: write one of %(codes)s.")
                % {"text": text, "codes": ", ".join(sorted(meant))}
            )
        return next(iter(meant.values()))

    def knows(self, text: str) -> bool:
        return any(True for _meaning in self._meanings(text))

    def label(self, value: Any) -> str:
        """Return how `value` is written in the active language."""
        return next((label for item, _code, label in self.rows() if item == value), str(value))

    def labels(self) -> list[str]:
        return [label for _value, _code, label in self.rows()]

    def _meanings(self, text: str) -> Iterable[tuple[str, Any]]:
        wanted = text.strip().casefold()
        for language in languages.LANGUAGES:
            with override(language):
                for value, code, label in self.rows():
                    if wanted in (code.casefold(), label.strip().casefold()):
                        yield code, value


def vocabulary_of(choices: Iterable[tuple[str, Any]]) -> Vocabulary:
    """Return the vocabulary of an enumeration: what is stored is the code."""
    pairs = list(choices)
    return Vocabulary(lambda: [(code, code, str(label)) for code, label in pairs])


def yes_or_no() -> Vocabulary:
    return Vocabulary(lambda: [(True, "yes", gettext("yes")), (False, "no", gettext("no"))])


class Column(Field):
    """One column: the attribute it fills, the heading people read, a rule for its cells in words.

    What `is_read_only` is written and read but never stored: a number, a version.
    """

    def __init__(
        self,
        attribute: str,
        heading: str | Promise,
        cell: Cell,
        rule: str | Promise = "",
        *,
        is_read_only: bool = False,
    ) -> None:
        super().__init__(
            attribute=attribute, column_name=attribute, widget=cell, readonly=is_read_only
        )
        self.heading = heading
        self.stated_rule = rule

    @property
    def rule(self) -> str:
        """Say in the active language what the cells take."""
        if self.stated_rule or not isinstance(self.widget, Choice):
            return str(self.stated_rule)
        sentence = (
            _("any of, with ; between them: %(labels)s")
            if isinstance(self.widget, Several)
            else _("one of: %(labels)s")
        )
        separator = "、" if languages.current() == languages.CHINESE else ", "
        return str(sentence) % {"labels": separator.join(self.widget.vocabulary.labels())}


class RowsColumn(Column):
    """A column for rows of another table: kept beside the object until the action stores them."""

    def get_value(self, instance: models.Model) -> Any:
        typed = instance.__dict__.get("typed_rows", {})
        return typed[self.attribute] if self.attribute in typed else self.stored(instance)

    def stored(self, instance: models.Model) -> list[Any]:
        """Return what the database holds; nothing for an object that is not stored yet."""
        return list(getattr(instance, self.attribute).all()) if instance.pk else []

    def save(self, instance: models.Model, row: Any, is_m2m: bool = False, **options: Any) -> None:
        instance.__dict__.setdefault("typed_rows", {})[self.attribute] = self.clean(row)


def shown(model: type[models.Model], name: str, rule: str | Promise) -> Column:
    """Return a column that tells which object, or which state of it, a row is about."""
    field: Any = model._meta.get_field(name)
    return Column(name, field.verbose_name, Cell(forms.CharField()), rule, is_read_only=True)


def column_of(model: type[models.Model], name: str) -> Column:
    """Return the column of a model's field: same heading, same judge and same hint as its form."""
    field: Any = model._meta.get_field(name)
    if field.choices:
        return Column(name, field.verbose_name, Choice(vocabulary_of(field.choices)))
    if getattr(field, "base_field", None) is not None and field.base_field.choices:
        return Column(name, field.verbose_name, Several(vocabulary_of(field.base_field.choices)))
    if isinstance(field, models.BooleanField):
        return Column(name, field.verbose_name, Choice(yes_or_no(), empty=False))
    return Column(name, field.verbose_name, Cell(field.formfield()), field.help_text)


def columns_of(model: type[models.Model], *names: str) -> list[Column]:
    """Return the columns of several fields; of a text in both languages, the pair."""
    options: Any = translator.get_options_for_model(model)
    translated = options.fields
    return [
        column_of(model, column)
        for name in names
        for column in (
            [languages.column(name, code) for code in languages.LANGUAGES]
            if name in translated
            else [name]
        )
    ]
