"""Coming onto the list of an event: by oneself, by the secretariat, by invitation."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from partnership.accounts.models import User
from partnership.events import contact, messages, policies
from partnership.events.actions import seats
from partnership.events.actions.opening import (
    require_open,
    require_still_open,
    require_to_come,
)
from partnership.events.choices import Mode, RegistrationStatus, Source, Status
from partnership.events.details import Details
from partnership.events.errors import (
    AdultsNotAsked,
    AlreadyRegistered,
    ConsentMissing,
    GroupTooLarge,
    GuardiansNotAsked,
    MoreAdultsNeeded,
    RegistrationClosed,
    TooManyUnconfirmed,
)
from partnership.events.models import Event, GroupMember, Registration, SeatHold

MOST_UNCONFIRMED: Final = 5  # of one address at one event
WITHIN: Final = timedelta(hours=1)


@transaction.atomic
def register(event: Event, details: Details, *, person: User | None = None) -> Registration:
    """Register oneself. From an account the seat is decided at once, since its address is known to
    be its owner's; a stranger's address has to be confirmed first (`verify`).

    What strangers enter for one address stands side by side until its owner confirms one of them:
    nobody can keep a person out, or change what they typed, by entering their address.
    """
    locked, now = seats.begin(event)
    require_open(locked, now)
    if not details.consent_version:
        raise ConsentMissing
    registration, unconfirmed = _begun(locked, details, now, person=person)
    if person is None:
        _require_few(unconfirmed, now)
        seats.note_change(registration, {}, by=None)
        messages.confirm_address(registration)
    else:
        registration.verified_at = now
        _admit(registration, now, by=person)
        _end(unconfirmed, locked, now)
    return _with_members(registration, details)


@transaction.atomic
def verify(registration: Registration) -> Registration:
    """Take a stranger's address as theirs and decide about the seat; a second time changes nothing.

    The event may have closed since, or be for others: what holds now counts. What else was entered
    for the address ends.
    """
    row, now = seats.begin_with(registration)
    if row.status != RegistrationStatus.UNVERIFIED:
        return row
    require_still_open(row.event, now)
    _require_fitting_group(row.event, _of_row(row))
    others = [other for other in _unconfirmed(row.event, row.email) if other.pk != row.pk]
    row.verified_at = now
    _admit(row, now, by=row.person)
    _end(others, row.event, now)
    return row


@transaction.atomic
def enter(
    event: Event,
    details: Details,
    *,
    by: User,
    source: Source = Source.STAFF,
    person: User | None = None,
    hold: SeatHold | None = None,
) -> Registration:
    """Put somebody on the list as the secretariat does: whatever the mode, while the event is to
    come, but never over the number of seats."""
    policies.may_decide(by).require()
    locked, now = seats.begin(event)
    require_to_come(locked, now)
    origin = {"person": person, "source": source, "hold": hold}
    registration, unconfirmed = _begun(locked, details, now, **origin)
    registration.decided_by, registration.decided_at = by, now
    seats.allot(registration, now, by=by)
    _end(unconfirmed, locked, now)
    return _with_members(registration, details)


@transaction.atomic
def admit(event: Event, details: Details, *, by: User) -> Registration:
    """Put somebody on the list who has come without a registration, until the event ends. The door
    has asked who stands there; the person has consented to `by`."""
    locked, now = seats.begin(event)
    if locked.status != Status.PUBLISHED or now >= locked.ends_at:
        raise RegistrationClosed
    if not details.consent_version:
        raise ConsentMissing
    registration, unconfirmed = _begun(locked, details, now, source=Source.DOOR)
    registration.decided_by, registration.decided_at = by, now
    seats.admit(registration, now, by=by)
    _end(unconfirmed, locked, now)
    return _with_members(registration, details)


@transaction.atomic
def invite(
    event: Event,
    details: Details,
    *,
    by: User,
    until: datetime,
    source: Source = Source.INVITED,
    person: User | None = None,
    hold: SeatHold | None = None,
) -> Registration:
    """Keep a seat for somebody until they accept it themselves, at most until the beginning."""
    policies.may_decide(by).require()
    locked, now = seats.begin(event)
    require_to_come(locked, now)
    origin = {"person": person, "source": source, "hold": hold}
    registration, unconfirmed = _begun(locked, details, now, **origin)
    registration.decided_by, registration.decided_at = by, now
    seats.offer(registration, min(until, locked.starts_at), now, by=by)
    _end(unconfirmed, locked, now)
    return _with_members(registration, details)


def _admit(registration: Registration, now: datetime, *, by: User | None) -> None:
    if registration.event.mode == Mode.APPROVAL:
        seats.move(registration, RegistrationStatus.PENDING, now=now, by=by)
    else:
        seats.allot(registration, now, by=by)


def _begun(
    event: Event, details: Details, now: datetime, **columns: Any
) -> tuple[Registration, Sequence[Registration]]:
    """Return a registration that may be decided about, nothing of it saved yet, and what else was
    entered for its address."""
    _require_fitting_group(event, details)
    unconfirmed = _unconfirmed(event, contact.address(details.email))
    return Registration(event=event, **columns, **details.columns(now)), unconfirmed


def _unconfirmed(event: Event, address: str) -> Sequence[Registration]:
    """Refuse an address that is registered; return what nobody has confirmed, which is no
    registration of its owner's."""
    entered = list(event.registrations.of_address(address))
    if any(each.status != RegistrationStatus.UNVERIFIED for each in entered):
        raise AlreadyRegistered
    return entered


def _require_few(unconfirmed: Sequence[Registration], now: datetime) -> None:
    """Refuse to write to one address again and again, whoever asks for it."""
    if sum(each.created_at > now - WITHIN for each in unconfirmed) >= MOST_UNCONFIRMED:
        raise TooManyUnconfirmed


def _end(unconfirmed: Sequence[Registration], event: Event, now: datetime) -> None:
    """End what else was entered for an address, once a registration of its owner stands."""
    for other in unconfirmed:
        other.event = event
        seats.move(other, RegistrationStatus.EXPIRED, now=now)


def _require_fitting_group(event: Event, details: Details) -> None:
    if details.seats > event.max_group_size:
        raise GroupTooLarge(most=event.max_group_size)
    if details.children and not details.guardians_agree:
        raise GuardiansNotAsked
    most = event.minors_per_adult
    if most and details.minors > most * details.adults:
        raise MoreAdultsNeeded(most=most, adults=-(-details.minors // most))


def _of_row(row: Registration) -> Details:
    """Return what somebody had typed of their group."""
    numbers = {name: getattr(row, name) for name in ("other_adults", "young_people", "children")}
    agreed = row.guardians_agreed_at is not None
    return Details(row.email, row.language, guardians_agree=agreed, **numbers)


def _with_members(registration: Registration, details: Details) -> Registration:
    if details.members and not details.members_agree:
        raise AdultsNotAsked
    GroupMember.objects.bulk_create(
        GroupMember(
            registration=registration,
            order=order,
            name=contact.name(member.name),
            latin_name=contact.name(member.latin_name),
        )
        for order, member in enumerate(details.members)
    )
    return registration
