"""Evaluation: the questions, the invitation, the answers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance import policies
from partnership.attendance.choices import QuestionKind
from partnership.attendance.errors import (
    EvaluationNotReady,
    NotHeldYet,
    QuestionsThereAlready,
)
from partnership.attendance.evaluation import standing
from partnership.attendance.evaluation.usual import USUAL
from partnership.attendance.messages import invite_to_evaluate
from partnership.attendance.models import Answer, EvaluationTurn, Plan, Question, Response
from partnership.attendance.querysets import to_ask
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.events.choices import TOOK_PLACE
from partnership.events.models import Registration
from partnership.notifications import wake

PART: Final = 50  # people invited in one transaction
TASK: Final = "partnership.attendance.tasks.invite_to_evaluate"


@transaction.atomic
def take_usual_questions(plan: Plan, *, by: User) -> None:
    """Begin an evaluation with the usual questions."""
    policies.may_arrange(by).require()
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.questions.exists():
        raise QuestionsThereAlready
    Question.objects.bulk_create(
        Question(plan=locked, kind=kind, text_zh_hans=chinese, text_en=english, order=order)
        for order, (kind, chinese, english) in enumerate(USUAL)
    )
    audit.record(Verb.CHANGED, locked, by=by, changes={"questions": [0, len(USUAL)]})


@transaction.atomic
def begin_evaluation(plan: Plan, *, until: datetime, by: User) -> Plan:
    """Open the evaluation until a moment, and have everybody invited who attended; a later moment
    keeps it open longer and invites who was not invited yet."""
    policies.may_arrange(by).require()
    locked: Plan = (
        Plan.objects.select_for_update(of=("self",)).select_related("event").get(pk=plan.pk)
    )
    if locked.event.status not in TOOK_PLACE:
        raise NotHeldYet(status=locked.event.get_status_display())
    if not locked.questions.exists() or until <= timezone.now():
        raise EvaluationNotReady
    changes: audit.Changes = {"evaluation_until": [str(locked.evaluation_until), until.isoformat()]}
    locked.evaluation_until, locked.invited_up_to, locked.is_inviting = until, 0, True
    locked.save()
    audit.record(Verb.CHANGED, locked, by=by, changes=changes)
    number = locked.pk
    transaction.on_commit(lambda: wake.up_for(TASK, number), robust=True)
    return locked


@transaction.atomic
def invite_next() -> bool:
    """Invite the next part of the people of the oldest evaluation; return whether there may be more.

    The place is kept in the transaction of the messages, so that nobody is left out or told twice.
    """
    rows = Plan.objects.inviting().select_for_update(of=("self",), skip_locked=True)
    plan = rows.select_related("event__place").first()
    if plan is None:
        return False
    people = list(to_ask(plan.event).filter(pk__gt=plan.invited_up_to).order_by("pk")[:PART])
    for registration in people:
        registration.event = plan.event
        invite_to_evaluate(registration, plan)
    plan.invited_up_to = people[-1].pk if people else plan.invited_up_to
    plan.is_inviting = len(people) == PART
    plan.save()
    return True


@transaction.atomic
def answer(registration: Registration, given: Mapping[int, int | str]) -> None:
    """Take somebody's answers, once. The door has asked who it is; what is kept does not say."""
    rows = Registration.objects.select_for_update(of=("self",), no_key=True)
    row = rows.select_related("event").get(pk=registration.pk)
    plan = standing.plan_of(row)
    refusal = standing.refusal(row, plan, timezone.now())
    if refusal is not None or plan is None:
        raise refusal or EvaluationNotReady
    EvaluationTurn.objects.create(registration=row)
    response = Response.objects.create(plan=plan)
    questions = plan.questions.in_bulk()
    Answer.objects.bulk_create(
        _answer(response, questions[key], value) for key, value in given.items() if key in questions
    )
    audit.record(Verb.SUBMITTED, plan, by=None)


def _answer(response: Response, question: Question, value: int | str) -> Answer:
    if question.kind == QuestionKind.RATING:
        return Answer(response=response, question=question, rating=int(value))
    return Answer(response=response, question=question, text=str(value))
