"""What time decides about registrations; the tasks call it, and every deed about a seat settles its
own event first, so that nothing depends on the tasks being on time."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from partnership.events.actions import seats
from partnership.events.choices import RegistrationStatus
from partnership.events.models import Event, Registration


def end_offers() -> int:
    """End the offers whose time is over and pass the seats on; return at how many events."""
    now = timezone.now()
    over = Registration.objects.offers_over(now).values("event")
    count = 0
    for event in Event.objects.to_come().filter(pk__in=over):
        with transaction.atomic():
            seats.begin(event)
        count += 1
    return count


def end_unverified(before: datetime) -> int:
    """End registrations whose address nobody has confirmed; they hold no seat. Return how many."""
    count = 0
    for registration in Registration.objects.unverified_since(before):
        with transaction.atomic():
            row, now = seats.begin_with(registration)
            if row.status == RegistrationStatus.UNVERIFIED:
                seats.move(row, RegistrationStatus.EXPIRED, now=now)
                count += 1
    return count
