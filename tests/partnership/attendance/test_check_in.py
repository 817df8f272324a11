"""Letting people in: by code, by list, without a registration."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.attendance import actions
from partnership.attendance.days import days_of, is_on
from partnership.attendance.errors import (
    AlreadyIn,
    DoesNotTakePlace,
    MorePeopleThanSeats,
    NotConfirmed,
    NotIn,
    NotToday,
)
from partnership.attendance.models import CheckIn, Plan
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.events import actions as events
from partnership.events.choices import RegistrationStatus, Source
from partnership.events.errors import (
    AlreadyRegistered,
    ConsentMissing,
    NoSeatAtDoor,
    RegistrationClosed,
)
from partnership.events.models import Event, Registration
from partnership.notifications.models import OutgoingMessage
from tests.factories.attendance import EventOfTodayFactory, StewardFactory, begun
from tests.factories.copies import copies, in_turn
from tests.factories.events import EventFactory, RegistrationFactory, clerk, details
from tests.factories.network import PersonFactory

pytestmark = pytest.mark.django_db


def entry(row: Registration, language: str = "en") -> str:
    return f"/{language}/check-in/{row.uid}/"


def door(event: Event, language: str = "en") -> str:
    return f"/{language}/events/{event.slug}/door/"


# --- The deed ----------------------------------------------------------------------------------


def test_a_steward_checks_somebody_in_once(mei: Registration, sun: User) -> None:
    made = actions.check_in(mei, people=1, by=sun)

    with pytest.raises(AlreadyIn) as refused:
        actions.check_in(mei, people=1, by=sun)
    assert "Sun" in str(refused.value)
    assert CheckIn.objects.get() == made
    trail = AuditEvent.objects.filter(target_type="events.registration").latest("occurred_at")
    assert trail.changes == {"people_checked_in": [0, 1]}


def test_a_wrong_tap_is_taken_back(mei: Registration, sun: User) -> None:
    actions.check_in(mei, people=1, by=sun)

    actions.take_back(mei, by=sun)

    assert not CheckIn.objects.exists()
    with pytest.raises(NotIn):
        actions.take_back(mei, by=sun)


def test_a_group_comes_with_as_many_as_have_come(event: Event, sun: User) -> None:
    group = RegistrationFactory(event=event, other_adults=2)
    with pytest.raises(MorePeopleThanSeats):
        actions.check_in(group, people=4, by=sun)

    assert actions.check_in(group, people=2, by=sun).people == 2


def test_another_day_is_another_check_in(mei: Registration, sun: User) -> None:
    made = actions.check_in(mei, people=1, by=sun)
    CheckIn.objects.update(day=made.day - timedelta(days=1))

    actions.check_in(mei, people=1, by=sun)

    assert mei.check_ins.count() == 2


def test_only_its_stewards_and_the_secretariat_check_in(mei: Registration, lin: User) -> None:
    other = StewardFactory().person

    with pytest.raises(NotAllowed):
        actions.check_in(mei, people=1, by=other)
    assert actions.check_in(mei, people=1, by=lin)


@pytest.mark.parametrize("status", [RegistrationStatus.CANCELLED, RegistrationStatus.WAITLISTED])
def test_who_has_no_seat_is_not_checked_in(event: Event, sun: User, status: str) -> None:
    Event.objects.filter(pk=event.pk).update(capacity=1, waitlist_capacity=5)
    first, second = RegistrationFactory.create_batch(2, event=event)
    row = second if status == RegistrationStatus.WAITLISTED else events.cancel(first)

    with pytest.raises(NotConfirmed) as refused:
        actions.check_in(row, people=1, by=sun)

    assert str(row.get_status_display()) in str(refused.value)


def test_it_says_when_the_event_is_not_today_or_does_not_take_place(lin: User) -> None:
    later = RegistrationFactory(event=EventFactory(published=True))
    with pytest.raises(NotToday):
        actions.check_in(later, people=1, by=lin)
    row = RegistrationFactory(event=EventOfTodayFactory())
    events.postpone(row.event, by=clerk(), reason_zh="台风。", reason_en="A typhoon.")
    with pytest.raises(DoesNotTakePlace):
        actions.check_in(row, people=1, by=lin)


def test_on_another_day_the_door_says_so_and_searches_for_what_was_typed(
    client: Client, lin: User
) -> None:
    client.force_login(lin)
    row = RegistrationFactory(event=EventFactory(published=True))

    page = client.get(f"{door(row.event)}?q=nobody").content.decode()

    assert "This event is not today" in page
    assert '<input id="q" name="q" type="search" value="nobody"' in page


def test_the_days_of_an_event_are_those_of_its_place() -> None:
    event = Event(
        timezone="Asia/Yangon",
        starts_at=datetime(2027, 3, 8, 18, 0, tzinfo=UTC),  # 9 March, 00:30
        ends_at=datetime(2027, 3, 10, 17, 30, tzinfo=UTC),  # 11 March, 00:00
    )

    assert [day.day for day in days_of(event)] == [9, 10]
    assert is_on(event, datetime(2027, 3, 8, 17, 30, tzinfo=UTC))
    assert not is_on(event, datetime(2027, 3, 8, 17, 29, tzinfo=UTC))


# --- Without a registration --------------------------------------------------------------------


def test_who_comes_without_a_registration_gets_a_free_seat(event: Event, sun: User) -> None:
    begun(event)

    made = actions.walk_in(event, details("Hai@example.org", other_adults=1), by=sun)

    row = made.registration
    assert (row.source, row.status, made.people) == (Source.DOOR, RegistrationStatus.CONFIRMED, 2)
    mail = OutgoingMessage.objects.get(to_address="hai@example.org")
    assert "without a registration" in mail.text
    with pytest.raises(AlreadyRegistered):
        actions.walk_in(event, details("hai@example.org"), by=sun)


def test_the_door_gives_no_seat_that_is_not_there(event: Event, sun: User) -> None:
    Event.objects.filter(pk=event.pk).update(capacity=2, waitlist_capacity=5)
    RegistrationFactory(event=event)
    group = RegistrationFactory(event=event, other_adults=1)
    assert group.status == RegistrationStatus.WAITLISTED
    with pytest.raises(NoSeatAtDoor):
        actions.walk_in(event, details("early@example.org"), by=sun)

    begun(event)

    assert actions.walk_in(event, details("late@example.org"), by=sun), "the line is over"
    with pytest.raises(NoSeatAtDoor):
        actions.walk_in(event, details("later@example.org"), by=sun)


def test_the_door_needs_a_consent_an_event_and_a_steward(event: Event, sun: User) -> None:
    with pytest.raises(ConsentMissing):
        actions.walk_in(event, details(consent_version=""), by=sun)
    with pytest.raises(NotAllowed):
        actions.walk_in(event, details(), by=PersonFactory())
    begun(event, hours=2)
    events.mark_as_held(event, by=clerk())
    with pytest.raises(RegistrationClosed):
        actions.walk_in(event, details(), by=sun)


# --- The code ----------------------------------------------------------------------------------


def test_a_stranger_who_opens_a_code_learns_nothing(client: Client, mei: Registration) -> None:
    known = client.get(entry(mei))
    unknown = client.get("/en/check-in/00000000-0000-4000-8000-000000000000/")

    assert known.status_code == unknown.status_code == 200
    assert "Mei" not in known.content.decode()
    assert mei.event.title_en not in known.content.decode()
    assert client.post(entry(mei)).status_code == 302
    client.force_login(PersonFactory())
    assert "Mei" not in client.get(entry(mei)).content.decode()
    assert client.post(entry(mei)).status_code == 404
    assert not CheckIn.objects.exists()


@pytest.mark.parametrize(("language", "words"), [("en", "Checked in at"), ("zh-hans", "签到")])
def test_opening_a_code_changes_nothing_one_tap_does(
    client: Client, mei: Registration, sun: User, language: str, words: str
) -> None:
    client.force_login(sun)
    address = entry(mei, language)
    assert "Mei" in client.get(address).content.decode()
    assert not CheckIn.objects.exists()

    page = client.post(address, {"deed": "in"}, follow=True).content.decode()

    assert CheckIn.objects.get().by == sun
    assert words in page
    again = client.post(address, {"deed": "in", "people": "x"}).content.decode()
    assert "Sun" in again
    client.post(address, {"deed": "back"})
    assert not CheckIn.objects.exists()


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ("0", "Give the number of people who have come, from 1 on."),
        ("", "Give the number of people who have come, from 1 on."),
        ("many", "Give the number of people who have come, from 1 on."),
        ("1000", "This registration has 3 seats."),
    ],
)
def test_a_count_that_cannot_be_is_refused(
    client: Client, event: Event, sun: User, people: str, sentence: str
) -> None:
    group = RegistrationFactory(event=event, other_adults=2)
    client.force_login(sun)

    page = client.post(entry(group), {"deed": "in", "people": people}).content.decode()

    assert sentence in page
    assert not CheckIn.objects.exists()
    assert f'value="{people or 3}"' in page, "what was typed stays"


def test_a_steward_is_told_that_a_code_is_of_another_event(
    client: Client, sun: User, lin: User
) -> None:
    other = RegistrationFactory(event=EventOfTodayFactory(title_en="Sanya clean-up"))
    client.force_login(sun)

    page = client.get(entry(other)).content.decode()

    assert "Sanya clean-up" in page
    assert other.name not in page
    client.force_login(lin)
    unknown = client.get("/en/check-in/00000000-0000-4000-8000-000000000000/").content.decode()
    assert "No registration belongs to this code" in unknown


def test_the_page_of_a_registration_shows_its_code(client: Client, mei: Registration) -> None:
    client.force_login(mei.person)
    page = client.get(reverse("events:own", args=[mei.uid])).content.decode()
    assert 'class="qr"' in page

    events.cancel(mei)

    assert 'class="qr"' not in client.get(reverse("events:own", args=[mei.uid])).content.decode()
    for hours in (2, 48):
        begun(mei.event, hours=hours)
    Registration.objects.update(status="confirmed", cancelled_by="", ended_at=None)
    past = client.get(reverse("events:own", args=[mei.uid])).content.decode()
    assert 'class="qr"' not in past, "the event is over"
    Event.objects.update(status="held")
    assert 'class="qr"' not in client.get(reverse("events:own", args=[mei.uid])).content.decode()


# --- The list ----------------------------------------------------------------------------------


def test_the_list_finds_and_ticks(
    client: Client, event: Event, mei: Registration, sun: User
) -> None:
    RegistrationFactory(event=event, person=PersonFactory(name="Hai"), organisation_name="Port")
    client.force_login(sun)
    everybody = client.get(door(event)).content.decode()
    assert "Mei" in everybody
    assert "Hai" in everybody
    assert "mei@example.org" not in everybody, "stewards see no addresses"
    found = client.get(f"{door(event)}?q=port").content.decode()
    assert "Hai" in found
    assert ">Mei<" not in found

    answer = client.post(f"{door(event)}?q=mei&page=1", {"registration": mei.uid, "people": "1"})

    assert answer.headers["Location"] == f"{door(event)}?q=mei&page=1"
    missing = client.get(f"{door(event)}?show=missing").content.decode()
    assert ">Mei<" not in missing
    twice = client.post(door(event), {"registration": mei.uid}).content.decode()
    assert "Already checked in" in twice
    assert client.post(door(event), {"registration": "x"}).status_code == 404
    assert "Nobody is found" in client.get(f"{door(event)}?q=nobody").content.decode()


def test_the_list_is_there_for_nobody_else(client: Client, event: Event) -> None:
    assert client.get(door(event)).status_code == 302
    client.force_login(PersonFactory())
    assert client.get(door(event)).status_code == 404
    client.force_login(StewardFactory().person)
    assert client.get(door(event)).status_code == 404


def test_somebody_without_a_registration_is_entered_at_the_door(
    client: Client, event: Event, sun: User
) -> None:
    client.force_login(sun)
    typed = {"name": "Hai", "email": "hai@example.org", "language": "zh-hans", "other_adults": "2"}
    address = f"{door(event)}new/"
    assert client.get(address).status_code == 200

    without = client.post(address, typed)
    assert without.status_code == 200
    assert "hai@example.org" in without.content.decode(), "what was typed stays"
    answer = client.post(address, {**typed, "consent": "on"}, follow=True)

    assert "Hai" in answer.content.decode()
    assert CheckIn.objects.get().people == 3
    assert Registration.objects.get(email="hai@example.org").language == "zh-hans"
    again = client.post(address, {**typed, "consent": "on"})
    assert "registered already" in again.content.decode()


def test_the_list_asks_the_same_for_one_and_for_fifty(
    client: Client, event: Event, sun: User, django_assert_max_num_queries: Any
) -> None:
    Event.objects.filter(pk=event.pk).update(capacity=None)
    client.force_login(sun)

    registration = RegistrationFactory(event=event)
    check_in = actions.check_in(registration, people=1, by=sun)

    def more(count: int) -> None:
        people = PersonFactory.create_batch(count)
        emails = in_turn(one.email for one in people)
        rows = copies(registration, count, person=in_turn(people), email=emails)
        copies(check_in, count, registration=in_turn(rows))

    def queries() -> int:
        with django_assert_max_num_queries(25) as found:
            assert client.get(door(event)).status_code == 200
        return len(found)

    queries()
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()


# --- Stewards ----------------------------------------------------------------------------------


def test_rows_say_what_they_are(mei: Registration, sun: User, plan: Plan) -> None:
    made = actions.check_in(mei, people=1, by=sun)
    assert str(made.day) in str(made)
    assert "Sun" in str(plan.stewards.get())
