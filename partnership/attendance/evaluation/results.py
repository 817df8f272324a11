"""What came of an evaluation: charts with their tables, words, and lines for a CSV file."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnership.attendance.choices import QuestionKind
from partnership.attendance.models import Answer, Plan, Question
from partnership.core import languages
from partnership.core.charts import Chart, Point, Series

FEWEST: Final = 3  # responses, below which somebody could be recognised
RATINGS: Final = range(5, 0, -1)


@dataclass(frozen=True)
class Rated:
    """A rating question: how often each rating came, and the mean."""

    chart: Chart
    mean: float | None
    chart_id: str


@dataclass(frozen=True)
class Said:
    """A question answered in words."""

    question: str
    words: Sequence[str]


@dataclass(frozen=True)
class Results:
    """`is_shown` is false while so few have answered that somebody could be recognised."""

    responses: int
    invited: int
    rated: Sequence[Rated]
    said: Sequence[Said]

    @property
    def is_shown(self) -> bool:
        return self.responses >= FEWEST


def results_of(plan: Plan, invited: int) -> Results:
    """Return the results in the active language: three queries, however many have answered."""
    responses = plan.responses.count()
    if responses < FEWEST:
        return Results(responses, invited, (), ())
    answers = list(Answer.objects.filter(response__plan=plan).order_by("response"))
    questions = list(plan.questions.all())
    rated = [_rated(row, answers) for row in questions if row.kind == QuestionKind.RATING]
    said = [_said(row, answers) for row in questions if row.kind == QuestionKind.TEXT]
    return Results(responses, invited, rated, said)


def lines(plan: Plan) -> Iterator[list[object]]:
    """Yield the headings, then one line for each response, in an order that says nothing."""
    questions = list(plan.questions.all())
    yield [_text(question) for question in questions]
    if plan.responses.count() < FEWEST:
        return
    for response in plan.responses.order_by("pk").prefetch_related("answers"):
        given = {answer.question_id: answer for answer in response.answers.all()}
        yield [_value(given.get(question.pk)) for question in questions]


def _value(answer: Answer | None) -> object:
    if answer is None:
        return ""
    return answer.text if answer.rating is None else answer.rating


def _rated(question: Question, answers: Sequence[Answer]) -> Rated:
    ratings = [row.rating for row in answers if row.question_id == question.pk and row.rating]
    counted = Counter(ratings)
    chart = Chart(
        title=_text(question),
        unit=pgettext("evaluation", "responses"),
        label_heading=_("Rating"),
        series=[
            Series(_("Answers"), [Point(label(rating), counted[rating]) for rating in RATINGS])
        ],
    )
    mean = round(sum(ratings) / len(ratings), 1) if ratings else None
    return Rated(chart, mean, f"question-{question.pk}")


def _said(question: Question, answers: Sequence[Answer]) -> Said:
    words = [row.text for row in answers if row.question_id == question.pk and row.text]
    return Said(_text(question), words)


def label(rating: int) -> str:
    """Return what a rating means; only its ends are words, as on the form."""
    ends = {
        5: pgettext("rating", "very good"),
        1: pgettext("rating", "very poor"),
    }
    return f"{rating} {ends[rating]}" if rating in ends else str(rating)


def _text(question: Question) -> str:
    return getattr(question, languages.column("text"))
