"""One survey of the file, judged by the form of a single survey."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from monitoring.models import SamplingUnit
from monitoring.surveying import checks
from monitoring.surveying.checks import COUNTS
from monitoring.surveying.forms import Effort, Team
from monitoring.workbook.cells import Cell, Row, Table
from monitoring.workbook.columns import (
    EXAMPLE,
    SURVEY_CODE,
    SURVEY_COLUMNS,
    TRANSECT,
    Column,
)
from monitoring.workbook.counting import plain
from monitoring.workbook.findings import OTHERS, Said, said
from monitoring.workbook.known import Known
from monitoring.workbook.values import value_of
from partnership.core import languages
from partnership.review.sheets import SheetForm

FORMS = {"effort": Effort, "team": Team}


class Judge:
    """The forms of a single survey, made once and given one survey after the other."""

    def __init__(self) -> None:
        self._forms = {part: form({}, language=languages.current()) for part, form in FORMS.items()}

    def judged(self, part: str, texts: dict[str, str]) -> SheetForm:
        """Return the form of `part` with what it says about `texts`."""
        form = self._forms[part]
        form.data = texts
        form.full_clean()
        return form


@dataclass
class SurveyRead:
    """A survey as the file has it. `texts` are what a browser would have sent, by part of the form."""

    row: Row
    code: str
    counts: dict[str, str | None]
    unit: SamplingUnit | None = None
    texts: dict[str, dict[str, str]] = field(default_factory=lambda: {part: {} for part in FORMS})
    faults: list[Said] = field(default_factory=list)
    formulas: set[str] = field(default_factory=set)

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
    survey = SurveyRead(row, plain(row.text(SURVEY_CODE)), counts)
    if survey.code.upper() == EXAMPLE:
        survey.faults.append(_said(table, row, SURVEY_COLUMNS[0], "M008"))
        return survey
    for column in SURVEY_COLUMNS:
        survey.faults += _take(survey, table, column, known)
    cleaned: dict[str, Any] = {}
    for part in FORMS:
        judged = judge.judged(part, survey.texts[part])
        for name, errors in judged.errors.as_data().items():
            if name in survey.faulty or name not in table.letters:
                continue
            survey.faults += [_refused(table, row, name, error) for error in errors]
        cleaned[part] = judged.cleaned_data
    survey.faults += _together(survey, table, cleaned)
    return survey


def _take(survey: SurveyRead, table: Table, column: Column, known: Known) -> Iterator[Said]:
    """Take a cell over, or say why it cannot be."""
    cell = survey.row.cells.get(column.name)
    if cell is None:
        yield from _blank(survey, table, column)
        return
    if cell.is_formula:
        survey.formulas.add(column.name)
    elif column.name == TRANSECT:
        yield from _transect(survey, table, column, cell, known)
    elif column.part:
        value = value_of(column, cell)
        if value.code:
            values = {"value": cell.text, "allowed": value.allowed}
            yield _said(table, survey.row, column, value.code, **values)
        if value.text:
            survey.texts[column.part][column.name] = value.text


def _blank(survey: SurveyRead, table: Table, column: Column) -> Iterator[Said]:
    """Say that a blank must be filled in, or begin with what the form begins with."""
    if column.is_required and column.name in table.letters:
        yield _said(table, survey.row, column, "M002")
    elif column.part and column.field.initial:
        survey.texts[column.part][column.name] = str(column.field.initial)


def _transect(
    survey: SurveyRead, table: Table, column: Column, cell: Cell, known: Known
) -> Iterator[Said]:
    code = plain(cell.text)
    survey.unit = known.own.get(code)
    if survey.unit is None:
        fault = "M026" if code in known.foreign else "M025"
        yield _said(table, survey.row, column, fault, value=code)


def _together(survey: SurveyRead, table: Table, cleaned: dict[str, Any]) -> Iterator[Said]:
    """Check what the fields say together; a faulty field stands aside for a harmless value."""
    counts = survey.counts
    effort = dict.fromkeys(Effort.base_fields) | cleaned["effort"]
    names = {column.name: column for column in SURVEY_COLUMNS}
    unknown = {name for name in Effort.base_fields if name not in cleaned["effort"]}
    unknown |= survey.faulty & set(names)
    stand_ins = {
        "surveyed_on": date.max,
        "last_cleaned_on": date.min,
        "length_m": Decimal(100),
        "reason": "-",
        "weight_kg": None,
        "last_storm_on": None,
        "nothing_found": not any(_number(count) for count in counts.values()),
        "is_cleaning_unknown": not effort["last_cleaned_on"],
    }
    effort |= {name: value for name, value in stand_ins.items() if name in unknown}
    faulty = 0 if effort["nothing_found"] else 1
    numbers = {item: _number(count, faulty) for item, count in counts.items()}
    for problem in checks.problems({"effort": effort, COUNTS: numbers}):
        name = problem.path.split(".")[1]
        if name not in unknown:
            code = problem.code or OTHERS
            yield _said(table, survey.row, names[name], code, text=problem.message)


def _number(count: str | None, faulty: int = 0) -> int:
    return faulty if count is None else int(count)


def _refused(table: Table, row: Row, name: str, error: Any) -> Said:
    column = next(column for column in SURVEY_COLUMNS if column.name == name)
    if error.code == "required":
        return _said(table, row, column, "M002")
    code = error.code if str(error.code).startswith("M0") else OTHERS
    value = row.text(name)
    return _said(table, row, column, code, value=value, text=" ".join(error.messages))


def _said(table: Table, row: Row, column: Column, code: str, **values: Any) -> Said:
    values.setdefault("value", row.text(column.name))
    return said(
        table.sheet,
        table.at(row, column.name),
        code,
        field=column.name,
        column=str(column.label),
        **values,
    )
