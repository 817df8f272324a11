"""Heads entered from the signed sheet, on the day or after the event; groups get their certificate."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance import actions
from partnership.attendance.days import days_of
from partnership.attendance.errors import (
    DoesNotTakePlace,
    MoreHeadsThanSeats,
    NotBegunYet,
    NotedMeanwhile,
)
from partnership.attendance.models import CheckIn
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.events.choices import Attendance
from partnership.events.models import Event, Registration
from tests.factories.attendance import begun
from tests.factories.events import RegistrationFactory, SessionFactory
from tests.factories.network import PersonFactory
from tests.forms_in_pages import fields_of
from tests.partnership.attendance.test_certificates import attended, over

BEIJING = "Asia/Shanghai"

pytestmark = pytest.mark.django_db


@pytest.fixture
def alone(event: Event) -> Registration:
    """Somebody comes alone."""
    made: Registration = RegistrationFactory(event=event)
    return made


@pytest.fixture
def group(event: Event, alone: Registration) -> Registration:
    """Hai has signed up four; the event goes on."""
    row: Registration = RegistrationFactory(event=event, name="Hai", other_adults=3)
    row.event = begun(event)
    return row


def day_of(event: Event) -> date:
    return days_of(Event.objects.get(pk=event.pk))[0]


def heads_of(row: Registration) -> list[int]:
    return list(row.check_ins.values_list("people", flat=True))


def test_heads_entered_after_the_event_bring_the_certificate(
    client: Client, event: Event, sun: User, lin: User
) -> None:
    row = attended(event, name="Hai", other_adults=3)
    over(event)
    noon = timezone.localtime().replace(hour=12) - timedelta(days=2)
    Event.objects.update(starts_at=noon, ends_at=noon + timedelta(hours=2), timezone=BEIJING)
    held = Event.objects.get(pk=event.pk)
    assert actions.issue(held, by=lin) == []
    client.force_login(sun)
    address = f"/en/events/{event.slug}/attendance/"
    box = f"heads-{row.pk}-{day_of(event)}-0"
    page = client.get(address).content.decode()
    assert f'name="{box}"' in page
    assert 'max="4"' in page

    saved = client.post(address, {box: "3"}, follow=True).content.decode()

    assert "1 entry is noted" in saved
    assert heads_of(row) == [3]
    [made] = actions.issue(held, by=lin)
    assert made.people == 3


def test_heads_are_corrected_and_taken_back(group: Registration, sun: User) -> None:
    event, cell = group.event, (group.pk, day_of(group.event))

    for people, left in ((2, [2]), (4, [4]), (4, [4]), (0, [])):
        actions.count_heads(event, {cell: people}, by=sun)
        assert heads_of(group) == left

    notes = AuditEvent.objects.filter(changes__has_key="people_checked_in").order_by("occurred_at")
    told = [note.changes["people_checked_in"] for note in notes]
    assert told == [[0, 2], [2, 4], [4, 0]], "what stays the same leaves no trace"


def test_without_a_programme_they_say_who_attended(
    group: Registration, alone: Registration, sun: User
) -> None:
    day = day_of(group.event)

    actions.count_heads(group.event, {(group.pk, day): 1, (alone.pk, day): 1}, by=sun)

    for row in (group, alone):
        row.refresh_from_db()
        assert row.attendance == Attendance.PARTIAL, "one of the two days"


def test_only_seats_of_the_event_on_its_days_so_far_are_counted(
    group: Registration, sun: User
) -> None:
    event, day = group.event, day_of(group.event)
    foreign = RegistrationFactory()
    with pytest.raises(MoreHeadsThanSeats):
        actions.count_heads(event, {(group.pk, day): 5}, by=sun)

    cells = {(foreign.pk, day): 1, (group.pk, day + timedelta(days=40)): 1}
    assert actions.count_heads(event, cells, by=sun) == 0
    assert not CheckIn.objects.exists()


def test_neither_before_nor_once_it_is_closed_nor_by_others(
    group: Registration, sun: User, event: Event
) -> None:
    cells = {(group.pk, day_of(event)): 1}
    with pytest.raises(NotAllowed):
        actions.count_heads(event, cells, by=PersonFactory())
    Event.objects.update(status="closed")
    event.refresh_from_db()
    with pytest.raises(DoesNotTakePlace):
        actions.count_heads(event, cells, by=sun)
    event.status, event.starts_at = "published", timezone.now() + timedelta(hours=1)
    with pytest.raises(NotBegunYet):
        actions.count_heads(event, cells, by=sun)


def test_of_two_who_enter_the_same_the_second_is_told_and_decides(
    client: Client, group: Registration, sun: User
) -> None:
    client.force_login(sun)
    address = f"/en/events/{group.event.slug}/attendance/"
    stem = f"heads-{group.pk}-{day_of(group.event)}"
    actions.count_heads(group.event, {(group.pk, day_of(group.event)): 2}, by=sun)

    refused = client.post(address, {f"{stem}-0": "3"})

    assert "A colleague has meanwhile noted something else: Hai" in refused.content.decode()
    assert heads_of(group) == [2]
    kept = fields_of(refused, "attendance-table")
    assert kept[f"{stem}-2"] == "3", "what was typed stays"
    client.post(address, kept)
    assert heads_of(group) == [3]
    seen = {(group.pk, day_of(group.event)): 9}
    with pytest.raises(NotedMeanwhile):
        actions.count_heads(group.event, {(group.pk, day_of(group.event)): 0}, by=sun, seen=seen)


@pytest.mark.parametrize(("typed", "said"), [("many", "from 1 on"), ("9", "Hai has 4 seats")])
def test_what_cannot_be_is_said_and_kept_and_nothing_else_is_saved(
    client: Client, group: Registration, alone: Registration, sun: User, typed: str, said: str
) -> None:
    session = SessionFactory(event=group.event, starts_at=group.event.starts_at)
    client.force_login(sun)
    address = f"/en/events/{group.event.slug}/attendance/"
    stem = f"heads-{group.pk}-{day_of(group.event)}"
    assert f"heads-{alone.pk}-" not in client.get(address).content.decode(), "who comes alone"
    cell = f"cell-{alone.pk}-{session.pk}-"

    page = client.post(address, {f"{stem}-0": typed, cell: "present"}).content.decode()

    assert said in page
    assert f'value="{typed}"' in page
    assert not alone.presences.exists()
    assert client.post(address, {"heads-1-2027-13-45-0": "1"}).status_code == 302
    assert not CheckIn.objects.exists()


def test_the_columns_ask_the_same_for_one_and_for_fifty(
    client: Client, group: Registration, sun: User, django_assert_max_num_queries: Any
) -> None:
    Event.objects.update(capacity=None)
    client.force_login(sun)

    def queries() -> int:
        with django_assert_max_num_queries(25) as found:
            client.get(f"/en/events/{group.event.slug}/attendance/")
        return len(found)

    queries()
    one = queries()
    columns = {"event": group.event, "status": group.status, "language": "en"}
    for count in (2, 47):
        Registration.objects.bulk_create(
            Registration(
                name="N", email=f"n{count}-{n}@example.org", other_adults=1, seats=2, **columns
            )
            for n in range(count)
        )
        assert queries() == one
