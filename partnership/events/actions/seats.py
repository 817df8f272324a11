"""The one place where seats are given and freed.

Whoever decides about a seat locks the event first, then the registration, and counts after that.
This needs READ COMMITTED: under a stricter level the count would be of before the lock. Freed seats
go to those who wait within the same transaction, so that nobody can come in between; while
anybody waits, newcomers stand behind them.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db import OperationalError, connection
from django.db.models import Max
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.events import answers, messages, phases
from partnership.events.choices import ENDED, REGISTRATION_CHANGES, RegistrationStatus, Status
from partnership.events.errors import Busy, EventFull, HoldFull, NoSeatAtDoor, StepRefused
from partnership.events.models import Event, Registration, SeatHold
from partnership.events.registration_querysets import RegistrationQuerySet

LOCK_TIMEOUT: Final = "3s"
LOCK_NOT_AVAILABLE: Final = "55P03"  # PostgreSQL's code
PREPARE: Final = (
    "SELECT current_setting('transaction_isolation'), set_config('lock_timeout', %s, true)"
)
NEEDED: Final = "read committed"


class WrongIsolation(RuntimeError):
    """The connection runs at a level at which seats would be given twice: a fault in our set-up."""


def lock(event: Event) -> Event:
    """Return the event as it is now, locked until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(PREPARE, [LOCK_TIMEOUT])
        level = cursor.fetchone()[0]
    if level != NEEDED:
        raise WrongIsolation(level)
    try:
        return take(event)
    except OperationalError as error:
        if getattr(error.__cause__, "pgcode", "") == LOCK_NOT_AVAILABLE:
            raise Busy from error
        raise


def take(event: Event) -> Event:
    """Read the event with its lock. Rows that refer to it may be written meanwhile."""
    rows = Event.objects.select_for_update(of=("self",), no_key=True).select_related("place")
    locked: Event = rows.get(pk=event.pk)
    return locked


def begin(event: Event) -> tuple[Event, datetime]:
    """Lock the event and settle what time has settled; return it and the moment that counts."""
    locked = lock(event)
    now = timezone.now()
    settle(locked, now)
    return locked, now


def begin_with(registration: Registration) -> tuple[Registration, datetime]:
    """Do the same for the event of a registration, and return the registration, locked."""
    event, now = begin(Event(pk=registration.event_id))
    locked: Registration = _locked(event).get(pk=registration.pk)
    locked.event = event
    return locked, now


def allot(
    registration: Registration, now: datetime, *, by: User | None = None
) -> RegistrationStatus:
    """Give the registration its seats, or a place in the line, or refuse; it is saved.

    The event is locked and settled.
    """
    event = registration.event
    if registration.hold:
        require_room_in_hold(registration, registration.hold)
        return move(registration, RegistrationStatus.CONFIRMED, now=now, by=by)
    seats = phases.seats_of(event)
    if seats.have_room_for(registration.seats):
        return move(registration, RegistrationStatus.CONFIRMED, now=now, by=by)
    if not seats.can_queue(registration.seats):
        raise EventFull
    registration.waitlist_number = _next_number(event)
    return move(registration, RegistrationStatus.WAITLISTED, now=now, by=by)


def offer(
    registration: Registration, until: datetime, now: datetime, *, by: User
) -> RegistrationStatus:
    """Keep seats for somebody asked to come, until they answer; without seats, refuse."""
    if registration.hold:
        require_room_in_hold(registration, registration.hold)
    elif not phases.seats_of(registration.event).have_room_for(registration.seats):
        raise EventFull
    registration.offer_expires_at = until
    return move(registration, RegistrationStatus.OFFERED, now=now, by=by)


def admit(registration: Registration, now: datetime, *, by: User) -> RegistrationStatus:
    """Give a seat at the door, or refuse: nobody is put in the line there. Until the beginning those
    who wait go first; then the line is over."""
    event = registration.event
    seats = phases.seats_of(event)
    has_begun = now >= event.starts_at
    has_room = seats.free is None or seats.free >= registration.seats
    if not (has_room if has_begun else seats.have_room_for(registration.seats)):
        raise NoSeatAtDoor
    return move(registration, RegistrationStatus.CONFIRMED, now=now, by=by)


def require_room_in_hold(registration: Registration, hold: SeatHold) -> None:
    """Refuse more people than the organisation has seats."""
    used: int = hold.registrations.seated().exclude(pk=registration.pk).people()
    if used + registration.seats > hold.seats:
        raise HoldFull(seats=hold.seats, organisation=hold.organisation)


def settle(event: Event, now: datetime) -> list[Registration]:
    """End the offers whose time is over and give free seats to those who wait; return these.

    Strictly in order: a group too large for the free seats is not overtaken. The event is locked.
    """
    if event.status != Status.PUBLISHED or not event.registrations.unsettled(now).exists():
        return []
    for registration in _locked(event).offers_over(now):
        registration.event = event
        move(registration, RegistrationStatus.EXPIRED, now=now)
    return _promote(event, now) if now < event.starts_at else []


def move(
    registration: Registration,
    status: RegistrationStatus,
    *,
    now: datetime,
    by: User | None = None,
    verb: Verb = Verb.CHANGED,
) -> RegistrationStatus:
    """Bring the registration into `status`, save it and leave a trace."""
    before = RegistrationStatus(registration.status)
    if status not in REGISTRATION_CHANGES[before]:
        raise StepRefused(status=before.label)
    registration.status = status
    if status == RegistrationStatus.CONFIRMED:
        registration.confirmed_at = now
    if status != RegistrationStatus.OFFERED:
        registration.offer_expires_at = None
    if status in ENDED:
        registration.ended_at = now
    note_change(registration, {"status": [before, status]}, by=by, verb=verb)
    messages.moved(registration, before)
    answers.wake_for(registration)
    return status


def note_change(
    registration: Registration,
    changes: audit.Changes,
    *,
    by: User | None,
    verb: Verb = Verb.CHANGED,
) -> None:
    """Save the registration and leave a trace of what changed: never a reason, the history forgets
    nothing."""
    is_new = registration.pk is None
    registration.save()
    audit.record(Verb.SUBMITTED if is_new else verb, registration, by=by, changes=changes)


def _promote(event: Event, now: datetime) -> list[Registration]:
    free = phases.seats_of(event).free
    promoted: list[Registration] = []
    if free is not None and free <= 0:
        return promoted  # nobody of a long line is read for nothing
    for registration in _locked(event).waiting().select_related("person"):
        if free is not None and registration.seats > free:
            break
        registration.event = event
        _give_turn(registration, now)
        promoted.append(registration)
        free = None if free is None else free - registration.seats
    return promoted


def _give_turn(registration: Registration, now: datetime) -> None:
    """Give the seat at once, or offer it where the event asks people first."""
    event = registration.event
    if event.offer_hours is None:
        move(registration, RegistrationStatus.CONFIRMED, now=now)
        return
    until = now + timedelta(hours=event.offer_hours)
    registration.offer_expires_at = min(until, event.starts_at)
    move(registration, RegistrationStatus.OFFERED, now=now)


def _locked(event: Event) -> RegistrationQuerySet:
    rows = Registration.objects.select_for_update(of=("self",), no_key=True)
    return rows.filter(event=event)


def _next_number(event: Event) -> int:
    last = event.registrations.aggregate(last=Max("waitlist_number", default=0))["last"]
    return last + 1
