"""Who is reminded of a report that does not come, and when: over a simulated year."""

import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection, transaction

from partnership.accounts.models import User
from partnership.events.choices import Attendance, Status
from partnership.events.models import Event, Registration
from partnership.network.choices import OrganisationType, Standing
from partnership.network.models import Organisation
from partnership.network.roles import MemberRole
from partnership.notifications.models import Notification, OutgoingMessage
from partnership.reports import actions
from partnership.reports.choices import REMINDERS, Addressee, reminders_due
from partnership.reports.models import EventReport
from partnership.reports.tasks import look_after_reports
from partnership.review import actions as of_review
from tests.factories.network import MembershipFactory, OrganisationFactory, PersonFactory
from tests.factories.reference import CityFactory
from tests.factories.reports import begun, had_seat
from tests.factories.results import held_events
from tests.factories.submissions import city_government

pytestmark = pytest.mark.django_db

BEIJING = ZoneInfo("Asia/Shanghai")
DUE = date(2027, 1, 24)  # the event ends on 10 January
AGAIN = {(13 + days) % 7 for days, _to in REMINDERS}  # the first morning is 13 days before DUE
FIRST_REMINDER = datetime(2027, 1, 27, 8, tzinfo=BEIJING)
MORNING = datetime(2027, 1, 11, 8, 20, tzinfo=BEIJING)


TOLD: dict[int, tuple[int, int, str]] = {}


@pytest.fixture(autouse=True)
def _nothing_told() -> None:
    TOLD.clear()


@pytest.fixture
def city(nguyen: User) -> Organisation:
    """A city whose province has somebody who endorses, and that took part in an event."""
    found = city_government(place=CityFactory())
    MembershipFactory(user=nguyen, organisation=found, role=MemberRole.SUBMITTER)
    starts_at = datetime(2027, 1, 10, 9, tzinfo=BEIJING)
    had_seat(found, held_events(1, starts_at=starts_at)[0])
    return found


@pytest.fixture
def above(city: Organisation) -> User:
    assert city.place is not None
    province = OrganisationFactory(type=OrganisationType.PROVINCE, place=city.place.province)
    endorser: User = MembershipFactory(organisation=province, role=MemberRole.ENDORSER).user
    return endorser


def run(moment: datetime, times: int = 1) -> None:
    """Let the portal's clock strike, and note on which day, counted from DUE, who was told what."""
    with time_machine.travel(moment, tick=False):
        for _time in range(times):
            look_after_reports()
    rows = Notification.objects.filter(kind__startswith="reports.", pk__gt=max(TOLD, default=0))
    for row in rows.order_by("pk"):
        TOLD[row.pk] = ((moment.date() - DUE).days, row.recipient_id, row.kind)


def mornings(days: int) -> Iterator[date]:
    """Let so many mornings pass, twice where a reminder may fall due; yield each in its own time."""
    for day in range(days):
        moment = MORNING + timedelta(days=day)
        run(moment, 2 if day % 7 in AGAIN else 1)
        with time_machine.travel(moment, tick=False):
            yield moment.date()


def days_of(user: User, kind: str) -> list[int]:
    """Return on which days after the due day a person was told."""
    return [
        day for day, told, what in TOLD.values() if (told, what) == (user.pk, f"reports.{kind}")
    ]


def test_the_table_says_who_is_reminded_when() -> None:
    assert [(days, to) for days, to in REMINDERS if to == Addressee.CITY] == [
        (3, "city"),
        (7, "city"),
    ]
    weekly = [days for days, to in REMINDERS if to == Addressee.SUPERIOR]
    assert weekly == [14, 21, 28, 35]


@pytest.mark.parametrize(
    ("days", "due"), [(-1, 0), (0, 0), (2, 0), (3, 1), (6, 1), (7, 2), (14, 3), (35, 6), (400, 6)]
)
def test_reminders_belong_to_days(days: int, due: int) -> None:
    assert reminders_due(days) == due


def test_a_year_without_a_report(city: Organisation, nguyen: User, above: User) -> None:
    list(mornings(365))

    assert days_of(nguyen, "asked") == [-13]
    assert days_of(nguyen, "overdue") == [3, 7]
    assert days_of(above, "missing") == [14, 21, 28, 35]
    assert days_of(above, "overdue") == days_of(nguyen, "missing") == []
    assert EventReport.objects.get().reminders == len(REMINDERS)
    assert OutgoingMessage.objects.filter(kind__startswith="reports.").count() == 7


def test_without_a_body_above_the_city_itself_is_reminded(city: Organisation, nguyen: User) -> None:
    list(mornings(60))

    assert days_of(nguyen, "overdue") == [3, 7, 14, 21, 28, 35]


def test_days_nothing_ran_are_not_made_up_for_all_at_once(
    city: Organisation, nguyen: User, above: User
) -> None:
    list(mornings(1))
    run(datetime(2027, 2, 14, 8, 20, tzinfo=BEIJING), times=2)  # day 21

    assert days_of(nguyen, "overdue") == []
    assert days_of(above, "missing") == [21]


def test_nobody_is_reminded_once_it_is_handed_in(
    city: Organisation, nguyen: User, above: User
) -> None:
    for day in mornings(60):
        if day == DUE + timedelta(days=4):
            draft = begun(EventReport.objects.get(), nguyen)
            of_review.submit(draft, by=nguyen, revision=draft.revision)

    assert days_of(nguyen, "overdue") == [3]
    assert days_of(above, "missing") == []


def test_a_draft_is_not_there_yet_and_a_withdrawn_one_no_more(
    city: Organisation, nguyen: User
) -> None:
    for day in mornings(40):
        if day == DUE:
            draft = begun(EventReport.objects.get(), nguyen)
        if day == DUE + timedelta(days=4):
            handed_in = of_review.submit(draft, by=nguyen, revision=draft.revision)
            of_review.withdraw(handed_in, by=nguyen, reason="Wrong figures.")

    assert days_of(nguyen, "overdue")[:2] == [3, 7]


@pytest.mark.parametrize("what", ["cancelled", "absent", "closed"])
def test_nobody_is_reminded_of_what_is_no_longer_owed(
    city: Organisation, nguyen: User, what: str
) -> None:
    list(mornings(1))
    reasons = {"public_reason_zh_hans": "台风。", "public_reason_en": "A storm."}
    if what == "cancelled":
        Event.objects.update(status=Status.CANCELLED, **reasons)
    elif what == "absent":
        Registration.objects.update(attendance=Attendance.ABSENT)
    else:
        Organisation.objects.filter(pk=city.pk).update(standing=Standing.CLOSED)

    list(mornings(60))

    assert days_of(nguyen, "overdue") == []


def test_a_report_that_was_reminded_of_or_is_gone_is_left_alone(
    city: Organisation, nguyen: User
) -> None:
    list(mornings(1))
    report = EventReport.objects.get()

    with time_machine.travel(FIRST_REMINDER, tick=False):
        assert actions.remind() == 1
        assert actions.remind() == 0
        report.delete()
        assert actions.reminding._remind(report.pk or 0) is False


@pytest.mark.django_db(transaction=True)
def test_a_report_another_worker_holds_is_left_to_it(city: Organisation, nguyen: User) -> None:
    list(mornings(1))
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        try:
            with transaction.atomic():
                EventReport.objects.select_for_update().get()
                held.set()
                done.wait(5)  # whoever waits for the row gets it then, and reminds
        finally:
            connection.close()

    worker = threading.Thread(target=hold)
    worker.start()
    assert held.wait(5)

    with time_machine.travel(FIRST_REMINDER, tick=False):
        assert actions.remind() == 0
        done.set()
        worker.join(10)
        assert actions.remind() == 1


def test_people_who_left_are_not_written_to(city: Organisation, nguyen: User) -> None:
    successor = MembershipFactory(
        user=PersonFactory(), organisation=city, role=MemberRole.FOCAL_POINT
    ).user
    nguyen.memberships.all().delete()

    list(mornings(20))

    assert days_of(successor, "overdue") == [3]
    assert days_of(nguyen, "overdue") == []
