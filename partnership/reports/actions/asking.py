"""Asking the cities that had seats at an event for their report."""

from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.events.models import Event
from partnership.events.zones import zone
from partnership.reports import messages
from partnership.reports.choices import SHORTEST_DAYS
from partnership.reports.models import EventReport


def ask_for_reports() -> int:
    """Ask every city that had seats at an event and was not asked yet; return how many were.

    Each has a transaction of its own, and there is one row for city and event: a second run, or one
    at the same time, asks nobody again.
    """
    return sum(_ask(*pair) for pair in list(EventReport.objects.to_ask(timezone.now())))


@transaction.atomic
def _ask(event: int, organisation: int) -> bool:
    found = Event.objects.get(pk=event)
    report, is_new = EventReport.objects.get_or_create(
        event=found, organisation_id=organisation, defaults={"due_on": due_day(found)}
    )
    if is_new:
        audit.record(Verb.CREATED, report, by=None)
        messages.asked(report)
    return is_new


def due_day(event: Event) -> date:
    """Return by when a report is due: some days after the last day of the event by the clock of its
    place, and never sooner than people can write it."""
    last = event.ends_at.astimezone(zone(event.timezone)).date()
    usual = last + timedelta(days=settings.CITY_REPORT_DAYS)
    return max(usual, timezone.localdate() + timedelta(days=SHORTEST_DAYS))
