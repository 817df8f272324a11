"""Links that open a registration without an account."""

import hashlib
import secrets
from typing import Final

from partnership.events.models import AccessLink, Registration

BYTES: Final = 32


def make(registration: Registration, *, is_asked_for: bool = False) -> str:
    """Return the secret of a new link; it stands in the mail it is made for and nowhere else."""
    secret = of_nobody()
    AccessLink.objects.create(
        registration=registration, digest=digest(secret), is_asked_for=is_asked_for
    )
    return secret


def of_nobody() -> str:
    """Return a secret that opens nothing yet."""
    return secrets.token_urlsafe(BYTES)


def opened_by(secret: str) -> Registration | None:
    """Return the registration that a link opens."""
    rows = AccessLink.objects.opening(digest(secret))
    link = rows.select_related("registration__event").first()
    return link.registration if link else None


def close_all(registration: Registration) -> None:
    """Make every link to the registration useless."""
    registration.links.all().delete()


def digest(secret: str) -> str:
    """Return what is kept of a secret. It is long and random, so that one round is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
