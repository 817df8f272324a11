"""The days of an event, by the clock of its place."""

from datetime import date, datetime, timedelta

from partnership.events.models import Event
from partnership.events.zones import zone


def day_at(event: Event, now: datetime) -> date:
    """Return which day it is at the event's place."""
    return now.astimezone(zone(event.timezone)).date()


def days_of(event: Event) -> list[date]:
    """Return every day on which the event takes place; an end at midnight begins no new day."""
    last = day_at(event, event.ends_at - timedelta(microseconds=1))
    first = day_at(event, event.starts_at)
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def is_on(event: Event, now: datetime) -> bool:
    """Tell whether it is a day of the event; the door opens before the beginning."""
    return day_at(event, now) in days_of(event)
