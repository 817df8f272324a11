"""What is wrong in a file, where, and what to do, in both languages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import override
from openpyxl.utils.cell import coordinate_from_string

from monitoring.protocols import Severity, message, rules
from partnership.core import languages

OTHERS: Final = "M015"  # what the form refuses by a rule without a code of its own


@dataclass(frozen=True, slots=True)
class Said:
    """A fault as it is said in the active language."""

    sheet: str
    cell: str
    field: str
    column: str
    code: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `sentences` and `columns` are by language; each sentence says what to do."""

    sheet: str
    cell: str
    field: str
    code: str
    severity: Severity
    value: str
    sentences: dict[str, str]
    columns: dict[str, str]

    @property
    def text(self) -> str:
        return self.sentences[languages.current()]

    @property
    def column(self) -> str:
        return self.columns[languages.current()]

    @property
    def is_warning(self) -> bool:
        return self.severity == Severity.WARNING


def said(
    sheet: str,
    cell: str,
    code: str,
    /,
    *, field: str = "", column: str = "", value: str = "",
    text: str = "", **values: object,
) -> Said:  # fmt: skip
    """Return the fault with its rule's sentence, or with `text` where the form says it better."""
    sentence = text or message(code, **{"value": value, "column": column, **values})
    return Said(sheet, cell, field, column, code, value, sentence)


def in_both_languages(say: Callable[[], Iterable[Said]]) -> list[Finding]:
    """Return what `say` finds, in the order of the file. The other language is asked only when
    there is something to say."""
    with override(languages.LANGUAGES[0]):
        first = list(say())
    if not first:
        return []
    with override(languages.LANGUAGES[1]):
        second = list(say())
    found = [_finding(one, other) for one, other in zip(first, second, strict=True)]
    return sorted(found, key=_place)


def _finding(one: Said, other: Said) -> Finding:
    zero, two = languages.LANGUAGES
    return Finding(
        one.sheet,
        one.cell,
        one.field,
        one.code,
        rules()[one.code].severity,
        one.value,
        {zero: one.text, two: other.text},
        {zero: one.column, two: other.column},
    )


def _place(finding: Finding) -> tuple[str, int, int, str]:
    letters, row = coordinate_from_string(finding.cell)
    return finding.sheet, row, len(letters), letters
