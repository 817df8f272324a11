"""Telling organisations what the people they named have answered.

The answer is given in the room of events, which does not know nominations; so it is looked for, when
that room wakes us (`answer_tasks`) and by the clock.
"""

from typing import Any

from django.db import transaction

from partnership.nominations import messages
from partnership.nominations.actions import rows
from partnership.nominations.models import Nomination

AT_ONCE = 100


def tell_answers() -> int:
    """Tell each new answer once, whoever else does so at the same moment: what was told is looked at
    again under the lock. Return how many were told."""
    told = 0
    for nomination in Nomination.objects.to_tell().select_related("quota__hold")[:AT_ONCE]:
        with transaction.atomic():
            row, _now = rows.begin_with(nomination)
            registration: Any = row.registration  # who is accepted has one
            if row.told_answer == registration.status:
                continue
            Nomination.objects.filter(pk=row.pk).update(told_answer=registration.status)
            messages.answered(row)
            told += 1
    return told
