"""Letting people in. The registration is locked, so that two stewards count nobody twice."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance import policies
from partnership.attendance.actions.noting import renew_one
from partnership.attendance.days import day_at, is_on
from partnership.attendance.errors import (
    AlreadyIn,
    DoesNotTakePlace,
    MorePeopleThanSeats,
    NoHeadCount,
    NotConfirmed,
    NotIn,
    NotToday,
)
from partnership.attendance.models import CheckIn
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.events import actions as events
from partnership.events import times
from partnership.events.choices import RegistrationStatus, Status
from partnership.events.details import Details
from partnership.events.models import Event, Registration
from partnership.events.zones import zone


@transaction.atomic
def check_in(registration: Registration, *, people: int, by: User) -> CheckIn:
    """Note that `people` of the registration have come today."""
    row, now = _begin(registration, by)
    if row.status != RegistrationStatus.CONFIRMED:
        raise NotConfirmed(status=row.get_status_display())
    _require_today(row.event, now)
    day = day_at(row.event, now)
    known = row.check_ins.on(day).select_related("by").first()
    if known is not None:
        at = known.at.astimezone(zone(row.event.timezone))
        raise AlreadyIn(time=f"{at:%H:%M}", who=known.by, people=known.people)
    if people < 1:
        raise NoHeadCount
    if people > row.seats:
        raise MorePeopleThanSeats(seats=row.seats)
    made = CheckIn.objects.create(registration=row, day=day, people=people, at=now, by=by)
    renew_one(row)
    _record(row, day.isoformat(), [0, made.people], by)
    return made


@transaction.atomic
def take_back(registration: Registration, *, by: User) -> None:
    """Undo today's check-in, after a tap on the wrong name."""
    row, now = _begin(registration, by)
    day = day_at(row.event, now)
    known = row.check_ins.on(day).first()
    if known is None:
        raise NotIn
    known.delete()
    renew_one(row)
    _record(row, day.isoformat(), [known.people, 0], by)


@transaction.atomic
def walk_in(event: Event, details: Details, *, by: User) -> CheckIn:
    """Let in who has come without a registration, if seats are free, and register them."""
    policies.may_check_in(by, event).require()
    _require_today(event, timezone.now())
    row = events.admit(event, details, by=by)
    return check_in(row, people=row.seats, by=by)


def _begin(registration: Registration, by: User) -> tuple[Registration, datetime]:
    rows = Registration.objects.select_for_update(of=("self",), no_key=True)
    row: Registration = rows.select_related("event").get(pk=registration.pk)
    policies.may_check_in(by, row.event).require()
    return row, timezone.now()


def _require_today(event: Event, now: datetime) -> None:
    if event.status not in (Status.PUBLISHED, Status.HELD):
        raise DoesNotTakePlace(status=event.get_status_display())
    if not is_on(event, now):
        when = times.span(
            event.starts_at, event.ends_at, event.timezone, is_all_day=event.is_all_day
        )
        raise NotToday(when=when)


def _record(row: Registration, day: str, people: list[int], by: User) -> None:
    audit.record(Verb.CHANGED, row, by=by, changes={"people_checked_in": people}, note=day)
