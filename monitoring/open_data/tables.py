"""Surveys as one long table, a row for each count, and as a wide one, a column for each kind."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from monitoring.open_data.fields import ITEM, SURVEY, Counted, Field, cell, cells
from monitoring.open_data.records import CountRecord, SurveyRecord
from partnership.core.spreadsheets import csv_lines


def long_table(
    surveys: Iterable[Any], about: Sequence[Field] = SURVEY, of_item: Sequence[Field] = ITEM
) -> Iterator[str]:
    """Yield the long table of surveys on beaches, or of others by the columns of theirs; a survey
    without counts keeps its row, with blank items."""

    def lines() -> Iterator[Iterable[object]]:
        yield [field.name for field in (*about, *of_item)]
        for survey in surveys:
            of_survey = cells(about, survey)
            for count in survey.counts or (None,):
                yield [*of_survey, *cells(of_item, Counted(survey, count))]

    return csv_lines(lines())


def wide_table(surveys: Iterable[SurveyRecord], kinds: Sequence[CountRecord]) -> Iterator[str]:
    """Yield the wide table; what a survey did not record is blank."""

    def lines() -> Iterator[Iterable[object]]:
        yield [*(field.name for field in SURVEY), *(kind.column for kind in kinds)]
        for survey in surveys:
            found = {count.item: count.count for count in survey.counts}
            yield [*cells(SURVEY, survey), *(cell(found.get(kind.item)) for kind in kinds)]

    return csv_lines(lines())
