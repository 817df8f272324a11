"""What the body above an organisation says to its list."""

from collections.abc import Iterable

from django.db import transaction

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.nominations import messages, policies
from partnership.nominations.actions import rows
from partnership.nominations.choices import NominationStatus
from partnership.nominations.errors import NothingChosen, StepRefused
from partnership.nominations.models import Nomination

S = NominationStatus


@transaction.atomic
def endorse(nominations: Iterable[Nomination], *, by: User) -> list[Nomination]:
    """Pass the chosen people of one list on to the secretariat; all or none."""
    people = [_waiting(each, by) for each in nominations]
    if not people:
        raise NothingChosen
    for row in people:
        rows.move_to(row, S.ENDORSED, by=by, verb=Verb.ENDORSED, endorsed_by=by)
    messages.endorsed(people[0].quota, people)
    return people


@transaction.atomic
def send_back(nominations: Iterable[Nomination], *, by: User, reason: str) -> list[Nomination]:
    """Return the chosen people of one list to the organisation, which reads why."""
    people = [_waiting(each, by) for each in nominations]
    if not people:
        raise NothingChosen
    why = rows.given(reason)
    for row in people:
        rows.move_to(row, S.RETURNED, by=by, verb=Verb.RETURNED, reason=why)
    messages.returned(people[0].quota, people)
    return people


def _waiting(nomination: Nomination, by: User) -> Nomination:
    policies.may_endorse(by, nomination).require()
    row, now = rows.begin_with(nomination)
    rows.require_to_come(row.quota.event, now)
    if row.status != S.SUBMITTED or not row.needs_endorsement:
        raise StepRefused(status=row.get_status_display())
    return row
