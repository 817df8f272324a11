"""What was read from a file: cells with their places, rows, tables, and what is odd about them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from monitoring.workbook.layouts import Layout


class Cell(NamedTuple):
    """What a cell shows, as text. `is_day` where the file holds a date and not a text,
    `is_formula` where it holds a formula, which is a fault of its own."""

    at: str
    text: str
    is_day: bool = False
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row that has content, with its cells by the name of their column."""

    number: int
    cells: dict[str, Cell]

    def text(self, name: str) -> str:
        found = self.cells.get(name)
        return found.text if found else ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below headings. `letters` are the columns by name, `codes` headings that may name an
    item by the name of their column, `unknown` those that name nothing."""

    sheet: str
    letters: dict[str, str]
    rows: list[Row]
    codes: dict[str, Cell] = field(default_factory=dict)
    unknown: list[Cell] = field(default_factory=list)

    def at(self, row: Row, name: str) -> str:
        """Return where a value stands, or would stand."""
        found = row.cells.get(name)
        return found.at if found else f"{self.letters.get(name, 'A')}{row.number}"


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something about a cell that no value shows, by the code of its rule."""

    sheet: str
    at: str
    code: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """What a file holds, by which workbook. Where it `is_one_table`, that has both surveys and
    counts. Only beaches have a sheet of animals, which may be left out."""

    layout: Layout
    surveys: Table
    counts: Table
    oddities: list[Oddity] = field(default_factory=list)
    is_one_table: bool = False
    animals: Table | None = None

    @property
    def row_count(self) -> int:
        """How many rows are checked."""
        counts = 0 if self.is_one_table else len(self.counts.rows)
        animals = len(self.animals.rows) if self.animals else 0
        return len(self.surveys.rows) + counts + animals
