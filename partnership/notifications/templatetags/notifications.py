"""What the frame of a signed-in person's pages shows of messages."""

from typing import Final

from django import template

from partnership.accounts.models import User
from partnership.notifications.models import Notification

register = template.Library()

MOST: Final = 99  # beyond it, a number says no more


@register.simple_tag
def unread_count(user: User) -> str:
    """Return how many notifications the person has not seen: a number, `99+`, or nothing."""
    rows = Notification.objects.visible_to(user).unread().values("pk")
    count = rows[: MOST + 1].count()
    return f"{MOST}+" if count > MOST else str(count or "")
