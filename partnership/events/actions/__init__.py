"""Deeds about events and seats: each locks, asks the policy, changes and leaves a trace.

`seats` is the one service that gives and frees seats; everything else here goes through it.
"""

from partnership.events.actions.answering import accept_offer, cancel
from partnership.events.actions.clockwork import end_offers, end_unverified
from partnership.events.actions.deciding import approve, cancel_for, put_first, reject
from partnership.events.actions.editing import (
    create_event,
    lock_for_edit,
    mark_as_real,
    publish_event,
    settle_edit,
    withdraw_event,
)
from partnership.events.actions.event_messages import send_message, stop_message
from partnership.events.actions.holds import hold_seats, release_seats
from partnership.events.actions.lifecycle import (
    announce_again,
    archive_event,
    cancel_event,
    close_event,
    mark_as_held,
    move_event,
    postpone,
)
from partnership.events.actions.links import send_link, sign_up
from partnership.events.actions.naming import correct_names, correct_own_names
from partnership.events.actions.notices import people_of, tell_next
from partnership.events.actions.registering import admit, enter, invite, register, verify
from partnership.events.actions.reminders import renew_reminders, send_due_reminders
from partnership.events.actions.showing import choose_readers

__all__ = [
    "accept_offer",
    "admit",
    "announce_again",
    "approve",
    "archive_event",
    "cancel",
    "cancel_event",
    "cancel_for",
    "choose_readers",
    "close_event",
    "correct_names",
    "correct_own_names",
    "create_event",
    "end_offers",
    "end_unverified",
    "enter",
    "hold_seats",
    "invite",
    "lock_for_edit",
    "mark_as_held",
    "mark_as_real",
    "move_event",
    "people_of",
    "postpone",
    "publish_event",
    "put_first",
    "register",
    "reject",
    "release_seats",
    "renew_reminders",
    "send_due_reminders",
    "send_link",
    "send_message",
    "settle_edit",
    "sign_up",
    "stop_message",
    "tell_next",
    "verify",
    "withdraw_event",
]
