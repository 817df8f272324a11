"""Requests as views meet them behind a door, for the type checker."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from partnership.accounts.models import User
from partnership.accounts.sessions import SessionStore


class SignedInRequest(HttpRequest):
    """What a view behind `login_required` is given."""

    user: User


class SessionRequest(HttpRequest):
    """A request with our session engine."""

    session: SessionStore


class CountedRequest(HttpRequest):
    """A request in which axes has counted a failure or refused a try."""

    axes_locked_out: bool
    axes_credentials: dict[str, Any] | None
    axes_failures_since_start: int | None


def signed_in(request: HttpRequest) -> User:
    """Return who asks, where only signed-in people come."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
