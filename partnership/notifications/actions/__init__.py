"""Deeds: telling people, and what they and the secretariat do about messages."""

from partnership.notifications.actions.choosing import choose
from partnership.notifications.actions.groups import (
    advance,
    mails_of,
    readers,
    start,
    stop_group_message,
)
from partnership.notifications.actions.outgoing import (
    send_again,
    stop,
    stop_all,
)
from partnership.notifications.actions.reading import mark_all_read, mark_read
from partnership.notifications.actions.telling import notify

__all__ = [
    "advance",
    "choose",
    "mails_of",
    "mark_all_read",
    "mark_read",
    "notify",
    "readers",
    "send_again",
    "start",
    "stop",
    "stop_all",
    "stop_group_message",
]
