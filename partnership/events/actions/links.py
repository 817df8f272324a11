"""Coming back to one's registration without an account."""

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from partnership.events import contact, messages
from partnership.events.actions.registering import register
from partnership.events.details import Details
from partnership.events.errors import AlreadyRegistered, TooManyUnconfirmed
from partnership.events.models import AccessLink, Event, Registration

ONCE_PER: Final = timedelta(hours=1)


@transaction.atomic
def sign_up(event: Event, details: Details) -> None:
    """Register a stranger. Whoever is registered already gets their link instead, so that nobody
    can find out by this form who takes part; an address that was written to often enough gets
    nothing, and is answered alike."""
    try:
        register(event, details)
    except AlreadyRegistered:
        send_link(event, details.email, details.language)
    except TooManyUnconfirmed:
        messages.rehearse_link(event, contact.address(details.email), details.language)


@transaction.atomic
def send_link(event: Event, typed: str, language: str) -> None:
    """Send the link to a registration to its address, at most once an hour; answers, and takes
    as long, the same for an address nobody has registered."""
    address = contact.address(typed)
    rows = event.registrations.filter(email=address).order_by("-created_at")
    registration = rows.standing().first() or rows.active().first() or rows.first()
    if registration is None or _was_sent(registration):
        messages.rehearse_link(event, address, language)
        return
    registration.event = event
    messages.link(registration)


def _was_sent(registration: Registration) -> bool:
    since = timezone.now() - ONCE_PER
    asked_for = AccessLink.objects.filter(is_asked_for=True, created_at__gt=since)
    return bool(asked_for.filter(registration=registration).exists())
