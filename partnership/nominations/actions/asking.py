"""What the secretariat asks of organisations: whom they send, by when."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import ChangedMeanwhile
from partnership.events import actions as of_events
from partnership.events import times
from partnership.events.models import Event
from partnership.network.models import Organisation
from partnership.nominations import messages, policies
from partnership.nominations.actions import rows
from partnership.nominations.choices import reminders_due
from partnership.nominations.errors import AlreadyAsked, DeadlineNotOver, DecisionsWait, QuotaInUse
from partnership.nominations.models import NominationQuota


@transaction.atomic
def ask(
    event: Event,
    organisations: Iterable[Organisation],
    *,
    seats: int,
    reserve_seats: int,
    deadline: datetime,
    by: User,
) -> list[NominationQuota]:
    """Keep `seats` seats for each organisation and ask it to nominate; all or none."""
    policies.may_ask(by).require()
    made = [
        _ask_one(event, organisation, seats, reserve_seats, deadline, by)
        for organisation in organisations
    ]
    for quota in made:
        messages.asked(quota)
    return made


def _ask_one(
    event: Event,
    organisation: Organisation,
    seats: int,
    reserve_seats: int,
    deadline: datetime,
    by: User,
) -> NominationQuota:
    if NominationQuota.objects.filter(hold__event=event, hold__organisation=organisation).exists():
        raise AlreadyAsked(organisation=organisation)
    hold = of_events.hold_seats(event, organisation, seats, by=by)
    quota = NominationQuota.objects.create(
        hold=hold,
        reserve_seats=reserve_seats,
        deadline=deadline,
        reminders=reminders_due(deadline - timezone.now()),
    )
    audit.record(Verb.CREATED, quota, by=by)
    return quota


def lock_quota(quota: NominationQuota, *, by: User, version: int) -> NominationQuota:
    """Return it locked until the transaction ends, for a form about to save it."""
    policies.may_ask(by).require()
    locked, _now = rows.begin(quota)
    if locked.version != version:
        raise ChangedMeanwhile
    return locked


@transaction.atomic
def change_quota(
    quota: NominationQuota, *, seats: int, reserve_seats: int, deadline: datetime, by: User
) -> NominationQuota:
    """Give the organisation more or fewer places, or more time. A later deadline opens the list
    again, also after seats were given back."""
    policies.may_ask(by).require()
    locked, now = rows.begin(quota)
    rows.require_to_come(locked.event, now)
    named = locked.nominations.counting().count()
    if seats + reserve_seats < named:
        raise QuotaInUse(count=named)
    of_events.hold_seats(locked.event, locked.organisation, seats, by=by)
    locked, now = rows.begin(quota)
    before = audit.snapshot(locked)
    if deadline != locked.deadline:
        locked.reminders = reminders_due(deadline - now)
    locked.reserve_seats, locked.deadline = reserve_seats, deadline
    locked.version += 1
    if deadline > now:
        locked.released_at, locked.released_by = None, None
    locked.save()
    changes = audit.difference(before, audit.snapshot(locked))
    for counted in rows.COUNTED:
        changes.pop(counted, None)
    audit.record(Verb.CHANGED, locked, by=by, changes=changes)
    if "deadline" in changes and deadline > now:
        messages.asked(locked)
    return locked


@transaction.atomic
def release(quota: NominationQuota, *, by: User) -> int:
    """Give back what the organisation has not filled; return how many seats that are.

    Only after the deadline, and when nothing waits for a decision.
    """
    policies.may_ask(by).require()
    locked, now = rows.begin(quota)
    rows.require_to_come(locked.event, now)
    if not locked.is_over(now):
        raise DeadlineNotOver(moment=times.moment(locked.deadline, locked.event.timezone))
    waiting = locked.nominations.handed_in().count()
    if waiting:
        raise DecisionsWait(count=waiting)
    free = of_events.release_seats(locked.hold, by=by)
    locked.released_at, locked.released_by = now, by
    locked.save()
    audit.record(Verb.CHANGED, locked, by=by, changes={"released_seats": [None, free]})
    if free:
        messages.released(locked, free)
    return free
