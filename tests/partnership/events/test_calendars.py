"""Entries for calendars: one UID for ever, a higher edition for every change."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from partnership.events import actions, calendar, tasks
from partnership.events.choices import Kind
from partnership.events.models import Event, Registration
from partnership.notifications.delivery.post import mail_of
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory, clerk

pytestmark = pytest.mark.django_db

WHY = {"reason_zh": "台风。", "reason_en": "A typhoon."}


def entry_of(text: str | bytes) -> dict[str, object]:
    found = Calendar.from_ical(text)
    entries = found.walk("VEVENT")
    assert len(entries) == 1
    return {"METHOD": str(found["METHOD"]), **dict(entries[0])}


def test_a_moved_event_replaces_the_old_entry(client: Client) -> None:
    event = EventFactory(published=True)
    first = entry_of(client.get(f"/en/events/{event.slug}/event.ics").content)
    postponed = actions.postpone(event, by=clerk(), **WHY)
    second = entry_of(client.get(f"/en/events/{event.slug}/event.ics").content)
    cancelled = actions.cancel_event(postponed, by=clerk(), **WHY)
    third = entry_of(client.get(f"/en/events/{event.slug}/event.ics").content)

    assert first["UID"] == second["UID"] == third["UID"]
    assert [str(each["STATUS"]) for each in (first, second, third)] == [
        "CONFIRMED",
        "TENTATIVE",
        "CANCELLED",
    ]
    assert first["SEQUENCE"] < second["SEQUENCE"] < third["SEQUENCE"] == cancelled.sequence  # type: ignore[operator]


def test_whoever_has_a_seat_gets_the_entry_and_whoever_cancels_its_end() -> None:
    event = EventFactory(published=True, join_url="https://meet.example.org/x")
    row = RegistrationFactory(event=event)
    request = entry_of(OutgoingMessage.objects.get(kind="events.confirmed").calendar)
    actions.cancel(row)
    cancel = entry_of(OutgoingMessage.objects.get(kind="events.cancelled").calendar)

    assert (request["METHOD"], cancel["METHOD"]) == ("REQUEST", "CANCEL")
    assert request["UID"] == cancel["UID"]
    assert "meet.example.org" in str(request["DESCRIPTION"])
    assert "meet.example.org" not in str(cancel["DESCRIPTION"])
    assert str(cancel["STATUS"]) == "CANCELLED"


def test_the_mail_of_a_new_date_or_an_end_carries_the_entry_as_programs_read_it() -> None:
    event = EventFactory(published=True)
    RegistrationFactory(event=event)
    later = event.starts_at + timedelta(days=1)
    moved = actions.move_event(
        event, by=clerk(), starts_at=later, ends_at=later + timedelta(hours=2)
    )
    tasks.tell_people()
    actions.cancel_event(moved, by=clerk(), **WHY)
    tasks.tell_people()

    def sent(kind: str) -> tuple[str, dict[str, object]]:
        mail = mail_of(OutgoingMessage.objects.get(kind=f"events.{kind}")).message()
        (part,) = (each for each in mail.walk() if each.get_content_type() == "text/calendar")
        return str(part.get_param("method")), entry_of(part.get_payload(decode=True))

    first, new, end = (sent(kind) for kind in ("confirmed", "rescheduled", "called_off"))
    assert [method for method, _entry in (first, new, end)] == ["REQUEST", "REQUEST", "CANCEL"]
    assert first[1]["UID"] == new[1]["UID"] == end[1]["UID"]
    assert first[1]["SEQUENCE"] < new[1]["SEQUENCE"] < end[1]["SEQUENCE"]  # type: ignore[operator]


def test_whoever_comes_after_all_replaces_the_end_of_the_entry() -> None:
    """Of the same edition, calendars take what was made last."""
    row = RegistrationFactory(event=EventFactory(published=True))
    made = []
    for number, status in enumerate(("confirmed", "cancelled", "confirmed")):
        row.status = status
        with time_machine.travel(timezone.now() + timedelta(minutes=number)):
            made.append(entry_of(calendar.for_participant(row)))

    assert [each["METHOD"] for each in made] == ["REQUEST", "CANCEL", "REQUEST"]
    assert len({each["SEQUENCE"] for each in made}) == 1
    first, second, third = (each["DTSTAMP"].dt for each in made)  # type: ignore[attr-defined]
    assert first < second < third


def test_a_title_cannot_become_a_field() -> None:
    event = EventFactory(
        published=True, title_en="A\r\nATTENDEE:mailto:x@example.org", summary_en="B\nEND:VEVENT"
    )

    entry = entry_of(calendar.feed([event], "x"))

    assert "ATTENDEE" not in entry


def test_whole_days_are_days_of_the_place() -> None:
    starts = datetime(2027, 3, 8, 16, tzinfo=UTC)  # midnight in Beijing
    event = EventFactory(
        published=True, is_all_day=True, starts_at=starts, ends_at=starts + timedelta(days=2)
    )

    entry = entry_of(calendar.feed([event], "x"))

    assert [str(entry[name].dt) for name in ("DTSTART", "DTEND")] == ["2027-03-09", "2027-03-11"]  # type: ignore[attr-defined]


def test_an_event_without_a_place_and_one_with_a_point() -> None:
    bare = Event(
        slug="x",
        title_en="X",
        starts_at=datetime(2027, 3, 8, tzinfo=UTC),
        sequence=0,
        ends_at=datetime(2027, 3, 9, tzinfo=UTC),
        updated_at=datetime(2027, 3, 1, tzinfo=UTC),
    )
    assert "LOCATION" not in entry_of(calendar.feed([bare], "x"))
    placed = EventFactory(published=True, latitude="24.47979", longitude="118.08943")
    assert "GEO" in entry_of(calendar.feed([placed], "x"))


def test_the_calendar_holds_all_or_one_kind(client: Client) -> None:
    EventFactory(published=True, kind=Kind.CLEANUP, title_en="Clean-up")
    EventFactory(published=True, kind=Kind.DIALOGUE, title_en="Dialogue")

    assert (
        len(Calendar.from_ical(client.get("/en/events/calendar.ics").content).walk("VEVENT")) == 2
    )
    one = client.get("/en/events/calendar.ics?kind=cleanup").content.decode()
    assert "SUMMARY:Clean-up" in one
    assert "Dialogue" not in one
    assert client.get("/en/events/calendar.ics?kind=party").status_code == 404


def test_the_feed_names_events_once_and_for_ever(client: Client) -> None:
    event = EventFactory(published=True)

    feed = client.get("/en/events/feed.atom").content.decode()

    assert f"urn:uuid:{event.uid}" in feed
    assert event.title_en in feed
    assert Registration.objects.count() == 0


@pytest.mark.parametrize(
    ("language", "mark"), [("en", "[Demo data] "), ("zh-hans", "【演示数据】")]
)
def test_a_demo_event_is_marked_in_calendars_and_the_feed(
    client: Client, language: str, mark: str
) -> None:
    event = EventFactory(published=True, is_demo=True)
    title = mark + (event.title_en if language == "en" else event.title_zh_hans)
    RegistrationFactory(event=event, language=language)
    mailed = OutgoingMessage.objects.get(kind="events.confirmed").calendar
    public = client.get(f"/{language}/events/{event.slug}/event.ics").content

    assert str(entry_of(public)["SUMMARY"]) == title
    assert str(entry_of(mailed)["SUMMARY"]) == title
    assert str(Calendar.from_ical(public)["X-WR-CALNAME"]) == title
    assert f"<title>{title}</title>" in client.get(f"/{language}/events/feed.atom").content.decode()
