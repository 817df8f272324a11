"""The addresses in codes."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse


def entry_address(uid: UUID) -> str:
    """Return the address in the code of a registration; opening it changes nothing and shows a
    stranger nothing."""
    return settings.SITE_URL + reverse("attendance:entry", args=[uid])
