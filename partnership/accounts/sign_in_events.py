"""What happens around signing in, written to the audit trail; loaded by the app's `ready`.

Django, axes and allauth announce these events; none of them is about saving a model.
"""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from partnership.accounts import sessions
from partnership.accounts.models import User
from partnership.accounts.requests import CountedRequest
from partnership.core import audit, client_address
from partnership.core.choices import Verb

BROWSER_LENGTH = 200


@receiver(user_logged_in)
def note_sign_in(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    """Begin the session's time and remember from where it was opened."""
    address = client_address.of(request)
    browser = request.headers.get("User-Agent", "")[:BROWSER_LENGTH]
    request.session.pop(sessions.ENDED, None)
    request.session[sessions.STARTED] = timezone.now().isoformat()
    request.session[sessions.CLIENT] = {"address": address, "browser": browser}
    audit.record(Verb.SIGNED_IN, user, by=user, note=address)


@receiver(user_logged_out)
def note_sign_out(user: User | None, **_kwargs: Any) -> None:
    if user is not None:
        audit.record(Verb.SIGNED_OUT, user, by=user)


@receiver(user_login_failed)
def note_failure(
    credentials: dict[str, Any], request: HttpRequest | None = None, **_kwargs: Any
) -> None:
    _note_refusal(Verb.SIGN_IN_FAILED, str(credentials.get("email", "")), request)


@receiver(user_locked_out)
def note_lock(request: CountedRequest, **_kwargs: Any) -> None:
    """Note the failure that closed the door; those before a closed door are not counted."""
    if request.axes_failures_since_start is not None:
        credentials = request.axes_credentials or {}
        _note_refusal(Verb.LOCKED_OUT, str(credentials.get("email", "")), request)


@receiver(password_changed)
@receiver(password_reset)
def end_sign_ins_elsewhere(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    """A new password ends every other session; the one that set it goes on."""
    user.sessions.exclude(session_key=request.session.session_key).delete()
    audit.record(Verb.PASSWORD_CHANGED, user, by=user)


@receiver(authenticator_added)
def note_second_factor_added(
    request: HttpRequest, user: User, authenticator: Authenticator, **_kwargs: Any
) -> None:
    """Sessions opened without the second factor end when there is one."""
    user.sessions.exclude(session_key=request.session.session_key).delete()
    audit.record(Verb.SECOND_FACTOR_CHANGED, user, by=user, note=f"+ {authenticator.type}")


@receiver(authenticator_removed)
def note_second_factor_removed(user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    audit.record(Verb.SECOND_FACTOR_CHANGED, user, by=user, note=f"- {authenticator.type}")


@receiver(authenticator_reset)
def note_new_recovery_codes(user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    audit.record(Verb.SECOND_FACTOR_CHANGED, user, by=user, note=f"± {authenticator.type}")


def _note_refusal(verb: Verb, email: str, request: HttpRequest | None) -> None:
    """Name the account if there is one, never what was typed: it may be a password."""
    person = User.objects.filter(email=email.strip().lower()).first()
    note = client_address.of(request) if request is not None else ""
    audit.record(verb, person, by=None, note=note)
