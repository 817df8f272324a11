"""What wakes by the queue. Each may run twice, late, or never: the rows say what is to be done."""

from celery import shared_task

from partnership.notifications import actions
from partnership.notifications.delivery import sending


@shared_task
def deliver(message_ids: list[int]) -> None:
    """Send these messages if nobody has."""
    sending.drain(message_ids)


@shared_task
def write_to_group(number: int) -> None:
    """Write a message to all of its group, part by part, then send."""
    while actions.advance(number):
        pass
    sending.drain()
