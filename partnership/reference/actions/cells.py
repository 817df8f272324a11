"""Turning the texts of a row into values, noting every fault instead of stopping at the first."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from partnership.reference.actions.reading import Fault, Row
from partnership.reference.naming import find_forbidden_names

THREE_DECIMALS = Decimal("0.001")
FURTHEST = 180  # degrees


class Cells:
    """The typed values of one row. A faulty cell gives a harmless value and a fault."""

    def __init__(self, row: Row, faults: list[Fault]) -> None:
        self.row = row
        self.faults = faults

    def refuse(self, column: str, problem: str, cure: str) -> None:
        self.faults.append(Fault(self.row.file, self.row.line, column, problem, cure))

    def text(self, column: str) -> str:
        return self.row.cells[column]

    def needed(self, column: str) -> str:
        """Return the text of a column that may not be empty."""
        text = self.text(column)
        if not text:
            self.refuse(column, "The cell is empty.", "Fill it in.")
        return text

    def name(self, column: str, language: str) -> str:
        """Return a needed text that the naming list has nothing against."""
        text = self.needed(column)
        for name in find_forbidden_names(text, language):
            self.refuse(column, f"The form “{name.form}” may not appear.", f"Use “{name.use}”.")
        return text

    def name_or(self, column: str, language: str, other: str) -> str:
        return self.name(column, language) if self.text(column) else other

    def names(self, column: str) -> list[str]:
        """Return the texts of a cell that holds several, divided by |."""
        return [text.strip() for text in self.text(column).split("|") if text.strip()]

    def like(self, column: str, pattern: str, example: str) -> str:
        text = self.text(column)
        if not re.fullmatch(pattern, text):
            self.refuse(column, f"“{text}” has the wrong form.", f"Write it like {example}.")
        return text

    def choice(self, column: str, values: list[str]) -> str:
        text = self.text(column)
        if text not in values:
            self.refuse(column, f"“{text}” is not a known value.", f"Use one of {values}.")
        return text

    def flag(self, column: str) -> bool:
        return self.choice(column, ["true", "false"]) == "true"

    def day(self, column: str) -> date | None:
        text = self.text(column)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.refuse(column, f"“{text}” is not a day.", "Write it like 2025-06-30.")
            return None

    def whole(self, column: str, least: int = 0) -> int | None:
        text = self.text(column)
        if not text:
            return None
        if not text.isascii() or not text.isdigit() or int(text) < least:
            self.refuse(column, f"“{text}” is not a whole number from {least} on.", "Correct it.")
            return None
        return int(text)

    def degrees(self, column: str, limit: int) -> Decimal | None:
        """Return degrees between -`limit` and `limit` with at most three decimals."""
        text = self.text(column)
        if not text:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation:
            self.refuse(column, f"“{text}” is not a number.", "Write degrees like 24.480.")
            return None
        if not value.is_finite() or abs(value) > limit:
            hint = "; latitude and longitude may have changed places"
            is_other = value.is_finite() and limit < abs(value) <= FURTHEST
            problem = f"{text} is out of range{hint if is_other else ''}."
            self.refuse(column, problem, f"Use -{limit} to {limit} (WGS 84).")
            return None
        if value != value.quantize(THREE_DECIMALS):
            self.refuse(column, f"{text} has too many decimals.", "Round to three.")
        return value.quantize(THREE_DECIMALS)
