"""Coming onto the list of an event: by oneself, by the secretariat, by invitation."""

from datetime import datetime
from typing import Any

from django.db import transaction

from partnership.accounts.models import User
from partnership.events import contact, messages, phases, policies
from partnership.events.actions import seats
from partnership.events.choices import (
    SELF_REGISTRATION,
    Mode,
    RegistrationStatus,
    Source,
    Status,
)
from partnership.events.details import Details
from partnership.events.errors import (
    AlreadyRegistered,
    ByInvitationOnly,
    ByNominationOnly,
    ConsentMissing,
    GroupTooLarge,
    GuardiansNotAsked,
    MoreAdultsNeeded,
    NotOpenYet,
    RegistrationClosed,
)
from partnership.events.models import Event, GroupMember, Registration, SeatHold


@transaction.atomic
def register(event: Event, details: Details, *, person: User | None = None) -> Registration:
    """Register oneself. From an account the seat is decided at once, since its address is known to
    be its owner's; a stranger's address has to be confirmed first (`verify`)."""
    locked, now = seats.begin(event)
    _require_open(locked, now)
    if not details.consent_version:
        raise ConsentMissing
    registration = _begun(locked, details, now, person=person)
    if person is None:
        seats.note_change(registration, {}, by=None)
        messages.confirm_address(registration)
    else:
        registration.verified_at = now
        _admit(registration, now, by=person)
    return _with_members(registration, details)


@transaction.atomic
def verify(registration: Registration) -> Registration:
    """Take a stranger's address as theirs and decide about the seat; a second time changes nothing."""
    row, now = seats.begin_with(registration)
    if row.status != RegistrationStatus.UNVERIFIED:
        return row
    _require_to_come(row.event, now)
    row.verified_at = now
    _admit(row, now, by=row.person)
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
    _require_to_come(locked, now)
    registration = _begun(locked, details, now, person=person, source=source, hold=hold)
    registration.decided_by, registration.decided_at = by, now
    seats.allot(registration, now, by=by)
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
    registration = _begun(locked, details, now, source=Source.DOOR)
    registration.decided_by, registration.decided_at = by, now
    seats.admit(registration, now, by=by)
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
    _require_to_come(locked, now)
    registration = _begun(locked, details, now, person=person, source=source, hold=hold)
    registration.decided_by, registration.decided_at = by, now
    seats.offer(registration, min(until, locked.starts_at), now, by=by)
    return _with_members(registration, details)


def _admit(registration: Registration, now: datetime, *, by: User | None) -> None:
    if registration.event.mode == Mode.APPROVAL:
        seats.move(registration, RegistrationStatus.PENDING, now=now, by=by)
    else:
        seats.allot(registration, now, by=by)


def _begun(event: Event, details: Details, now: datetime, **columns: Any) -> Registration:
    """Return a registration that may be decided about; nothing is saved yet."""
    _require_fitting_group(event, details)
    if event.registrations.active().filter(email=contact.address(details.email)).exists():
        raise AlreadyRegistered
    return Registration(event=event, **columns, **details.columns(now))


def _require_fitting_group(event: Event, details: Details) -> None:
    if details.seats > event.max_group_size:
        raise GroupTooLarge(most=event.max_group_size)
    if details.children and not details.guardians_agree:
        raise GuardiansNotAsked
    most = event.minors_per_adult
    if most and details.minors > most * details.adults:
        raise MoreAdultsNeeded(most=most, adults=-(-details.minors // most))


def _with_members(registration: Registration, details: Details) -> Registration:
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


def _require_open(event: Event, now: datetime) -> None:
    if event.mode not in SELF_REGISTRATION:
        raise ByNominationOnly if event.mode == Mode.NOMINATION_ONLY else ByInvitationOnly
    _require_to_come(event, now)
    if now >= event.registration_ends_at:
        raise RegistrationClosed
    if not phases.is_in_window(event, now):
        raise NotOpenYet


def _require_to_come(event: Event, now: datetime) -> None:
    if event.status == Status.DRAFT:
        raise NotOpenYet
    if event.status != Status.PUBLISHED or now >= event.starts_at:
        raise RegistrationClosed
