"""To whom an event is open, and when: as it is at the moment of the deed."""

from datetime import datetime

from partnership.core.errors import DomainError
from partnership.events import phases
from partnership.events.choices import SELF_REGISTRATION, Mode, Status
from partnership.events.errors import (
    ByInvitationOnly,
    ByNominationOnly,
    ClosedMeanwhile,
    NotOpenYet,
    OpensLater,
    RegistrationClosed,
)
from partnership.events.models import Event


def require_to_come(event: Event, now: datetime) -> None:
    """Refuse an event nobody can be put on the list of any more, or not yet."""
    if event.status == Status.DRAFT:
        raise NotOpenYet
    if event.status != Status.PUBLISHED or now >= event.starts_at:
        raise RegistrationClosed


def require_open(event: Event, now: datetime) -> None:
    """Refuse who comes by themselves where they may not, or outside of the days of registration."""
    if event.mode not in SELF_REGISTRATION:
        raise ByNominationOnly if event.mode == Mode.NOMINATION_ONLY else ByInvitationOnly
    require_to_come(event, now)
    if now >= event.registration_ends_at:
        raise RegistrationClosed
    if not phases.is_in_window(event, now):
        raise NotOpenYet


def require_still_open(event: Event, now: datetime) -> None:
    """The same for whoever registered before, and confirms the address only now."""
    try:
        require_open(event, now)
    except RegistrationClosed as closed:
        raise ClosedMeanwhile from closed
    except NotOpenYet as not_yet:
        raise OpensLater from not_yet


def what_has_closed(event: Event, now: datetime) -> DomainError | None:
    """Return what stands against confirming an address now, for a page to say before the button."""
    try:
        require_still_open(event, now)
    except DomainError as refusal:
        return refusal
    return None
