"""Cells that a spreadsheet program opens as text and never as a formula, and back again."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any, Final

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD: Final = "'"
BOM: Final = "\ufeff"  # without it, spreadsheet programs read Chinese CSV as something else


def safe_cell(value: object) -> object:
    """Return `value`; a text that would start a formula gets a leading apostrophe.

    Full-width signs count too: some programs treat them like their half-width forms.
    """
    return GUARD + value if isinstance(value, str) and _would_be_formula(value) else value


def plain_cell(value: Any) -> Any:
    """Return what `safe_cell` was given: what was exported can be imported unchanged."""
    if isinstance(value, str) and value.startswith(GUARD) and _would_be_formula(value[1:]):
        return value[1:]
    return value


def csv_lines(
    rows: Iterable[Iterable[object]], *, delimiter: str = ",", with_mark: bool = True
) -> Iterator[str]:
    """Yield the lines of a guarded CSV file, to be streamed; formats of others have no mark."""
    writer = csv.writer(_Echo(), delimiter=delimiter)
    if with_mark:
        yield BOM
    for row in rows:
        yield writer.writerow([safe_cell(value) for value in row])


def _would_be_formula(text: str) -> bool:
    return text.lstrip(GUARD).lstrip(" \u3000").startswith(FORMULA_STARTS)


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text
