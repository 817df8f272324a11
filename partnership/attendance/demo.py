"""Who came to the demo events that are over: check-ins, sessions, certificates, answers.

Invented as the people are, and written as rows, so that nobody is told. The latest event still has its
certificates and its evaluation to begin: the secretariat's start page shows what waits.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from django.db import transaction
from django.utils import timezone

from partnership.accounts import demo as people
from partnership.accounts.loader import LOADER
from partnership.accounts.models import User
from partnership.attendance import actions
from partnership.attendance.actions import certifying, noting
from partnership.attendance.choices import QuestionKind, State
from partnership.attendance.days import days_of
from partnership.attendance.models import Answer, CheckIn, EvaluationTurn, Plan, Presence, Response
from partnership.attendance.querysets import to_ask, to_certify
from partnership.events.choices import Status
from partnership.events.models import Event, Registration, Session

SETTLED: Final = timedelta(days=30)  # after so long certificates and answers are there
ANSWERS: Final = 12  # people who answer the evaluation of an event
RATINGS: Final = (
    "545345425435",
    "443544355434",
    "555454535455",
)  # by question, one for each answer
WORDS: Final = (
    "演示数据：希望留出更多时间讨论计量方法。",
    "Demo data: we shall compare our own figures with these.",
    "演示数据：会前能读到材料就更好了。",
)


def load() -> int:
    """Write what is not there yet; return of how many events."""
    desk = User.objects.filter(email=people.PEOPLE[0].email).first()
    if desk is None:
        return 0
    events = Event.objects.filter(is_demo=True, status=Status.HELD, attendance_plan__isnull=True)
    found = list(events.select_related("place").order_by("starts_at"))
    for event in found:
        _write(event, desk)
    return len(found)


@transaction.atomic
def _write(event: Event, desk: User) -> None:
    now = timezone.now()
    is_settled = event.ends_at < now - SETTLED
    until = event.ends_at + 2 * SETTLED if is_settled else None
    plan = Plan.objects.create(event=event, evaluation_until=until)
    actions.take_usual_questions(plan, by=LOADER)
    rows = list(event.registrations.confirmed().select_related("event").order_by("pk"))
    _let_in(event, rows, desk)
    noting.renew(event, rows)
    if is_settled:
        for row in to_certify(event):
            certifying.write(row, event, by=desk)
        _answer(plan)


def _let_in(event: Event, rows: Sequence[Registration], desk: User) -> None:
    """Let most come to everything, some to the first half, some not at all; whoever sits on an
    organisation's seat has come, for the cities' reports speak of it."""
    sessions = [list(at_once) for _at, at_once in groupby(event.sessions.all(), _beginning)]
    absent = {row.pk for nth, row in enumerate(rows) if nth % 9 == 4 and not row.hold_id}
    came = [row for row in rows if row.pk not in absent]
    CheckIn.objects.bulk_create(
        CheckIn(registration=row, day=day, people=row.seats, at=event.starts_at, by=desk)
        for row in came
        for day in days_of(event)
    )
    Presence.objects.bulk_create(
        Presence(
            registration=row,
            session=session,
            state=State.ABSENT if row.pk in absent else state,
            noted_by=desk,
            noted_at=event.ends_at,
        )
        for nth, row in enumerate(rows)
        for session, state in _visits(sessions, nth, leaves=nth % 7 == 3 and not row.hold_id)
    )


def _beginning(session: Session) -> datetime:
    return session.starts_at


def _visits(
    sessions: Sequence[list[Session]], nth: int, *, leaves: bool
) -> Iterator[tuple[Session, State]]:
    """Yield which sessions somebody was to visit, one of those at the same time, and how it went."""
    half = len(sessions) // 2
    for number, at_once in enumerate(sessions):
        yield (
            at_once[nth % len(at_once)],
            State.ABSENT if leaves and number >= half else State.PRESENT,
        )


def _answer(plan: Plan) -> None:
    questions = list(plan.questions.all())
    turns = list(to_ask(plan.event)[:ANSWERS])
    EvaluationTurn.objects.bulk_create(EvaluationTurn(registration=row) for row in turns)
    responses = Response.objects.bulk_create(Response(plan=plan) for _turn in turns)
    Answer.objects.bulk_create(
        Answer(response=response, question=question, rating=int(RATINGS[place % len(RATINGS)][nth]))
        if question.kind == QuestionKind.RATING
        else Answer(response=response, question=question, text=WORDS[(nth // 3) % len(WORDS)])
        for nth, response in enumerate(responses)
        for place, question in enumerate(questions)
        if question.kind == QuestionKind.RATING or nth % 3 == 0
    )
