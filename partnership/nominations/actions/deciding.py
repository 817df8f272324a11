"""What the secretariat decides about nominations, each once and by one person.

Reasons stand in the nomination, which forgets them, and not in the history, which does not.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.events import actions as of_events
from partnership.events.choices import Source
from partnership.events.details import Details
from partnership.events.errors import AlreadyDecided
from partnership.events.models import Registration
from partnership.nominations import messages, policies
from partnership.nominations.actions import rows
from partnership.nominations.actions.submitting import take_off
from partnership.nominations.choices import CHANGES, DAYS_TO_ANSWER, ENDED, NominationStatus
from partnership.nominations.errors import StepRefused
from partnership.nominations.models import Nomination

S = NominationStatus


@transaction.atomic
def accept(nomination: Nomination, *, by: User) -> Nomination:
    """Give the person a seat of the organisation and ask them whether they come.

    Whom they replace loses theirs in the same moment.
    """
    row, now = _begin(nomination, S.ACCEPTED, by)
    accepted(row, now, by=by)
    messages.decided(row)
    return row


def accepted(row: Nomination, now: datetime, *, by: User) -> None:
    """Invite the person and note it; the event is locked."""
    before = row.replaces
    if before and before.status not in ENDED:
        before.quota = row.quota
        take_off(before, by=by, note=f"→ #{row.pk}")
    registration = _invited(row, now, by)
    rows.move_to(
        row,
        S.ACCEPTED,
        by=by,
        verb=Verb.ACCEPTED,
        registration=registration,
        told_answer=registration.status,
        **rows.decision(by),
    )


@transaction.atomic
def put_in_reserve(nomination: Nomination, *, by: User, reason: str = "") -> Nomination:
    """Keep the person in mind in case a seat of the organisation comes free."""
    row, _now = _begin(nomination, S.RESERVE, by)
    rows.move_to(row, S.RESERVE, by=by, **rows.decision(by, reason.strip()))
    messages.decided(row)
    return row


@transaction.atomic
def decline(nomination: Nomination, *, by: User, reason: str) -> Nomination:
    """Say no to the organisation, which reads why."""
    row, _now = _begin(nomination, S.DECLINED, by)
    why = rows.given(reason)
    rows.move_to(row, S.DECLINED, by=by, verb=Verb.DECLINED, **rows.decision(by, why))
    messages.decided(row)
    return row


@transaction.atomic
def return_to_organisation(nomination: Nomination, *, by: User, reason: str) -> Nomination:
    """Ask the organisation to change something and hand it in again."""
    row, _now = _begin(nomination, S.RETURNED, by)
    why = rows.given(reason)
    rows.move_to(row, S.RETURNED, by=by, verb=Verb.RETURNED, reason=why)
    messages.returned(row.quota, [row])
    return row


def _begin(
    nomination: Nomination, status: NominationStatus, by: User
) -> tuple[Nomination, datetime]:
    """Return the row under the lock, if it still waits for this; else say who was first."""
    policies.may_decide(by).require()
    row, now = rows.begin_with(nomination)
    rows.require_to_come(row.quota.event, now)
    if status in CHANGES[NominationStatus(row.status)]:
        return row, now
    if row.decided_by:
        raise AlreadyDecided(who=str(row.decided_by), status=row.get_status_display())
    raise StepRefused(status=row.get_status_display())


def _invited(row: Nomination, now: datetime, by: User) -> Registration:
    with override(row.language):
        organisation = str(row.quota.organisation)[:200]
    details = Details(
        email=row.email,
        language=row.language,
        name=row.name,
        latin_name=row.latin_name,
        organisation_name=organisation,
        position=row.position,
    )
    return of_events.invite(
        row.quota.event,
        details,
        by=by,
        until=now + timedelta(days=DAYS_TO_ANSWER),
        source=Source.NOMINATED,
        person=User.objects.active().filter(email=row.email).first(),
        hold=row.quota.hold,
    )
