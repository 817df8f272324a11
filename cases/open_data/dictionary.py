"""What each column of the files means, in both languages: made from the columns themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from cases.open_data.fields import CASES, INDICATORS, Field
from partnership.core.api.texts import sentence

HEADINGS = ("file", "field", "meaning_zh", "meaning_en", "unit", "kind_zh", "kind_en", "codes")
FILES = {"cases.csv": CASES, "indicators.csv": INDICATORS}


def lines() -> Iterator[tuple[str, ...]]:
    """Yield one line per column, in the order of `HEADINGS`."""
    for file, fields in FILES.items():
        for field in fields:
            unit = field.unit if isinstance(field.unit, str) else _both(field.unit, " / ")
            meaning, kind = sentence(field.meaning), sentence(field.kind)
            yield file, field.name, *meaning.values(), unit, *kind.values(), _codes(field)


@dataclass(frozen=True, slots=True)
class Column:
    """A column in the language of the page; `codes` are pairs of a code and its name."""

    name: str
    meaning: str
    kind: str
    unit: str
    codes: list[tuple[str, str]]


def tables() -> dict[str, list[Column]]:
    """Return the columns of each file as readers see them."""
    return {file: [_column(field) for field in fields] for file, fields in FILES.items()}


def _column(field: Field) -> Column:
    codes = [(str(code), str(name)) for code, name in field.codes.choices] if field.codes else []
    return Column(field.name, str(field.meaning), str(field.kind), str(field.unit), codes)


def _codes(field: Field) -> str:
    """Name what each code stands for: `reuse = 重复使用 / Reuse`."""
    if field.codes is None:
        return ""
    return "; ".join(f"{code} = {_both(label, ' / ')}" for code, label in field.codes.choices)


def _both(text: str | Promise, separator: str) -> str:
    return separator.join(sentence(text).values())
