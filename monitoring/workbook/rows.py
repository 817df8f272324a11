"""One survey of the file, judged by the form of a single survey."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from monitoring.surveying.checks import COUNTS
from monitoring.workbook.cells import Cell, Row, Table
from monitoring.workbook.columns import CODE, EXAMPLE, SURVEY_CODE, Column
from monitoring.workbook.counting import plain
from monitoring.workbook.findings import OTHERS, Said, said
from monitoring.workbook.known import Known
from monitoring.workbook.layouts import Layout
from monitoring.workbook.values import value_of
from partnership.core import languages
from partnership.review.sheets import SheetForm


class Judge:
    """The forms of a single survey, made once and given one survey after the other."""

    def __init__(self, forms: dict[str, type[SheetForm]]) -> None:
        self.forms = {part: form({}, language=languages.current()) for part, form in forms.items()}

    def judged(self, part: str, texts: dict[str, str]) -> SheetForm:
        """Return the form of `part` with what it says about `texts`."""
        form = self.forms[part]
        form.data = texts
        form.full_clean()
        return form


@dataclass
class SurveyRead:
    """A survey as the file has it: where it was made, and by part of the form what a browser would have
    sent. `measured` is the effort as the form understood it, as far as it is right."""

    row: Row
    code: str
    counts: dict[str, str | None]
    texts: dict[str, dict[str, str]]
    place: Any = None
    measured: dict[str, Any] = field(default_factory=dict)
    faults: list[Said] = field(default_factory=list)
    formulas: set[str] = field(default_factory=set)
    animals: list[dict[str, str]] = field(default_factory=list)

    @property
    def faulty(self) -> set[str]:
        """Fields of which something is wrong already; what follows from that is not told."""
        return {fault.field for fault in self.faults} | self.formulas

    @property
    def effort(self) -> dict[str, str]:
        return self.texts["effort"]


def read(
    table: Table, row: Row, known: Known, counts: dict[str, str | None], judge: Judge
) -> SurveyRead:
    """Return the survey in `row` with its faults."""
    texts: dict[str, dict[str, str]] = {part: {} for part in judge.forms}
    survey = SurveyRead(row, plain(row.text(SURVEY_CODE)), counts, texts)
    if survey.code.upper() == EXAMPLE:
        survey.faults.append(said_of(table, row, CODE, "M008"))
        return survey
    for column in known.layout.columns:
        survey.faults += _take(survey, table, column, known)
    cleaned: dict[str, Any] = {}
    for part in judge.forms:
        judged = judge.judged(part, survey.texts[part])
        for name, errors in judged.errors.as_data().items():
            if name in survey.faulty or name not in table.letters:
                continue
            column = known.layout.by_name[name]
            survey.faults += [refused(table, row, column, error) for error in errors]
        cleaned[part] = judged.cleaned_data
    survey.measured = cleaned["effort"]
    survey.faults += _together(survey, table, known.layout, cleaned)
    return survey


def _take(survey: SurveyRead, table: Table, column: Column, known: Known) -> Iterator[Said]:
    """Take a cell over, or say why it cannot be."""
    cell = survey.row.cells.get(column.name)
    if cell is None:
        yield from _blank(survey, table, column, known.layout)
        return
    if cell.is_formula:
        survey.formulas.add(column.name)
    elif column.name == known.layout.place:
        yield from _placed(survey, table, column, cell, known)
    elif column.part:
        value = value_of(column, cell)
        if value.code:
            values = {"value": cell.text, "allowed": value.allowed}
            yield said_of(table, survey.row, column, value.code, **values)
        if value.text:
            survey.texts[column.part][column.name] = value.text


def _blank(survey: SurveyRead, table: Table, column: Column, layout: Layout) -> Iterator[Said]:
    """Say that a blank must be filled in, or begin with what the form begins with."""
    if column.is_required and column.name in table.letters:
        rule = layout.missing.get(column.name, "M002")
        yield said_of(table, survey.row, column, rule, denominator=column.label)
    elif column.part and column.field.initial:
        survey.texts[column.part][column.name] = str(column.field.initial)


def _placed(
    survey: SurveyRead, table: Table, column: Column, cell: Cell, known: Known
) -> Iterator[Said]:
    """Find where the survey was made."""
    code, layout = plain(cell.text), known.layout
    survey.place = known.own.get(code)
    if survey.place is None:
        rule = layout.foreign_place if code in known.foreign else layout.unknown_place
        yield said_of(table, survey.row, column, rule, value=code)


def _together(
    survey: SurveyRead, table: Table, layout: Layout, cleaned: dict[str, Any]
) -> Iterator[Said]:
    """Check what the fields say together; a faulty field stands aside for a harmless value."""
    counts, fields = survey.counts, layout.effort.base_fields
    unknown = {name for name in fields if name not in survey.measured}
    unknown |= survey.faulty & set(layout.by_name)
    effort = layout.harmless(
        dict.fromkeys(fields) | survey.measured,
        unknown,
        is_nothing=not any(_number(count) for count in counts.values()),
    )
    faulty = 0 if effort["nothing_found"] else 1
    numbers = {item: _number(count, faulty) for item, count in counts.items()}
    for problem in layout.problems({**cleaned, "effort": effort, COUNTS: numbers}):
        name = problem.path.split(".")[1]
        if name not in unknown:
            code = problem.code or OTHERS
            yield said_of(table, survey.row, layout.by_name[name], code, text=problem.message)


def _number(count: str | None, faulty: int = 0) -> int:
    return faulty if count is None else int(count)


def refused(table: Table, row: Row, column: Column, error: Any) -> Said:
    """Return what the form says of a value, by the code of its rule where it has one."""
    if error.code == "required":
        return said_of(table, row, column, "M002")
    code = error.code if str(error.code).startswith("M0") else OTHERS
    value = row.text(column.name)
    return said_of(table, row, column, code, value=value, text=" ".join(error.messages))


def said_of(table: Table, row: Row, column: Column, code: str, **values: Any) -> Said:
    """Return a fault of the cell in which `column` stands, or would stand."""
    values.setdefault("value", row.text(column.name))
    return said(
        table.sheet,
        table.at(row, column.name),
        code,
        field=column.name,
        column=str(column.label),
        **values,
    )
