"""What people change about their own account."""

from django.db import transaction

from partnership.accounts.actions.rows import locked
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb

FIELDS = ("name", "latin_name", "language", "time_zone")


@transaction.atomic
def change_profile(user: User, **values: str) -> User:
    """Set name, name in Latin letters, language or time zone of `user`, by themselves."""
    fresh = locked(user)
    before = audit.snapshot(fresh)
    for field in FIELDS:
        setattr(fresh, field, values.get(field, getattr(fresh, field)))
    changes = audit.difference(before, audit.snapshot(fresh))
    if changes:
        fresh.save(update_fields=list(FIELDS))
        audit.record(Verb.CHANGED, fresh, by=fresh, changes=changes)
    return fresh
