"""Whether published examples of the exchange format come out of our writers unchanged."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from monitoring.open_data.emodnet import ANIMALS, BEACHES, LITTER, SEAFLOOR, SURVEYS
from monitoring.open_data.emodnet.wide import surveyed
from monitoring.open_data.sheets import Sheet
from partnership.core.spreadsheets import BOM

SHEETS: Final[dict[str, Sheet[Any]]] = {
    "beaches": BEACHES,
    "surveys": SURVEYS,
    "animals": ANIMALS,
    "litter": LITTER,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One file: its rows, how many lines differ, and whether it was made from another layout."""

    file: str
    rows: int
    differences: int
    is_made_from_input: bool


def compare(folder: Path) -> list[Compared]:
    """Write every example in `folder` again and compare line by line, whatever their order.

    Where the input of an example is there, it is made from that; the others are read and written.
    """
    found = []
    for file in sorted(folder.glob("*_output_*.csv")):
        example, _sep, name = file.stem.partition("_output_")
        made = _from_input(folder, example).get(name)
        found.append(_compared(file, SHEETS[name], made))
    found.extend(
        _compared(file, SEAFLOOR, None) for file in sorted(folder.glob("seafloor_*_output.tsv"))
    )
    return found


def _from_input(folder: Path, example: str) -> dict[str, Iterable[Any]]:
    surveys = folder / f"{example}_input_sheet1.csv"
    if not surveys.exists():
        return {}
    items = _records(folder / f"{example}_input_sheet2.csv", ",")
    made = surveyed(_records(surveys, ","), {row["Code"]: row["Items name"] for row in items})
    return {"beaches": made.beaches.values(), "surveys": made.surveys, "litter": made.litter}


def _compared(file: Path, sheet: Sheet[Any], made: Iterable[Any] | None) -> Compared:
    expected = _table(file.read_text("utf-8-sig"), sheet.delimiter)
    rows = [sheet.read(row) for row in _records(file, sheet.delimiter)] if made is None else made
    written = _table("".join(sheet.lines(rows)), sheet.delimiter)
    head, *lines = expected
    ours, *our_lines = written
    there, here = Counter(lines), Counter(our_lines)
    differing = (there - here) + (here - there)
    return Compared(file.name, len(lines), differing.total() + (head != ours), made is not None)


def _records(file: Path, delimiter: str) -> Iterator[Mapping[str, str]]:
    head, *lines = _table(file.read_text("utf-8-sig"), delimiter)
    return (dict(zip(head, line, strict=True)) for line in lines)


def _table(text: str, delimiter: str) -> list[tuple[str, ...]]:
    lines = text.removeprefix(BOM).splitlines(keepends=True)
    return [tuple(line) for line in csv.reader(lines, delimiter=delimiter)]
