"""What the secretariat decides about registrations, each once and with a reason where it hurts.

Reasons stand in the registration, which forgets them, and not in the history, which does not.
"""

from collections.abc import Collection

from django.db import transaction

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.errors import ReasonMissing
from partnership.events import policies
from partnership.events.actions import seats
from partnership.events.choices import DECIDABLE, CancelledBy, RegistrationStatus
from partnership.events.errors import AlreadyDecided, StepRefused
from partnership.events.models import Registration


@transaction.atomic
def approve(registration: Registration, *, by: User) -> Registration:
    """Accept who waits for a decision: a seat, or a place in the line when none is free."""
    policies.may_decide(by).require()
    row, now = seats.begin_with(registration)
    _require_undecided(row, {RegistrationStatus.PENDING})
    row.decided_by, row.decided_at = by, now
    seats.allot(row, now, by=by)
    return row


@transaction.atomic
def reject(registration: Registration, *, by: User, reason: str) -> Registration:
    """Decline who waits for a decision or in the line; the reason is told."""
    policies.may_decide(by).require()
    row, now = seats.begin_with(registration)
    _require_undecided(row, DECIDABLE)
    row.decided_by, row.decided_at = by, now
    row.decision_reason = _given(reason)
    seats.move(row, RegistrationStatus.REJECTED, now=now, by=by, verb=Verb.DECLINED)
    seats.settle(row.event, now)
    return row


@transaction.atomic
def cancel_for(registration: Registration, *, by: User, reason: str) -> Registration:
    """Cancel somebody's registration as the organiser; the reason is told."""
    policies.may_decide(by).require()
    row, now = seats.begin_with(registration)
    row.cancelled_by, row.decision_reason = CancelledBy.ORGANISER, _given(reason)
    row.decided_by, row.decided_at = by, now
    seats.move(row, RegistrationStatus.CANCELLED, now=now, by=by)
    seats.settle(row.event, now)
    return row


@transaction.atomic
def put_first(registration: Registration, *, by: User, reason: str) -> Registration:
    """Put somebody at the head of the waiting list; the reason is told."""
    policies.may_decide(by).require()
    row, now = seats.begin_with(registration)
    if row.status != RegistrationStatus.WAITLISTED:
        raise StepRefused(status=row.get_status_display())
    row.decision_reason = _given(reason)
    highest = row.event.registrations.waiting().values_list("waitlist_priority", flat=True)[0]
    before, row.waitlist_priority = row.waitlist_priority, highest + 1
    changes = {"waitlist_priority": [before, row.waitlist_priority]}
    seats.note_change(row, changes, by=by)
    seats.settle(row.event, now)
    return row


def _require_undecided(row: Registration, states: Collection[str]) -> None:
    if row.status in states:
        return
    if row.decided_by:
        raise AlreadyDecided(who=str(row.decided_by), status=row.get_status_display())
    raise StepRefused(status=row.get_status_display())


def _given(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing
    return reason.strip()
