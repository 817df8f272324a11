"""Ending sign-ins on other devices."""

from django.db import transaction

from partnership.accounts.models import Session, User
from partnership.core import audit
from partnership.core.choices import Verb


@transaction.atomic
def end_session(user: User, session: Session) -> None:
    """Sign `user` out on one device."""
    session.delete()
    audit.record(Verb.SIGNED_OUT, user, by=user)


@transaction.atomic
def end_other_sessions(user: User, current_key: str | None) -> int:
    """Sign `user` out everywhere but in the session `current_key`; return how many ended."""
    count, _ = user.sessions.exclude(session_key=current_key).delete()
    if count:
        audit.record(Verb.SIGNED_OUT, user, by=user)
    return count
