"""Attendance by session: noted in a table, judged by a share."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.attendance import actions
from partnership.attendance.choices import Measure, State
from partnership.attendance.errors import DoesNotTakePlace, NotBegunYet, NotedMeanwhile
from partnership.attendance.judging import Noted, Yardstick
from partnership.attendance.models import CheckIn, Plan, Presence
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.events.choices import Attendance
from partnership.events.models import Event, Registration, Session
from tests.factories.attendance import begun
from tests.factories.events import EventFactory, RegistrationFactory, SessionFactory
from tests.factories.network import PersonFactory
from tests.forms_in_pages import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessions(event: Event, mei: Registration) -> list[Session]:
    """An hour and a half-hour; the event goes on."""
    begun(event)
    starts = event.starts_at
    return [
        SessionFactory(event=event, starts_at=starts),
        SessionFactory(
            event=event,
            starts_at=starts + timedelta(hours=1),
            ends_at=starts + timedelta(minutes=90),
        ),
    ]


def word(row: Registration) -> str:
    row.refresh_from_db()
    return row.attendance


@pytest.mark.parametrize(
    ("measure", "states", "share"),
    [
        (Measure.SESSIONS, ["present", "present"], 100),
        (Measure.SESSIONS, ["present", "absent"], 50),
        (Measure.SESSIONS, ["partial", "excused"], 25),
        (Measure.SESSIONS, ["present", None], 50),
        (Measure.MINUTES, ["present", "absent"], 66),
        (Measure.MINUTES, ["partial", "present"], 66),
        (Measure.MINUTES, ["absent", "present"], 33),
    ],
)
def test_the_share_counts_sessions_or_minutes(
    plan: Plan, sessions: list[Session], measure: str, states: list[str | None], share: int
) -> None:
    Plan.objects.update(measure=measure)
    marks = {session.pk: state for session, state in zip(sessions, states, strict=True) if state}

    assert Yardstick.of(plan.event).share(Noted(marks)) == share


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], Attendance.UNKNOWN),
        (["present", "present"], Attendance.ATTENDED),
        (["present", "absent"], Attendance.PARTIAL),
        (["absent", "absent"], Attendance.ABSENT),
        (["absent", "excused"], Attendance.EXCUSED),
    ],
)
def test_the_registration_says_how_somebody_attended(
    event: Event,
    mei: Registration,
    sun: User,
    sessions: list[Session],
    states: list[str],
    expected: str,
) -> None:
    marks = {(mei.pk, session.pk): state for session, state in zip(sessions, states, strict=False)}

    assert actions.note(event, marks, by=sun) == len(states)

    assert word(mei) == expected
    assert actions.note(event, marks, by=sun) == 0, "a second time changes nothing"


def test_the_needed_share_is_the_events_own(
    event: Event, mei: Registration, sun: User, sessions: list[Session]
) -> None:
    Plan.objects.update(needed_share=50)
    actions.note(event, {(mei.pk, sessions[0].pk): State.PRESENT}, by=sun)
    assert word(mei) == Attendance.ATTENDED

    actions.note(event, {(mei.pk, sessions[0].pk): ""}, by=sun)

    assert word(mei) == Attendance.UNKNOWN
    assert not Presence.objects.exists()
    trail = AuditEvent.objects.filter(target_type="events.event").latest("occurred_at")
    assert trail.changes == {"attendance_noted": [0, 1]}


def test_an_event_without_a_programme_counts_days(
    event: Event, mei: Registration, sun: User
) -> None:
    made = actions.check_in(mei, people=1, by=sun)
    assert word(mei) == Attendance.PARTIAL, "the event has a second day"
    CheckIn.objects.create(registration=mei, day=made.day + timedelta(days=1), at=made.at, by=sun)
    actions.take_back(mei, by=sun)
    actions.check_in(mei, people=1, by=sun)
    assert word(mei) == Attendance.ATTENDED


def test_only_cells_of_the_event_are_written(
    event: Event, mei: Registration, sun: User, sessions: list[Session]
) -> None:
    foreign = SessionFactory(event=EventFactory())
    elsewhere = RegistrationFactory(event=EventFactory(published=True))
    marks = {
        (mei.pk, foreign.pk): State.PRESENT,
        (elsewhere.pk, sessions[0].pk): State.PRESENT,
    }

    assert actions.note(event, marks, by=sun) == 0
    assert not Presence.objects.exists()


def test_nothing_is_noted_before_it_begins_nor_by_others(
    event: Event, mei: Registration, sun: User
) -> None:
    with pytest.raises(NotBegunYet):
        actions.note(event, {}, by=sun)
    with pytest.raises(NotAllowed):
        actions.note(event, {}, by=PersonFactory())
    begun(event)
    event.status = "closed"
    with pytest.raises(DoesNotTakePlace):
        actions.note(event, {}, by=sun)


def test_what_is_open_follows_from_the_door(
    event: Event, mei: Registration, sun: User, sessions: list[Session]
) -> None:
    away = Registration.objects.get(pk=mei.pk)
    Event.objects.update(starts_at=event.ends_at - timedelta(minutes=1))
    came, excused = RegistrationFactory.create_batch(2, event=event)
    begun(event)
    actions.check_in(came, people=1, by=sun)
    actions.note(event, {(excused.pk, sessions[0].pk): State.EXCUSED}, by=sun)

    assert actions.fill(event, sessions[0], by=sun) == 2

    states = dict(Presence.objects.values_list("registration", "state"))
    assert states == {
        away.pk: State.ABSENT,
        came.pk: State.PRESENT,
        excused.pk: State.EXCUSED,
    }


def test_the_table_is_saved_by_a_steward(
    client: Client, event: Event, mei: Registration, sun: User, sessions: list[Session]
) -> None:
    client.force_login(sun)
    address = f"/en/events/{event.slug}/attendance/"
    cell = f"cell-{mei.pk}-{sessions[0].pk}-"
    assert f'name="{cell}"' in client.get(address).content.decode()

    page = client.post(
        address, {cell: "present", "cell-x": "present", "cell-1-1-": "nonsense"}, follow=True
    ).content.decode()

    assert "50%" in page
    assert Presence.objects.get().state == State.PRESENT
    filled = client.post(address, {"fill": str(sessions[1].pk)}, follow=True)
    assert "1 entry is noted" in filled.content.decode()
    assert client.post(address, {"fill": "x"}).status_code == 404
    Event.objects.update(status="closed")
    refused = client.post(address, {f"{cell}present": "absent"}).content.decode()
    assert '<option value="absent" selected>' in refused, "what was chosen stays"
    client.force_login(PersonFactory())
    assert client.get(address).status_code == 404


def test_a_table_opened_before_a_colleagues_leaves_their_marks(
    client: Client, event: Event, mei: Registration, sun: User, sessions: list[Session]
) -> None:
    client.force_login(sun)
    address = f"/en/events/{event.slug}/attendance/"
    stale = fields_of(client.get(address), "attendance-table")
    first, second = ((mei.pk, session.pk) for session in sessions)
    actions.note(event, {first: State.PRESENT}, by=sun)

    client.post(address, {**stale, f"cell-{second[0]}-{second[1]}-": "excused"})

    kept = Presence.objects.order_by("session__starts_at").values_list("state", flat=True)
    assert list(kept) == [State.PRESENT, State.EXCUSED]
    fresh = fields_of(client.get(address), "attendance-table")
    client.post(address, {**fresh, f"cell-{first[0]}-{first[1]}-present": ""})
    assert Presence.objects.get().state == State.EXCUSED, "what one takes back oneself goes"


def test_of_two_who_change_the_same_cell_the_second_is_told_and_decides(
    client: Client, event: Event, mei: Registration, sun: User, sessions: list[Session]
) -> None:
    client.force_login(sun)
    address = f"/en/events/{event.slug}/attendance/"
    cell = f"cell-{mei.pk}-{sessions[0].pk}"
    actions.note(event, {(mei.pk, sessions[0].pk): State.EXCUSED}, by=sun)

    refused = client.post(address, {f"{cell}-": "absent"})

    page = refused.content.decode()
    assert "A colleague has meanwhile noted something else: Mei" in page
    assert "excused" in page
    assert Presence.objects.get().state == State.EXCUSED
    kept = fields_of(refused, "attendance-table")
    assert kept[f"{cell}-excused"] == "absent", "what was chosen stays"
    client.post(address, kept)
    assert Presence.objects.get().state == State.ABSENT
    client.post(address, {f"{cell}-present": "absent"})
    assert Presence.objects.get().state == State.ABSENT, "both say the same"


def test_many_overtaken_cells_are_not_all_named() -> None:
    with override("en"):
        said = str(NotedMeanwhile([("Mei", f"Talk {nth}", "") for nth in range(4)]))

    assert "Talk 2: –; …" in said
    assert "Talk 3" not in said


def test_the_table_of_an_event_without_programme_or_people_says_so(
    client: Client, event: Event, sun: User
) -> None:
    client.force_login(sun)

    page = client.get(f"/en/events/{event.slug}/attendance/").content.decode()

    assert "no programme" in page
    assert "Nobody has a seat yet" in page


def test_the_table_asks_the_same_for_one_and_for_fifty(
    client: Client, event: Event, sun: User, django_assert_max_num_queries: Any
) -> None:
    Event.objects.filter(pk=event.pk).update(capacity=None)
    SessionFactory.create_batch(3, event=event)
    client.force_login(sun)

    def queries() -> int:
        with django_assert_max_num_queries(25) as found:
            assert client.get(f"/en/events/{event.slug}/attendance/").status_code == 200
        return len(found)

    RegistrationFactory(event=event)
    queries()
    one = queries()
    RegistrationFactory.create_batch(2, event=event)
    three = queries()
    RegistrationFactory.create_batch(47, event=event)

    assert one == three == queries()


def test_a_cell_says_what_it_is(mei: Registration) -> None:
    assert "缺席" in str(Presence(registration=mei, state=State.ABSENT))
