"""Where events and registrations are."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import override

from partnership.core import languages


def event_url(slug: str, language: str | None = None) -> str:
    """Return the path of an event's public page."""
    with override(language or languages.current()):
        return reverse("events:event", args=[slug])


def link_url(secret: str) -> str:
    """Return the path a link opens, in the active language."""
    return reverse("events:registration", args=[secret])


def own_url(uid: UUID) -> str:
    """Return the path of one's registration for somebody with an account."""
    return reverse("events:own", args=[uid])


def participants_url(slug: str) -> str:
    """Return the path of the list of who takes part in an event."""
    return reverse("events:participants", args=[slug])
