"""All faults of a file in one pass; without one, its surveys as answers of the form."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from monitoring.workbook import across, animals, counting, rows, structure, values
from monitoring.workbook.answers import answers_of
from monitoring.workbook.cells import Book
from monitoring.workbook.columns import SURVEY_CODE
from monitoring.workbook.counting import plain
from monitoring.workbook.findings import Finding, Said, in_both_languages
from monitoring.workbook.known import Known
from monitoring.workbook.rows import SurveyRead
from partnership.accounts.models import User
from partnership.core import languages
from partnership.review.sheets import Answers, Sheet


@dataclass
class Checked:
    """What was found wrong, and the surveys when nothing was."""

    findings: list[Finding]
    surveys: list[tuple[SurveyRead, Answers]] = field(default_factory=list)
    known: Known | None = None


Told = Callable[[int], None]


def nobody(_rows: int) -> None:
    """Tell nobody how far it is."""


def check(book: Book, *, by: User, told: Told = nobody) -> Checked:
    """Return every fault of the file that `by` uploads; `told` hears how many rows are checked."""
    known = Known.to(by, book.layout)
    known.days = _days(book)
    form = book.layout.sheet(languages.current())
    read: list[SurveyRead] = []

    def faults() -> Iterator[Said]:
        read[:] = []
        return _faults(book, known, form, told, read)

    findings = in_both_languages(faults)
    if findings:
        return Checked(findings, known=known)
    return Checked([], [(survey, answers_of(survey, form)) for survey in read], known)


def _read(book: Book, known: Known, told: Told, surveys: list[SurveyRead]) -> Iterator[Said]:
    """Read every survey into `surveys`, and yield what is wrong with counts and animals."""
    codes = {plain(row.text(SURVEY_CODE)) for row in book.surveys.rows}
    tallies, sightings = counting.tallied(book, known, codes), animals.seen(book, codes)
    judge, before = rows.Judge(book.layout.parts), book.row_count - len(book.surveys.rows)
    for number, row in enumerate(book.surveys.rows, start=1):
        counts = tallies.of_survey(plain(row.text(SURVEY_CODE)))
        survey = rows.read(book.surveys, row, known, counts, judge)
        survey.animals = sightings.of.get(survey.code, [])
        surveys.append(survey)
        told(before + number)
    yield from tallies.faults
    yield from sightings.faults


def _faults(
    book: Book, known: Known, form: Sheet, told: Told, read: list[SurveyRead]
) -> Iterator[Said]:
    yield from structure.faults(book)
    if SURVEY_CODE not in book.surveys.letters:
        return
    yield from _read(book, known, told, read)
    for survey in read:
        yield from survey.faults
    yield from across.faults(book.surveys, read, known, form)


def _days(book: Book) -> list:
    texts = (row.text("surveyed_on") for row in book.surveys.rows)
    return [day for text in texts if (day := values.day_of(plain(text)))]
