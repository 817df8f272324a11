"""What time decides about registrations. Each may run twice, late, or never: every deed about a
seat settles its own event first."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from partnership.events import actions


@shared_task
def settle_offers() -> None:
    """End offers of seats whose time is over, and pass the seats on."""
    actions.end_offers()


@shared_task
def end_unverified() -> None:
    """Let go of registrations whose address nobody has confirmed."""
    kept_for = timedelta(hours=settings.UNVERIFIED_REGISTRATION_HOURS)
    actions.end_unverified(timezone.now() - kept_for)


@shared_task
def tell_people() -> None:
    """Write to the people of events what waits to be told."""
    while actions.tell_next():
        pass


@shared_task
def send_reminders() -> None:
    """Begin to write the reminders whose moment has come."""
    actions.send_due_reminders()
