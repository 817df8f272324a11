"""The animals of a file, each a row judged by the form's own row."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from monitoring.surveying.forms import Animal
from monitoring.surveying.sheet import MOST_SORTS
from monitoring.workbook.cells import Book, Row, Table
from monitoring.workbook.columns import CODE, SURVEY_CODE, Column
from monitoring.workbook.counting import plain, survey_faults
from monitoring.workbook.findings import Said
from monitoring.workbook.rows import Judge, refused, said_of
from monitoring.workbook.values import value_of

PART: Final = "animals"


@dataclass
class Sightings:
    """Animals by survey, as a browser would have sent them, and what is wrong with them."""

    of: dict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))
    faults: list[Said] = field(default_factory=list)


def seen(book: Book, surveys: set[str]) -> Sightings:
    """Return the animals found in the `surveys` of the file."""
    found = Sightings()
    table = book.animals
    if table is None or SURVEY_CODE not in table.letters:
        return found
    judge = Judge({PART: Animal})
    for row in table.rows:
        code = plain(row.text(SURVEY_CODE))
        faults = list(survey_faults(table, row, surveys))
        if not faults and len(found.of[code]) == MOST_SORTS:
            faults.append(said_of(table, row, CODE, "M029", value=code, most=MOST_SORTS))
        texts: dict[str, str] = {}
        if "M008" not in {fault.code for fault in faults}:
            faults += _read(table, row, book.layout.animals[1:], texts, judge)
        found.faults += faults
        found.of[code].append(texts)
    return found


def _read(
    table: Table, row: Row, columns: tuple[Column, ...], texts: dict[str, str], judge: Judge
) -> Iterator[Said]:
    """Take the cells of a row over into `texts`, and say what is wrong with them."""
    faulty = set()
    for column in columns:
        cell = row.cells.get(column.name)
        if cell is None:
            texts[column.name] = str(column.field.initial or "")
            continue
        value = value_of(column, cell)
        if value.code or cell.is_formula:
            faulty.add(column.name)
        if value.code and not cell.is_formula:
            yield said_of(table, row, column, value.code, allowed=value.allowed)
        texts[column.name] = value.text
    for name, errors in judge.judged(PART, texts).errors.as_data().items():
        if name not in faulty and name in table.letters:
            column = next(each for each in columns if each.name == name)
            for error in errors:
                yield refused(table, row, column, error)
