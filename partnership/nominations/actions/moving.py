"""Deadlines of nominations, when their event is put off."""

from datetime import timedelta

from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.events.models import Event
from partnership.nominations import messages
from partnership.nominations.choices import reminders_due
from partnership.nominations.models import NominationQuota
from partnership.nominations.querysets import RELATED


def move_deadlines(event: Event, later: timedelta, by: User) -> None:
    """Give every organisation that was asked as much more time, and tell it; seats that were given
    back stay so. The event is locked; who moves it may do this, too."""
    now = timezone.now()
    rows = NominationQuota.objects.filter(hold__event=event, released_at__isnull=True)
    locked = rows.select_for_update(of=("self",)).select_related(*RELATED)
    for quota in locked.order_by("pk"):
        quota.hold.event = event
        before, quota.deadline = quota.deadline, quota.deadline + later
        quota.reminders = reminders_due(quota.deadline - now)
        quota.version += 1
        quota.save()
        changes = {"deadline": [before.isoformat(), quota.deadline.isoformat()]}
        audit.record(Verb.CHANGED, quota, by=by, changes=changes)
        if quota.deadline > now:
            messages.asked(quota)
