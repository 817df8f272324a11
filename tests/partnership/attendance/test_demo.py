"""What the demo shows of events that are over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partnership.accounts import demo as people
from partnership.attendance import demo
from partnership.attendance.evaluation import results
from partnership.attendance.judging import Yardstick, noted_of
from partnership.attendance.models import Certificate, CheckIn, Plan
from partnership.events.choices import Attendance, RegistrationStatus
from partnership.events.models import Event, Registration, Session
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory

pytestmark = pytest.mark.django_db


def over(days: int, number: int) -> Event:
    """A demo event so many days ago with five sessions, two of them at once, and its people.

    It begins at nine in Beijing: one that runs past midnight has two days to check in on.
    """
    event = EventFactory(held=True, is_demo=True)
    starts = (timezone.now() - timedelta(days=days)).replace(hour=1, minute=0)
    Event.objects.filter(pk=event.pk).update(starts_at=starts, ends_at=starts + timedelta(hours=4))
    Registration.objects.bulk_create(
        Registration(
            event=event,
            status=RegistrationStatus.CONFIRMED,
            language="en",
            name=f"Demo {nth}",
            email=f"demo.{event.pk}.{nth}@example.org",
        )
        for nth in range(number)
    )
    Session.objects.bulk_create(
        Session(
            event=event,
            starts_at=starts + timedelta(hours=hour),
            ends_at=starts + timedelta(hours=hour + 1),
            title_en=f"Session {hour}",
        )
        for hour in (0, 1, 2, 3, 3)
    )
    event.refresh_from_db()
    return event


@pytest.fixture
def accounts(db: None) -> None:
    people.load()


def test_most_came_some_left_early_and_some_did_not_come(accounts: None) -> None:
    event = over(40, 10)

    assert demo.load() == 1

    rows = list(event.registrations.order_by("pk"))
    assert [row.attendance for row in rows].count(Attendance.PARTIAL) > 0
    assert rows[4].attendance == Attendance.ABSENT
    yardstick, noted = Yardstick.of(event), noted_of([row.pk for row in rows])
    assert all(row.attendance == yardstick.word(noted[row.pk]) for row in rows)
    assert CheckIn.objects.count() == 9


def test_certificates_and_answers_are_there_except_of_the_latest(accounts: None) -> None:
    old, latest = over(40, 8), over(20, 3)
    coming = EventFactory(published=True, is_demo=True)

    demo.load()

    attended = Registration.objects.filter(event=old, attendance=Attendance.ATTENDED)
    assert Certificate.objects.count() == attended.count() > 0
    found = results.results_of(Plan.objects.get(event=old), 0)
    assert found.is_shown
    assert any(each.words for each in found.said)
    assert Plan.objects.get(event=latest) in Plan.objects.to_evaluate()
    assert not Plan.objects.filter(event=coming).exists()
    assert not OutgoingMessage.objects.exists(), "nobody is told"


def test_a_second_load_changes_nothing(accounts: None) -> None:
    over(40, 2)
    demo.load()

    assert demo.load() == 0


def test_without_the_demo_accounts_nothing_is_noted(db: None) -> None:
    over(40, 2)

    assert demo.load() == 0
    assert not Plan.objects.exists()
