"""Releasing a city from a report, and asking for it after all."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import TransitionRefused
from partnership.reports import messages, policies
from partnership.reports.choices import SHORTEST_DAYS
from partnership.reports.models import EventReport


@transaction.atomic
def excuse(report: EventReport, *, by: User, reason: str) -> EventReport:
    """Ask the city no longer, and tell it so; whoever wants to may still hand in."""
    fresh = _locked(report, by=by)
    if fresh.excused_on is not None or not fresh.is_owed:
        raise TransitionRefused
    _change(fresh, {"excused_on": timezone.localdate()}, by=by, reason=reason)
    messages.excused(fresh)
    return fresh


@transaction.atomic
def ask_after_all(report: EventReport, *, by: User, reason: str) -> EventReport:
    """Ask a released city anew, with time to write and all reminders before it."""
    fresh = _locked(report, by=by)
    if fresh.excused_on is None:
        raise TransitionRefused
    due_on = max(fresh.due_on, timezone.localdate() + timedelta(days=SHORTEST_DAYS))
    changes = {"excused_on": None, "due_on": due_on, "reminders": 0}
    _change(fresh, changes, by=by, reason=reason)
    messages.asked_after_all(fresh)
    return fresh


def _locked(report: EventReport, *, by: User) -> EventReport:
    policies.may_excuse(by).require()
    fresh: EventReport = EventReport.objects.select_for_update().get(pk=report.pk)
    return fresh


def _change(report: EventReport, values: Mapping[str, object], *, by: User, reason: str) -> None:
    before = audit.snapshot(report)
    for name, value in values.items():
        setattr(report, name, value)
    report.save(update_fields=[*values, "updated_at"])
    changes = audit.difference(before, audit.snapshot(report))
    changes.pop("updated_at", None)
    audit.record(Verb.CHANGED, report, by=by, changes=changes, note=reason)
