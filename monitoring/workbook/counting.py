"""The counts of a file, one row for an item or one row for a survey."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from django.core.exceptions import ValidationError

from monitoring.choices import MOST_ITEMS
from monitoring.workbook.cells import Book, Cell, Row, Table
from monitoring.workbook.columns import COUNT, COUNT_COLUMNS, EXAMPLE, ITEM_CODE, SURVEY_CODE
from monitoring.workbook.findings import Said, said
from monitoring.workbook.known import Known
from monitoring.workbook.structure import is_long
from monitoring.workbook.values import number_of

CODE, ITEM, NUMBER = COUNT_COLUMNS
JUDGE: Final = NUMBER.field


@dataclass
class Tallies:
    """Counts by survey and item, as text; what is blank is not among them, what is faulty is None."""

    of: dict[str, dict[str, str | None]] = field(default_factory=lambda: defaultdict(dict))
    faults: list[Said] = field(default_factory=list)

    def of_survey(self, code: str) -> dict[str, str | None]:
        """Return the counts of a survey; one without a code has none of its own."""
        return self.of.get(code, {}) if code else {}


def tallied(book: Book, known: Known, surveys: set[str]) -> Tallies:
    """Return what was counted in the `surveys` of the file, and what is wrong with it."""
    found = Tallies()
    if SURVEY_CODE not in book.counts.letters:
        return found
    if is_long(book.counts) and not book.is_one_table:
        _long(book.counts, known, surveys, found)
        return found
    if not book.is_one_table:
        for row in book.counts.rows:
            found.faults += survey_faults(book.counts, row, surveys)
    _wide(book.counts, known, found)
    return found


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a code as we write it, whatever the width of its letters."""
    return unicodedata.normalize("NFKC", text).strip()


def _long(table: Table, known: Known, surveys: set[str], found: Tallies) -> None:
    seen: set[tuple[str, str]] = set()
    right = {code for code in surveys if code and code.upper() != EXAMPLE}
    for row in table.rows:
        survey, item = plain(row.text(SURVEY_CODE)), plain(row.text(ITEM_CODE))
        if survey in right and item in known.items and (survey, item) not in seen:
            seen.add((survey, item))
            _count(table.sheet, row.cells.get(COUNT), survey, item, found)
            continue
        faults = list(survey_faults(table, row, surveys))
        faults += _item_faults(table.sheet, table.at(row, ITEM_CODE), row.text(ITEM_CODE), known)
        if not faults and (survey, item) in seen:
            at = table.at(row, ITEM_CODE)
            faults.append(_item_said(table.sheet, at, "M032", item))
        found.faults += faults
        seen.add((survey, item))
        _count(table.sheet, row.cells.get(COUNT), survey, item, found)


def _wide(table: Table, known: Known, found: Tallies) -> None:
    items: dict[str, str] = {}
    for name, heading in table.codes.items():
        code = plain(heading.text).split()[0]
        faults = list(_item_faults(table.sheet, heading.at, code, known))
        if not faults and code in items.values():
            faults.append(_item_said(table.sheet, heading.at, "M032", code))
        found.faults += faults
        if not faults:
            items[name] = code
    for row in table.rows:
        for name, code in items.items():
            _count(table.sheet, row.cells.get(name), plain(row.text(SURVEY_CODE)), code, found)


def survey_faults(table: Table, row: Row, surveys: set[str]) -> Iterator[Said]:
    """Yield what is wrong with the survey that a row is said to belong to."""
    code, at = plain(row.text(SURVEY_CODE)), table.at(row, SURVEY_CODE)
    facts = {"field": SURVEY_CODE, "column": str(CODE.label), "value": code}
    if not code:
        yield said(table.sheet, at, "M002", **facts)
    elif code.upper() == EXAMPLE:
        yield said(table.sheet, at, "M008", **facts)
    elif code not in surveys:
        yield said(table.sheet, at, "M023", **facts)


def _item_faults(sheet: str, at: str, text: str, known: Known) -> Iterator[Said]:
    code = plain(text)
    if not code:
        yield _item_said(sheet, at, "M002", code)
    elif code in known.items:
        return
    elif code in known.groups:
        yield _item_said(sheet, at, "M031", code)
    else:
        yield _item_said(sheet, at, "M030", code, list=known.item_list.name)


def _item_said(sheet: str, at: str, code: str, value: str, **values: Any) -> Said:
    return said(sheet, at, code, field=ITEM_CODE, column=str(ITEM.label), value=value, **values)


def _count(sheet: str, cell: Cell | None, survey: str, item: str, found: Tallies) -> None:
    """Note a count. Blank is "not recorded" and no zero."""
    if cell is None:
        return
    if cell.text.isdecimal() and cell.text.isascii() and int(cell.text) <= MOST_ITEMS:
        found.of[survey].setdefault(item, cell.text)
        return
    value = number_of(cell.text)
    code, text = value.code, ""
    if not code:
        try:
            JUDGE.clean(value.text)
        except ValidationError as refused:
            code, text = "M020", " ".join(refused.messages)
    if code and not cell.is_formula:
        facts = {"field": COUNT, "column": str(NUMBER.label), "value": cell.text}
        found.faults.append(said(sheet, cell.at, code, text=text, **facts))
    is_bad = bool(code)
    found.of[survey].setdefault(item, None if is_bad else value.text)
