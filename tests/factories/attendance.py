"""Events of today and whoever looks after their door."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from partnership.attendance.choices import Paper
from partnership.attendance.models import Export, Plan, Steward
from partnership.core.choices import FileState
from partnership.events.models import Event
from partnership.events.zones import BEIJING
from tests.factories.events import EventFactory, clerk
from tests.factories.network import PersonFactory


class EventOfTodayFactory(EventFactory):
    """Announced, and beginning in a minute, so that people can still register in a test; it lasts
    two days, of a zone in which no midnight lies between now and its beginning."""

    published = True
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(minutes=1))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + timedelta(hours=25))
    timezone = factory.LazyFunction(lambda: far_from_midnight(timezone.now()))


def far_from_midnight(now: datetime) -> str:
    """Return a zone in which the day neither begins nor ends at about `now`."""
    return "UTC" if now.astimezone(ZoneInfo(BEIJING)).hour in (22, 23, 0, 1) else BEIJING


def begun(event: Event, **ago: Any) -> Event:
    """Let the event have begun, an hour ago unless said otherwise."""
    starts = timezone.now() - timedelta(**(ago or {"hours": 1}))
    Event.objects.filter(pk=event.pk).update(starts_at=starts, ends_at=starts + timedelta(hours=25))
    event.refresh_from_db()
    return event


class PlanFactory(DjangoModelFactory):
    class Meta:
        model = Plan

    event = factory.SubFactory(EventOfTodayFactory)


class StewardFactory(DjangoModelFactory):
    class Meta:
        model = Steward

    plan = factory.SubFactory(PlanFactory)
    person = factory.SubFactory(PersonFactory)


class ExportFactory(DjangoModelFactory):
    """A finished list, asked for by a clerk."""

    class Meta:
        model = Export

    event = factory.SubFactory(EventOfTodayFactory)
    paper = Paper.LIST_XLSX
    asked_by = factory.LazyFunction(clerk)
    language = "en"
    state = FileState.DONE
    content = b"PK"
