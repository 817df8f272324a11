"""Reminding of reports that do not come: the city first, then the body above it."""

from django.db import transaction
from django.utils import timezone

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.reports import messages
from partnership.reports.choices import REMINDERS, reminders_due
from partnership.reports.models import EventReport


def remind() -> int:
    """Send the reminders whose day has come; return of how many reports somebody was reminded.

    A report whose days passed while nothing ran gets the last of them, not all. Each row has a
    transaction of its own and notes what was sent: a second run, or one at the same time, repeats
    nothing.
    """
    keys = list(EventReport.objects.overdue(timezone.localdate()).values_list("pk", flat=True))
    return sum(_remind(key) for key in keys)


@transaction.atomic
def _remind(key: int) -> bool:
    today = timezone.localdate()
    owed = EventReport.objects.overdue(today).filter(pk=key)
    rows = EventReport.objects.select_for_update(skip_locked=True, of=("self",))
    report = rows.filter(pk__in=owed.values("pk")).select_related("event", "organisation").first()
    if report is None:
        return False
    due = reminders_due((today - report.due_on).days)
    if due <= report.reminders:
        return False
    changes = {"reminders": [report.reminders, due]}
    report.reminders = due
    report.save(update_fields=["reminders", "updated_at"])
    audit.record(Verb.CHANGED, report, by=None, changes=changes)
    messages.overdue(report, REMINDERS[due - 1])
    return True
