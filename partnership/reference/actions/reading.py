"""Reading the reference files: rows and faults, nothing else."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


@dataclass(frozen=True)
class Fault:
    """What is wrong, where, and what to do about it. `line` 0 is the file as a whole."""

    file: str
    line: int
    column: str
    problem: str
    cure: str

    def __str__(self) -> str:
        where = ", ".join(
            [self.file, *([f"line {self.line}"] if self.line else []), *filter(None, [self.column])]
        )
        return f"{where}: {self.problem} {self.cure}"


class ReferenceFaulty(DomainError):
    """The files have faults; nothing was written."""

    code = "reference-faulty"
    message = _("The reference files have faults. Nothing was written.")

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__()
        self.faults = faults


@dataclass(frozen=True)
class Row:
    """One line of a file; `line` counts as an editor does, the header being line 1."""

    file: str
    line: int
    cells: dict[str, str]


@dataclass
class Files:
    """The folder of reference files and the faults found so far."""

    folder: Path
    faults: list[Fault] = field(default_factory=list)

    def rows(self, file: str, columns: tuple[str, ...]) -> Iterator[Row]:
        """Yield the rows of `file`, which must have exactly these columns."""
        lines = self._lines(file)
        if not lines:
            return
        if tuple(lines[0][1]) != columns:
            self._refuse_header(file, lines[0][1], columns)
            return
        for number, cells in lines[1:]:
            if len(cells) == len(columns):
                yield Row(file, number, dict(zip(columns, map(str.strip, cells), strict=True)))
            else:
                self._refuse_width(file, number, len(cells), len(columns))

    def _lines(self, file: str) -> list[tuple[int, list[str]]]:
        try:
            with (self.folder / file).open(encoding="utf-8-sig", newline="") as lines:
                reader = csv.reader(lines, strict=True)
                return [(reader.line_num, cells) for cells in reader]
        except FileNotFoundError:
            self._refuse(file, 0, "The file is missing.", "Put it into the folder.")
        except UnicodeDecodeError:
            self._refuse(file, 0, "The file is not UTF-8.", "Save it as CSV UTF-8.")
        except csv.Error as error:
            self._refuse(file, 0, f"The file is not CSV: {error}.", "Check the quotation marks.")
        return []

    def _refuse_header(self, file: str, found: list[str], columns: tuple[str, ...]) -> None:
        missing = [name for name in columns if name not in found]
        unknown = [name for name in found if name not in columns]
        self._refuse(
            file,
            1,
            f"The columns differ (missing: {missing}, unknown: {unknown}).",
            f"Use these, in this order: {','.join(columns)}.",
        )

    def _refuse_width(self, file: str, line: int, found: int, wanted: int) -> None:
        self._refuse(
            file,
            line,
            f"The row has {found} cells instead of {wanted}.",
            "Put texts with commas into quotation marks.",
        )

    def _refuse(self, file: str, line: int, problem: str, cure: str) -> None:
        self.faults.append(Fault(file, line, "", problem, cure))
