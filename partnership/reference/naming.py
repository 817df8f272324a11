"""The curated naming list: which names of countries and regions may appear, and which never.

The secretariat approves `data/naming.csv`; `data/naming_forbidden.csv` says what to write instead
of a form that must not appear. Tests hold every template, catalogue and data file to it, the
loader every name that reaches the database.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from partnership.core.languages import CHINESE, ENGLISH

DATA: Final = Path(__file__).resolve().parent / "data"

# From the beginning of a word alone: tried anywhere in a long one, it would take the square of it.
_ADDRESS = re.compile(r"https?://\S+|(?<!\S)\S+@\S+")
_APPROVED_COLUMN: Final = {CHINESE: "approved_zh", ENGLISH: "approved_en"}


@dataclass(frozen=True)
class ForbiddenName:
    """A form that must not appear, where it begins, and what stands in its place."""

    form: str
    start: int
    use: str


@dataclass(frozen=True)
class _Rule:
    use: str
    pattern: re.Pattern[str]

    def found_in(self, text: str) -> list[ForbiddenName]:
        return [
            ForbiddenName(match["form"], match.start("form"), self.use)
            for match in self.pattern.finditer(text)
            if match["form"]
        ]


def find_forbidden_names(text: str, language: str) -> list[ForbiddenName]:
    """Return the forbidden forms in a `text` of `language`, in the order of the text.

    Addresses of pages and mailboxes do not count: they are what they are.
    """
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), text.replace("’", "'"))
    found = [name for rule in _rules(language) for name in rule.found_in(plain)]
    return sorted(found, key=lambda name: name.start)


@cache
def approved_names(language: str) -> dict[str, str]:
    """Return the approved form per key of the list."""
    column = _APPROVED_COLUMN[language]
    return {row["key"]: row[column] for row in _rows("naming.csv")}


def approved_rows() -> list[dict[str, str]]:
    """Return the approved list as the secretariat reads it: the columns of its file."""
    return _rows("naming.csv")


def forbidden_rows() -> list[dict[str, str]]:
    """Return the forms that never appear; `instead` is what to write."""
    return [
        {**row, "instead": approved_names(row["language"])[row["use"]]}
        for row in _rows("naming_forbidden.csv")
    ]


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    approved = approved_names(language)
    return tuple(
        _Rule(approved[row["use"]], _pattern(row, list(approved.values()), language))
        for row in _rows("naming_forbidden.csv")
        if row["language"] == language
    )


def _pattern(row: dict[str, str], approved: list[str], language: str) -> re.Pattern[str]:
    """Match the form, but consume the longer forms around it first in which it may stand."""
    form = row["form"]
    around = [longer for longer in approved if form in longer]
    around += [longer for longer in row["allowed_in"].split("|") if longer]
    allowed = [_expression(longer, language) for longer in sorted(around, key=len, reverse=True)]
    return re.compile("|".join([*allowed, f"(?P<form>{_expression(form, language)})"]), re.I)


def _expression(form: str, language: str) -> str:
    """Escape `form`; in English it is a whole word, and blanks may be line breaks."""
    if language == CHINESE:
        return re.escape(form)
    return r"\b" + r"\s+".join(re.escape(word) for word in form.split()) + r"\b"


def _rows(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
