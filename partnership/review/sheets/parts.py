"""The parts of a sheet and the spelling of its paths."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from partnership.review.sheets.forms import SheetForm

Values = dict[str, Any]  # one form as typed: field name to text, list of texts, or bool
Answers = dict[str, Any]  # part key to Values, or to a list of Values where the part has rows


@dataclass(frozen=True)
class Part:
    """Some fields under a heading: once, or as rows of which there may be up to `most`.

    One row there must be at least where a part `is_needed`. What `is_for_desk` is shown to its writers and the secretariat, not to those who judge it. The
    typed texts of a part that `is_counted` belong to the length of the whole (`length.py`).
    """

    key: str
    title: str | Promise
    form: type[SheetForm]
    hint: str | Promise = ""
    row_name: str | Promise = ""
    most: int = 0
    is_needed: bool = False
    is_for_desk: bool = False
    is_counted: bool = False

    @property
    def has_rows(self) -> bool:
        return self.most > 0

    def prefix(self, index: int | None = None) -> str:
        """Return what the names of the form's fields begin with."""
        return self.key if index is None else f"{self.key}-{index}"

    def rows_of(self, answers: Answers) -> list[Values]:
        """Return the values of the part as a list, whether it has rows or not."""
        found = answers.get(self.key)
        if self.has_rows:
            return list(found or [])
        return [found or {}]

    def indices(self, answers: Answers) -> list[int | None]:
        """Return the index of each row; [None] for a part without rows."""
        return list(range(len(self.rows_of(answers)))) if self.has_rows else [None]


def path_of(part: Part, index: int | None, field: str) -> str:
    """Return the name of one field as comments and comparisons use it."""
    return f"{part.key}.{field}" if index is None else f"{part.key}.{index}.{field}"
