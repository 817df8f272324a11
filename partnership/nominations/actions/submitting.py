"""Handing the list in, and taking people off it afterwards."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.documents.models import StoredFile
from partnership.events.actions import seats
from partnership.events.choices import CancelledBy, RegistrationStatus
from partnership.events.links import close_all
from partnership.events.models import Registration
from partnership.network import superiors
from partnership.nominations import messages, policies
from partnership.nominations.actions import rows
from partnership.nominations.choices import LOST, WITHDRAWABLE, NominationStatus
from partnership.nominations.errors import LetterMissing, NothingToSubmit, StepRefused
from partnership.nominations.models import Nomination, NominationQuota

S = NominationStatus


@transaction.atomic
def submit(quota: NominationQuota, letter: StoredFile | None, *, by: User) -> list[Nomination]:
    """Hand in everybody who is written or was returned, with one signed letter.

    The list goes to the body above first, where there is one that endorses.
    """
    policies.may_submit(by, quota).require()
    locked, now = rows.begin(quota)
    rows.require_open(locked, now)
    if letter is None:
        raise LetterMissing
    people = list(locked.nominations.with_organisation().ranked())
    if not people:
        raise NothingToSubmit
    handed_in = hand_in(locked, people, letter, by=by)
    messages.handed_in(locked, handed_in)
    return handed_in


def hand_in(
    quota: NominationQuota, people: list[Nomination], letter: StoredFile, *, by: User
) -> list[Nomination]:
    """Bring drafts to whoever decides next; the event is locked."""
    needs_endorsement = superiors.above(quota.organisation).exists()
    for row in people:
        row.quota = quota
        rows.move_to(
            row,
            S.SUBMITTED,
            by=by,
            verb=Verb.SUBMITTED,
            letter=letter,
            needs_endorsement=needs_endorsement,
            submitted_by=by,
            submitted_at=timezone.now(),
            endorsed_by=None,
            reason="",
        )
    return people


@transaction.atomic
def withdraw(nomination: Nomination, *, by: User, reason: str) -> Nomination:
    """Take somebody off the list who was handed in. A seat they have stays the organisation's."""
    policies.may_submit(by, nomination.quota).require()
    row, now = rows.begin_with(nomination)
    rows.require_to_come(row.quota.event, now)
    if row.status not in WITHDRAWABLE:
        raise StepRefused(status=row.get_status_display())
    why = rows.given(reason)
    take_off(row, by=by, reason=why)
    messages.withdrawn(row, why)
    return row


def take_off(row: Nomination, *, by: User, note: str = "", **columns: Any) -> None:
    """Withdraw and free the seat for somebody else of the organisation; the event is locked. A
    reason is one of the columns, which are forgotten; the note is of the history, which is not."""
    if row.registration and row.registration.status not in LOST:
        _end(row.registration, row, by=by)
    rows.move_to(row, S.WITHDRAWN, by=by, verb=Verb.CHANGED, note=note, **columns)


def _end(registration: Registration, nomination: Nomination, *, by: User) -> None:
    """End the registration and every link to it; the person reads why."""
    entry, now = seats.begin_with(registration)
    with override(entry.language):
        entry.decision_reason = _("%(organisation)s has named somebody else or nobody.") % {
            "organisation": nomination.quota.organisation
        }
    entry.cancelled_by = CancelledBy.ORGANISER
    seats.move(entry, RegistrationStatus.CANCELLED, now=now, by=by)
    close_all(entry)
