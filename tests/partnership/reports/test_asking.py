"""Which cities are asked for a report, by when, and that nobody is asked twice."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from partnership.accounts.models import User
from partnership.events.choices import Attendance, Status
from partnership.events.models import Event
from partnership.network.choices import Standing
from partnership.network.models import Organisation
from partnership.notifications.models import Notification
from partnership.reports import actions
from partnership.reports.models import EventReport
from partnership.reports.tasks import look_after_reports
from tests.factories.network import MembershipFactory, OrganisationFactory
from tests.factories.reports import had_seat
from tests.factories.results import held_events
from tests.factories.submissions import city_government

pytestmark = pytest.mark.django_db


@pytest.fixture
def ended() -> Event:
    """An event that ended yesterday."""
    return held_events(1, starts_at=timezone.now() - timedelta(days=1, hours=3))[0]


@pytest.fixture
def city(nguyen: User) -> Organisation:
    found = city_government()
    MembershipFactory(user=nguyen, organisation=found)
    return found


def asked() -> set[tuple[int, int]]:
    return set(EventReport.objects.values_list("event", "organisation"))


def test_a_city_that_had_seats_is_asked_once(
    ended: Event, city: Organisation, nguyen: User
) -> None:
    had_seat(city, ended)

    assert actions.ask_for_reports() == 1
    look_after_reports()

    report = EventReport.objects.get()
    assert (report.event, report.organisation) == (ended, city)
    assert report.due_on == timezone.localdate() + timedelta(days=13)
    told = Notification.objects.get(recipient=nguyen, kind="reports.asked")
    assert told.title_en == f"Please report after “{ended.title_en}”"


def test_two_runs_at_the_same_time_ask_once(ended: Event, city: Organisation) -> None:
    """Both have found that the city was not asked yet."""
    had_seat(city, ended)

    assert actions.asking._ask(ended.pk, city.pk) is True
    assert actions.asking._ask(ended.pk, city.pk) is False

    assert asked() == {(ended.pk, city.pk)}
    assert Notification.objects.filter(kind="reports.asked").count() == 1


def test_who_is_not_signed_in_sees_no_row(ended: Event, city: Organisation, lin: User) -> None:
    had_seat(city, ended)
    actions.ask_for_reports()

    assert not EventReport.objects.visible_to(AnonymousUser()).exists()
    assert EventReport.objects.visible_to(lin).count() == 1


@pytest.mark.parametrize("attendance", [Attendance.ABSENT, Attendance.EXCUSED])
def test_whoever_was_not_there_reports_nothing(
    ended: Event, city: Organisation, attendance: Attendance
) -> None:
    had_seat(city, ended, attendance=attendance)

    assert actions.ask_for_reports() == 0


def test_a_seat_counts_where_attendance_was_not_noted(ended: Event, city: Organisation) -> None:
    had_seat(city, ended, attendance=Attendance.UNKNOWN)

    assert actions.ask_for_reports() == 1


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.PUBLISHED, Status.POSTPONED])
def test_an_event_that_did_not_take_place_asks_for_nothing(
    ended: Event, city: Organisation, status: Status
) -> None:
    had_seat(city, ended)
    reasons = {"public_reason_zh_hans": "台风。", "public_reason_en": "A storm."}
    Event.objects.filter(pk=ended.pk).update(status=status, **reasons)

    assert actions.ask_for_reports() == 0


def test_only_cities_of_the_partnership_are_asked(ended: Event) -> None:
    had_seat(OrganisationFactory(), ended)
    had_seat(city_government(standing=Standing.CLOSED), ended)

    assert actions.ask_for_reports() == 0


def test_events_of_long_ago_are_not_asked_about(city: Organisation) -> None:
    had_seat(city, held_events(1, starts_at=timezone.now() - timedelta(days=70))[0])

    assert actions.ask_for_reports() == 0


def test_the_day_is_that_of_the_place_and_never_too_near() -> None:
    """Just after midnight in Beijing it is the evening before in Bangkok."""
    with time_machine.travel("2026-06-01 12:00+08:00"):
        late = "2026-05-31T16:30:00Z"
        beijing = Event(ends_at=timezone.datetime.fromisoformat(late), timezone="Asia/Shanghai")
        bangkok = Event(ends_at=beijing.ends_at, timezone="Asia/Bangkok")
        assert actions.asking.due_day(beijing) == date(2026, 6, 15)
        assert actions.asking.due_day(bangkok) == date(2026, 6, 14)
    with time_machine.travel("2026-07-01 12:00+08:00"):
        assert actions.asking.due_day(beijing) == date(2026, 7, 8)
