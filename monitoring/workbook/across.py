"""What surveys of a file have to do with each other, and with those handed in before."""

from collections.abc import Iterator
from typing import Any

from monitoring.workbook import values
from monitoring.workbook.answers import answers_of, is_same
from monitoring.workbook.cells import Table
from monitoring.workbook.columns import SURVEY_CODE
from monitoring.workbook.findings import Said, said
from monitoring.workbook.known import Key, Known
from monitoring.workbook.layouts import Layout
from monitoring.workbook.rows import SurveyRead
from partnership.review.models import Submission
from partnership.review.sheets import Answers, Sheet

Contents = tuple[int, frozenset[tuple[str, str | None]]]


def faults(table: Table, surveys: list[SurveyRead], known: Known, sheet: Sheet) -> Iterator[Said]:
    """Yield duplicates, mixed days, and what the database has already."""
    layout = known.layout
    yield from _codes(table, surveys, layout)
    yield from _spellings(table, layout)
    seen: set[Key] = set()
    said_already: dict[Contents, str] = {}
    for survey in surveys:
        key = key_of(survey)
        if key is None:
            continue
        contents = _contents(survey)
        alike = said_already.get(contents, "") if contents else ""
        if key in seen:
            yield _said(table, survey, layout, "replicate_no", "M051")
        elif alike and not survey.effort.get("reason"):
            yield _said(table, survey, layout, "reason", "M050", one=alike, other=survey.code)
        if key not in seen and contents:
            said_already.setdefault(contents, survey.code)
        seen.add(key)
        yield from _before(table, survey, key, known, sheet)
        yield from _out_of_the_ordinary(table, survey, known)


def key_of(survey: SurveyRead) -> Key | None:
    """Return which survey it is; None while place, day or replicate number are faulty."""
    if survey.place is None or survey.faulty & {"surveyed_on", "replicate_no"}:
        return None
    return survey.place.pk, survey.effort["surveyed_on"], survey.effort["replicate_no"]


def _codes(table: Table, surveys: list[SurveyRead], layout: Layout) -> Iterator[Said]:
    seen: set[str] = set()
    for survey in surveys:
        if survey.code and survey.code in seen:
            yield _said(table, survey, layout, SURVEY_CODE, "M024", value=survey.code)
        seen.add(survey.code)


def _spellings(table: Table, layout: Layout) -> Iterator[Said]:
    days = [column for column in layout.columns if column.is_day]
    cells = {
        row.cells[column.name]: (row, column)
        for row in table.rows
        for column in days
        if column.name in row.cells
    }
    found = list(values.misfits(list(cells)))
    rows = ", ".join(dict.fromkeys(str(cells[cell][0].number) for cell in found))
    for cell in found:
        column = cells[cell][1]
        facts = {"field": column.name, "column": str(column.label), "value": cell.text}
        yield said(table.sheet, cell.at, "M011", rows=rows, **facts)


def _contents(survey: SurveyRead) -> Contents | None:
    """Return by what a survey is recognised as another one's double; None where nothing is."""
    has_finds = any(count not in (None, "0") for count in survey.counts.values())
    if survey.place is None or not has_finds:
        return None
    return survey.place.pk, frozenset(survey.counts.items())


def _out_of_the_ordinary(table: Table, survey: SurveyRead, known: Known) -> Iterator[Said]:
    """Ask about what is out of the ordinary for its site, unless a reason is given."""
    layout, measured = known.layout, survey.measured
    is_whole = len(measured) == len(layout.effort.base_fields)  # no column is missing
    is_judged = is_whole and not survey.faulty and None not in survey.counts.values()
    if survey.place and is_judged and not measured["reason"]:
        total = sum(int(count) for count in survey.counts.values() if count)
        asked = layout.warnings(survey.place, measured, total, known.history)
        for code, value in asked:
            yield _said(table, survey, layout, "reason", code, value=str(value))


def _before(
    table: Table, survey: SurveyRead, key: Key, known: Known, sheet: Sheet
) -> Iterator[Said]:
    earlier = known.submissions.get(key, [])
    if key in known.approved and known.approved[key] not in {each.pk for each in earlier}:
        yield _said(table, survey, known.layout, "replicate_no", "M051")
    elif earlier and _has_changed(earlier[0], answers_of(survey, sheet), known.layout):
        yield _said(table, survey, known.layout, SURVEY_CODE, "M053")


def _has_changed(submission: Submission, answers: Answers, layout: Layout) -> bool:
    """Tell whether what is out of the author's hands differs from the file."""
    return not submission.is_with_author and not is_same(answers, submission.answers, layout)


def _said(
    table: Table, survey: SurveyRead, layout: Layout, name: str, code: str, **more: object
) -> Said:
    column = layout.by_name[name]
    facts: dict[str, Any] = {"value": survey.row.text(name), **more}
    at = table.at(survey.row, name)
    return said(table.sheet, at, code, field=name, column=str(column.label), **facts)
