"""A sheet: reads what a browser sends, checks it, shows it."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from partnership.review.sheets.forms import SheetForm, unit_of
from partnership.review.sheets.length import Whole, length_of, problem_of
from partnership.review.sheets.parts import Answers, Part, Values, path_of
from partnership.review.sheets.problems import Problem
from partnership.review.sheets.showing import ShownPart, shown_part

LONGEST: Final = 300_000  # characters of all answers together, as JSON
Cleaned = dict[str, Any]  # part key to cleaned data, or to a list of it


@dataclass(frozen=True)
class FormPart:
    """A part with its forms, for a page to show."""

    part: Part
    forms: list[SheetForm]

    @property
    def may_grow(self) -> bool:
        return self.part.has_rows and len(self.forms) < self.part.most


@dataclass(frozen=True)
class Sheet:
    """The parts in their order. `check` finds problems that concern several parts; it is asked
    when every part is right by itself. `whole` is how long the texts of the counted parts should be
    together, where that matters; `fill_in` puts a pasted text into its places."""

    language: str
    parts: tuple[Part, ...]
    check: Callable[[Cleaned], Iterable[Problem]] = lambda cleaned: ()
    whole: Whole | None = None
    fill_in: Callable[[Answers, str], Answers] | None = None

    @property
    def takes_pasted(self) -> bool:
        return self.fill_in is not None

    @property
    def unit(self) -> str:
        return unit_of(self.language)

    def for_judging(self) -> Self:
        """Return the sheet without what only the secretariat is told."""
        return replace(self, parts=tuple(part for part in self.parts if not part.is_for_desk))

    def read(self, data: QueryDict) -> Answers:
        """Return what was typed. Rows left blank or marked for removal are left out."""
        return {part.key: self._read_part(part, data) for part in self.parts}

    def forms(
        self, answers: Answers, *, is_checked: bool = False, blank: str = ""
    ) -> list[FormPart]:
        """Return the forms filled with `answers`, with errors when they are to be checked.

        `blank` is the key of a part to which an empty row is added; one without rows has one anyway.
        """
        return [
            self._forms_of(
                part, answers, is_checked, part.key == blank or not part.rows_of(answers)
            )
            for part in self.parts
        ]

    def problems(self, answers: Answers) -> list[Problem]:
        """Return what forbids to submit."""
        found = [problem for shown in self._checked(answers) for problem in _problems_of_all(shown)]
        return found or [*self.check(self.cleaned(answers)), *self._too_long(answers)]

    def length(self, answers: Answers) -> int:
        """Return how long the counted texts are together."""
        return length_of(self.parts, answers, self.language)

    def cleaned(self, answers: Answers) -> Cleaned:
        """Return the values as Python objects; answers that were checked before give all."""
        cleaned: Cleaned = {}
        for shown in self._checked(answers):
            rows = [form.cleaned_data if form.is_valid() else {} for form in shown.forms]
            cleaned[shown.part.key] = rows if shown.part.has_rows else rows[0]
        return cleaned

    def shown(self, answers: Answers) -> list[ShownPart]:
        """Return all fields with their answers in words."""
        return [shown_part(part, answers) for part in self.parts]

    def texts(self, answers: Answers) -> dict[str, tuple[str, str]]:
        """Return label and answer of every field by its path, for comparisons."""
        texts = {}
        for part in self.shown(answers):
            for row in part.rows:
                name = f"{part.row_name} {row.number} · " if row.number else ""
                for line in row.lines:
                    texts[line.path] = (f"{name}{line.label}", line.text)
        return texts

    def paths(self, answers: Answers) -> set[str]:
        """Return the names of all fields that `answers` have."""
        return set(self.texts(answers))

    def _checked(self, answers: Answers) -> list[FormPart]:
        return [self._forms_of(part, answers, True, False) for part in self.parts]

    def _too_long(self, answers: Answers) -> Iterable[Problem]:
        return problem_of(self.whole, self.parts, answers, self.language) if self.whole else ()

    def _read_part(self, part: Part, data: QueryDict) -> Values | list[Values]:
        if not part.has_rows:
            return _read(part.form, data, part.prefix())
        return [
            values
            for index in range(_row_count(part, data))
            if f"{part.prefix(index)}-remove" not in data
            and not part.form.is_blank(values := _read(part.form, data, part.prefix(index)))
        ]

    def _forms_of(
        self, part: Part, answers: Answers, is_checked: bool, has_blank: bool
    ) -> FormPart:
        rows = part.rows_of(answers)
        forms = [
            self._form(part, index, values, is_checked)
            for index, values in zip(part.indices(answers), rows, strict=True)
        ]
        if part.has_rows and has_blank and len(rows) < part.most:
            forms.append(part.form(prefix=part.prefix(len(rows)), language=self.language))
        if self.whole and part.is_counted:
            for form in forms:
                form.count_as_part_of_whole()
        return FormPart(part, forms)

    def _form(self, part: Part, index: int | None, values: Values, is_checked: bool) -> SheetForm:
        prefix = part.prefix(index)
        if is_checked:
            return part.form(_as_sent(prefix, values), prefix=prefix, language=self.language)
        return part.form(initial=values, prefix=prefix, language=self.language)


def is_too_long(answers: Answers) -> bool:
    return len(json.dumps(answers, ensure_ascii=False)) > LONGEST


def _read(form: type[SheetForm], data: QueryDict, prefix: str) -> Values:
    return {
        name: field.widget.value_from_datadict(data, MultiValueDict(), f"{prefix}-{name}") or ""
        for name, field in form.base_fields.items()
    }


def _row_count(part: Part, data: QueryDict) -> int:
    sent = str(data.get(f"{part.key}-rows", ""))
    return min(int(sent), part.most) if sent.isdecimal() and len(sent) < 5 else 0


def _as_sent(prefix: str, values: Values) -> MultiValueDict:
    """Return values as a browser would send them; ticks nobody set are not sent at all."""
    sent = {
        f"{prefix}-{name}": value if isinstance(value, list) else [value]
        for name, value in values.items()
        if value not in (None, False, "")
    }
    return MultiValueDict(sent)


def _problems_of_all(shown: FormPart) -> Iterator[Problem]:
    part = shown.part
    if part.is_needed and not shown.forms:
        first = next(iter(part.form.base_fields))
        yield Problem(path_of(part, 0, first), str(part.title), _("Add at least one."))
    for index, form in enumerate(shown.forms):
        yield from _problems_of(part, index if part.has_rows else None, form)


def _problems_of(part: Part, index: int | None, form: SheetForm) -> Iterator[Problem]:
    row = "" if index is None else f"{part.row_name} {index + 1} · "
    for name, errors in form.errors.items():
        is_whole = name == "__all__"
        label = str(part.title) if is_whole else str(form.fields[name].label or name)
        path = path_of(part, index, next(iter(form.fields)) if is_whole else name)
        for message in errors:
            yield Problem(path, f"{row}{label}", str(message))
