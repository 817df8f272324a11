"""What people do with their notifications."""

from django.db.models.functions import Now

from partnership.accounts.models import User
from partnership.notifications.models import Notification


def mark_read(person: User, notification: Notification) -> None:
    """Note that `person` has seen it; it comes in no daily mail then."""
    _mark(person, pk=notification.pk)


def mark_all_read(person: User) -> int:
    """Return how many there were."""
    return _mark(person)


def _mark(person: User, **which: int) -> int:
    rows = Notification.objects.visible_to(person).unread().filter(**which)
    return rows.update(read_at=Now(), waits_for_digest=False)
