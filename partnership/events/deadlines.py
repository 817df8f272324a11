"""Deadlines that apps above keep beside an event, to move along with it.

Each app enters its own in `event_deadlines.py`, which is found on its own, as Django's admin finds
`admin.py`. This room knows none of them.
"""

from collections.abc import Callable
from datetime import timedelta

from partnership.accounts.models import User
from partnership.events.models import Event

Move = Callable[[Event, timedelta, User], None]  # the event as it is now, by how much, by whom

_moves: list[Move] = []


def register(move: Move) -> None:
    """Enter a deed that moves deadlines; entering it twice changes nothing."""
    if move not in _moves:
        _moves.append(move)


def move_all(event: Event, later: timedelta, *, by: User) -> None:
    """Move what apps above keep; the event is locked and saved."""
    for move in _moves:
        move(event, later, by)
