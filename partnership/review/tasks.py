"""Work by the clock."""

from celery import shared_task

from partnership.review import actions


@shared_task
def remind_of_due_dates() -> None:
    """Remind people of what they have to do by a day that is near or over."""
    actions.remind()
