"""Locking what a deed is about, and leading it from one state to the next."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import TransitionRefused
from partnership.review.choices import DAYS, State, Step, leads_to
from partnership.review.errors import ReasonMissing
from partnership.review.models import Submission


def locked(submission: Submission) -> Submission:
    """Return the submission as the database has it, locked until the transaction ends."""
    return Submission.objects.select_for_update().get(pk=submission.pk)


def move(
    submission: Submission,
    target: State,
    *,
    by: User | None,
    verb: Verb = Verb.CHANGED,
    note: str = "",
    **values: Any,
) -> Submission:
    """Lead a locked submission to `target`, set `values`, give the next turn its due date."""
    if not leads_to(submission.state, target):
        raise TransitionRefused
    before = audit.snapshot(submission)
    submission.state = target
    submission.step = Step.DESK_CHECK if target == State.IN_REVIEW else ""
    submission.due_on, submission.reminded_on = due_for(target), None
    return store(submission, before, verb=verb, by=by, note=note, **values)


def store(
    submission: Submission,
    before: audit.Snapshot,
    *,
    by: User | None,
    verb: Verb = Verb.CHANGED,
    note: str = "",
    **values: Any,
) -> Submission:
    """Set `values`, save and record what differs from `before`."""
    for name, value in values.items():
        setattr(submission, name, value)
    submission.save()
    changes = audit.difference(before, audit.snapshot(submission))
    audit.record(verb, submission, by=by, changes=changes, note=note)
    return submission


def due_for(state: State) -> date | None:
    """Return by when whoever has the turn in `state` should act."""
    days = DAYS.get(state)
    return timezone.localdate() + timedelta(days=days) if days else None


def required(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing
    return reason.strip()
