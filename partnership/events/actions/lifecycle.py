"""The way of an event from its announcement to the archive; the table is in choices."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest, Least

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.events import deadlines, policies
from partnership.events.actions import seats
from partnership.events.actions.editing import DEEDS
from partnership.events.actions.notices import begin_notice
from partnership.events.actions.reminders import drop_reminders, renew_reminders
from partnership.events.choices import (
    STATUS_CHANGES,
    CancelledBy,
    NoticeKind,
    RegistrationStatus,
    Status,
)
from partnership.events.errors import NotOverYet, ReasonInBothLanguages, SameTime, StatusRefused
from partnership.events.models import Event


@transaction.atomic
def postpone(event: Event, *, by: User, reason_zh: str, reason_en: str) -> Event:
    """Put the event off without a new date. Seats and the line stay as they are."""
    locked, now = _begin(event, Status.POSTPONED, by)
    locked.sequence += 1
    begin_notice(locked, NoticeKind.POSTPONED)
    return _change(locked, Status.POSTPONED, now, by=by, **_reasons(reason_zh, reason_en))


@transaction.atomic
def cancel_event(event: Event, *, by: User, reason_zh: str, reason_en: str) -> Event:
    """Call the event off: every active registration ends with it."""
    locked, now = _begin(event, Status.CANCELLED, by)
    locked.sequence += 1
    _end_all(locked, now, by=by)
    drop_reminders(locked)
    begin_notice(locked, NoticeKind.CALLED_OFF)
    return _change(locked, Status.CANCELLED, now, by=by, **_reasons(reason_zh, reason_en))


@transaction.atomic
def announce_again(
    event: Event,
    *,
    by: User,
    starts_at: datetime,
    ends_at: datetime,
    moves_deadlines: bool = False,
) -> Event:
    """Give a postponed event its new time: its programme moves along, and if wanted its deadlines.
    Offers that were open last longer, by as much as the event was moved or put off."""
    locked, now = _begin(event, Status.PUBLISHED, by)
    put_off = now - (locked.status_changed_at or now)
    return _move(
        locked, now, (starts_at, ends_at), by=by, put_off=put_off, all_of_it=moves_deadlines
    )


@transaction.atomic
def move_event(
    event: Event,
    *,
    by: User,
    starts_at: datetime,
    ends_at: datetime,
    moves_deadlines: bool = False,
) -> Event:
    """Give an announced event another time, as `announce_again` does a postponed one."""
    policies.may_edit(by, event).require()
    locked, now = seats.begin(event)
    if locked.status != Status.PUBLISHED:
        raise StatusRefused(status=locked.get_status_display())
    if (locked.starts_at, locked.ends_at) == (starts_at, ends_at):
        raise SameTime
    never = timedelta()
    return _move(locked, now, (starts_at, ends_at), by=by, put_off=never, all_of_it=moves_deadlines)


def _move(
    locked: Event,
    now: datetime,
    to: tuple[datetime, datetime],
    *,
    by: User,
    put_off: timedelta,
    all_of_it: bool,
) -> Event:
    starts_at, ends_at = to
    later = starts_at - locked.starts_at
    locked.sessions.update(starts_at=F("starts_at") + later, ends_at=F("ends_at") + later)
    locked.starts_at, locked.ends_at = starts_at, ends_at
    delay = max(later, timedelta()) if all_of_it else timedelta()
    moved = _deadlines_moved(locked, delay)
    changed = _change(
        locked, Status.PUBLISHED, now, by=by, public_reason_zh_hans="", public_reason_en="", **moved
    )
    if delay:
        deadlines.move_all(changed, delay, by=by)
    begin_notice(changed, NoticeKind.RESCHEDULED)
    _prolong_offers(changed, now, by=max(later, put_off))
    seats.settle(changed, now)
    renew_reminders(changed, now)
    return changed


@transaction.atomic
def mark_as_held(event: Event, *, by: User) -> Event:
    """Note that the event took place; nobody can register, accept or wait any more."""
    locked, now = _begin(event, Status.HELD, by)
    if now < locked.starts_at:
        raise NotOverYet
    _expire_waiting(locked, now, by=by)
    return _change(locked, Status.HELD, now, by=by)


@transaction.atomic
def close_event(event: Event, *, by: User, note: str = "") -> Event:
    """Note that results are in: attendance, outcome, report."""
    locked, now = _begin(event, Status.CLOSED, by)
    return _change(locked, Status.CLOSED, now, by=by, note=note)


@transaction.atomic
def archive_event(event: Event, *, by: User, note: str = "") -> Event:
    """Put the event away: it stays readable and nothing happens to it any more."""
    locked, now = _begin(event, Status.ARCHIVED, by)
    return _change(locked, Status.ARCHIVED, now, by=by, note=note)


def _begin(event: Event, status: Status, by: User) -> tuple[Event, datetime]:
    """Return the event locked and settled, if the step to `status` is possible for `by`."""
    policies.may_edit(by, event).require()
    locked, now = seats.begin(event)
    if status not in STATUS_CHANGES[Status(locked.status)] or locked.status == Status.DRAFT:
        raise StatusRefused(status=locked.get_status_display())
    return locked, now


def _change(
    event: Event, status: Status, now: datetime, *, by: User, note: str = "", **fields: Any
) -> Event:
    before = audit.snapshot(event)
    for name, value in fields.items():
        setattr(event, name, value)
    event.status, event.status_changed_at = status, now
    return DEEDS.recorded(Verb.CHANGED, event, before, by=by, note=note)


def _deadlines_moved(event: Event, delay: timedelta) -> dict[str, Any]:
    """Return the deadlines of the event, as long before its beginning as they were. An earlier
    beginning delays none: it ends anyway what would be open then."""
    found = {name: getattr(event, name) for name in ("registration_closes_at", "cancel_until")}
    return {name: moment + delay for name, moment in found.items() if moment}


def _reasons(chinese: str, english: str) -> dict[str, str]:
    if not (chinese.strip() and english.strip()):
        raise ReasonInBothLanguages
    return {
        "public_reason_zh_hans": chinese.strip(),
        "public_reason_en": english.strip(),
        "note": chinese.strip(),
    }


def _end_all(event: Event, now: datetime, *, by: User) -> None:
    """End every active registration in one statement: there may be thousands."""
    rows = event.registrations.active()
    count = rows.update(
        status=RegistrationStatus.CANCELLED,
        cancelled_by=CancelledBy.ORGANISER,
        offer_expires_at=None,
        ended_at=now,
        updated_at=now,
    )
    audit.record(Verb.CHANGED, event, by=by, changes={"registrations_ended": [0, count]})


def _prolong_offers(event: Event, now: datetime, *, by: timedelta) -> None:
    """Let open offers end later, never after the beginning; those of the waiting list last at least
    as long as new ones."""
    at_least = now + timedelta(hours=event.offer_hours or 0)
    until = Greatest(F("offer_expires_at") + by, Value(at_least))
    event.registrations.offered().update(offer_expires_at=Least(until, Value(event.starts_at)))


def _expire_waiting(event: Event, now: datetime, *, by: User) -> None:
    """End what never came to a seat."""
    rows = event.registrations.active().exclude(status=RegistrationStatus.CONFIRMED)
    count = rows.update(
        status=RegistrationStatus.EXPIRED, offer_expires_at=None, ended_at=now, updated_at=now
    )
    audit.record(Verb.CHANGED, event, by=by, changes={"registrations_expired": [0, count]})
