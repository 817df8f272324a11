"""Reminding people of what is due."""

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from partnership.review import messages
from partnership.review.models import ReviewAssignment, Submission

AHEAD: Final = timedelta(days=3)


def remind() -> int:
    """Remind everybody whose turn ends soon or is over; return how many rows that were.

    Each row has a transaction of its own and notes the day: a second run the same day, or at the
    same time, reminds nobody again.
    """
    today = timezone.localdate()
    submissions = Submission.objects.to_remind(today, today + AHEAD).values_list("pk", flat=True)
    reviews = ReviewAssignment.objects.to_remind(today + AHEAD).values_list("pk", flat=True)
    told = [_of_submission(key) for key in list(submissions)]
    told += [_of_review(key) for key in list(reviews)]
    return sum(told)


@transaction.atomic
def _of_submission(key: int) -> bool:
    today = timezone.localdate()
    due = Submission.objects.to_remind(today, today + AHEAD).filter(pk=key)
    row = Submission.objects.select_for_update(skip_locked=True).filter(pk__in=due).first()
    if row is None:
        return False
    messages.remind(row)
    row.reminded_on = today
    row.save(update_fields=["reminded_on"])
    return True


@transaction.atomic
def _of_review(key: int) -> bool:
    today = timezone.localdate()
    due = ReviewAssignment.objects.to_remind(today + AHEAD).filter(pk=key)
    row = due.select_for_update(skip_locked=True, of=("self",)).first()
    if row is None:
        return False
    messages.remind_reviewer(row)
    row.reminded_on = today
    row.save(update_fields=["reminded_on"])
    return True
