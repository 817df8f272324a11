"""Cells that a spreadsheet program opens as text and never as a formula."""

from typing import Final

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(value: object) -> object:
    """Return `value`; a text that would start a formula gets a leading apostrophe.

    Full-width signs count too: some programs treat them like their half-width forms.
    """
    if isinstance(value, str) and value.lstrip(" \u3000").startswith(FORMULA_STARTS):
        return "'" + value
    return value
