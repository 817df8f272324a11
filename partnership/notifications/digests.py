"""The daily mail: what happened, all together, and nothing on a day when nothing did."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from partnership.accounts.models import User
from partnership.core import mail_texts
from partnership.notifications import outbox
from partnership.notifications.models import Notification
from partnership.notifications.outbox import Draft

KIND: Final = "notifications.digest"
SHOWN: Final = 50  # lines; the rest is a number


def send_due(now: datetime | None = None) -> int:
    """Write the mails of this morning that are not written yet; return how many.

    Runs as often as one likes: what is in a mail no longer waits for one.
    """
    morning = last_morning(now or timezone.now())
    waiting = Notification.objects.for_digest(morning).order_by()
    people = list(waiting.values_list("recipient", flat=True).distinct())
    return sum(_send(number, morning) for number in people)


def last_morning(now: datetime) -> datetime:
    """Return the latest moment at which daily mails were due, in Beijing time."""
    local = timezone.localtime(now)
    morning = local.replace(hour=settings.DIGEST_HOUR, minute=0, second=0, microsecond=0)
    return morning if morning <= local else morning - timedelta(days=1)


@transaction.atomic
def _send(number: int, morning: datetime) -> bool:
    """Write one person's mail; return whether there was something to write."""
    people = User.objects.select_for_update(skip_locked=True, no_key=True)
    person = people.filter(pk=number).first()
    if person is None:  # another sender is at it
        return False
    rows = Notification.objects.for_digest(morning).filter(recipient=person)
    lines = list(rows.newest_first())
    rows.filter(pk__in=[line.pk for line in lines]).update(waits_for_digest=False)
    if not lines or not person.is_active:
        return False
    outbox.put(_draft(person, lines, morning))
    return True


def _draft(person: User, lines: list[Notification], morning: datetime) -> Draft:
    with translation.override(person.language):
        values = {
            "person": person,
            "lines": lines[:SHOWN],
            "rest": max(0, len(lines) - SHOWN),
            "count": len(lines),
            "link": settings.SITE_URL + reverse("notifications:list"),
            "choices_link": settings.SITE_URL + reverse("notifications:preferences"),
        }
        written = mail_texts.write("notifications/email/digest", person.language, values)
    return Draft(
        kind=KIND,
        to_address=person.email,
        language=person.language,
        subject=written.subject,
        text=written.text,
        html=written.html,
        recipient_id=person.pk,
        dedupe_key=f"{KIND}:{person.pk}:{morning:%Y-%m-%d}:{lines[0].pk}",
    )
