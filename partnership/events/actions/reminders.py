"""Reminders by rule: planned with the event, moved with it, sent once when their time comes."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from partnership.events.actions.notices import begin_notice
from partnership.events.choices import (
    TOOK_PLACE,
    NoticeKind,
    ReminderRule,
    ReminderState,
    Status,
)
from partnership.events.models import Event, Reminder

USUAL: Final = ((ReminderRule.BEFORE_START, 7 * 24), (ReminderRule.BEFORE_START, 24))
LATEST: Final = timedelta(hours=6)  # after its moment, a reminder is not sent any more


def plan_reminders(event: Event) -> None:
    """Give a new event the usual reminders; the secretariat changes them in its form."""
    for rule, hours in USUAL:
        Reminder.objects.create(event=event, rule=rule, hours=hours)


def renew_reminders(event: Event, now: datetime) -> None:
    """Work out anew when they are due, after the event has moved; the event is locked.

    What is due in future is scheduled, even when it was sent for the former date. What would
    have been due already is missed, and nothing is sent.
    """
    for reminder in event.reminders.select_for_update():
        reminder.event = event
        if reminder.moment() > now:
            reminder.state = ReminderState.SCHEDULED
        elif reminder.state == ReminderState.SCHEDULED:
            reminder.state = ReminderState.MISSED
        reminder.save()


def drop_reminders(event: Event) -> None:
    """Send none of them any more: the event is called off."""
    event.reminders.filter(state=ReminderState.SCHEDULED).update(state=ReminderState.DROPPED)


def send_due_reminders(now: datetime | None = None) -> int:
    """Begin to write the reminders whose moment has come; return how many that are.

    May run twice, or twice at once: a reminder is taken under its lock and leaves its state.
    """
    moment, count = now or timezone.now(), 0
    while _send_next(moment):
        count += 1
    return count


@transaction.atomic
def _send_next(now: datetime) -> bool:
    rows = Reminder.objects.due(now).select_for_update(of=("self",), skip_locked=True)
    reminder = rows.select_related("event").first()
    if reminder is None:
        return False
    reminder.state = _judged(reminder, now)
    reminder.save()
    if reminder.state == ReminderState.SENT:
        begin_notice(reminder.event, NoticeKind.REMINDER, reminder=reminder)
    return True


def _judged(reminder: Reminder, now: datetime) -> ReminderState:
    """Say what becomes of a reminder whose moment has come."""
    event = reminder.event
    fits = {Status.PUBLISHED}
    if reminder.rule == ReminderRule.AFTER_END:
        fits |= TOOK_PLACE
    if event.status not in fits:
        return ReminderState.DROPPED
    is_late = now - reminder.due_at > LATEST
    has_begun = reminder.rule != ReminderRule.AFTER_END and now >= event.starts_at
    return ReminderState.MISSED if is_late or has_begun else ReminderState.SENT
