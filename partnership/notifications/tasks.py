"""What wakes by the queue. Each may run twice, late, or never: the rows say what is to be done."""

from celery import shared_task

from partnership.notifications.delivery import sending


@shared_task
def deliver(message_ids: list[int]) -> None:
    """Send these messages if nobody has."""
    sending.drain(message_ids)
