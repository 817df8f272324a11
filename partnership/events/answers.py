"""Who wants to know at once what somebody on an organisation's seat has answered.

Each app enters a task of its own in `answer_tasks.py`, which is found on its own, as Django's admin finds
`admin.py`. This room knows none of them. The task is woken once the deed is committed, never while the
event is locked, and does by the clock what it was not woken for.
"""

from functools import partial
from typing import Final

from django.db import transaction

from partnership.events.choices import RegistrationStatus
from partnership.events.models import Registration
from partnership.notifications import wake

ANSWERS: Final = frozenset(
    {RegistrationStatus.CONFIRMED, RegistrationStatus.CANCELLED, RegistrationStatus.EXPIRED}
)
_tasks: list[str] = []


def register(task: str) -> None:
    """Enter a task by its path; entering it twice changes nothing."""
    if task not in _tasks:
        _tasks.append(task)


def wake_for(registration: Registration) -> None:
    """Wake the tasks when the registration, on a seat kept for an organisation, was answered."""
    if registration.hold_id is None or registration.status not in ANSWERS:
        return
    for task in _tasks:
        transaction.on_commit(partial(wake.up_without_a_row, task), robust=True)
