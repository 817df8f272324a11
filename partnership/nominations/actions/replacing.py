"""Naming somebody else: the seat stays with the organisation."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.documents.models import StoredFile
from partnership.nominations import messages, policies
from partnership.nominations.actions import rows
from partnership.nominations.actions.deciding import accepted
from partnership.nominations.actions.filling import begun
from partnership.nominations.actions.submitting import hand_in
from partnership.nominations.choices import REPLACEABLE, NominationStatus
from partnership.nominations.errors import AlreadyReplaced, LetterMissing, StepRefused
from partnership.nominations.models import Nomination
from partnership.nominations.nominee import Nominee

S = NominationStatus


@transaction.atomic
def propose_substitute(
    nomination: Nomination, nominee: Nominee, letter: StoredFile | None, *, by: User
) -> Nomination:
    """Hand in somebody instead of another, until the event begins, whatever the deadline.

    It goes the way of every nomination; when the secretariat accepts, the two change places.
    """
    policies.may_submit(by, nomination.quota).require()
    if letter is None:
        raise LetterMissing
    row = _named_instead(nomination, nominee, by=by)
    hand_in(row.quota, [row], letter, by=by)
    messages.handed_in(row.quota, [row])
    return row


@transaction.atomic
def substitute(nomination: Nomination, nominee: Nominee, *, by: User) -> Nomination:
    """Put somebody on another's seat at once, as the secretariat when the organisation called."""
    policies.may_decide(by).require()
    row = _named_instead(nomination, nominee, by=by)
    row = rows.move_to(row, S.SUBMITTED, by=by, submitted_by=by, letter=nomination.letter)
    row, now = rows.begin_with(row)
    accepted(row, now, by=by)
    messages.decided(row)
    return row


def _named_instead(nomination: Nomination, nominee: Nominee, *, by: User) -> Nomination:
    old, now = rows.begin_with(nomination)
    rows.require_to_come(old.quota.event, now)
    if old.status not in REPLACEABLE:
        raise StepRefused(status=old.get_status_display())
    if old.substitutes.live().exists():
        raise AlreadyReplaced
    row = begun(old.quota, nominee, by=by, replaces=old)
    row.quota = old.quota
    return row
