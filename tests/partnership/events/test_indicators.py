"""What events say about the programme."""

from datetime import UTC, datetime, timedelta

import pytest

from partnership.attendance.models import CheckIn
from partnership.core.indicators import Counted, find
from partnership.events.choices import Attendance, CancelledBy, Kind, RegistrationStatus, Status
from partnership.events.models import SeatHold
from tests.factories.events import clerk
from tests.factories.network import OrganisationFactory
from tests.factories.reference import CityFactory, ProvinceFactory
from tests.factories.results import NOON, came_to, held_events

pytestmark = pytest.mark.django_db


def counted(key: str) -> Counted:
    indicator = find(key)
    assert indicator is not None
    return indicator.count()


def test_events_count_once_they_were_held_and_are_public() -> None:
    held_events(2)
    held_events(1, kind=Kind.CLEANUP, status=Status.CLOSED)
    held_events(1, status=Status.PUBLISHED)
    for status in (Status.CANCELLED, Status.ARCHIVED):  # and one that was cancelled, then put away
        held_events(1, status=status, public_reason_zh_hans="台风。", public_reason_en="Storm.")
    held_events(1, public_since=None, published_zh_hans_at=None, published_en_at=None)

    events = counted("events-held")

    assert (events.value(), events.value("2026", Kind.DIALOGUE)) == (3, 2)
    assert events.value(part=Kind.CLEANUP) == 1
    assert list(events.parts) == [Kind.DIALOGUE, Kind.CLEANUP]


def test_an_event_belongs_to_the_year_its_place_has() -> None:
    held_events(1, starts_at=datetime(2025, 12, 31, 16, 30, tzinfo=UTC))  # 00:30 in Beijing
    held_events(1, starts_at=datetime(2025, 12, 31, 16, 30, tzinfo=UTC), timezone="Asia/Bangkok")

    events = counted("events-held")

    assert (events.value("2026"), events.value("2025")) == (1, 1)


def test_people_count_once_for_each_event_they_came_to() -> None:
    dialogue, cleanup = held_events(1)[0], held_events(1, kind=Kind.CLEANUP)[0]
    came_to([dialogue], 2)
    came_to([dialogue], 1, "late", attendance=Attendance.PARTIAL)
    came_to([cleanup], 1, other_adults=30)
    for state in (Attendance.UNKNOWN, Attendance.ABSENT, Attendance.EXCUSED):
        came_to(held_events(1), 1, attendance=state)
    cancelled = {"status": RegistrationStatus.CANCELLED, "cancelled_by": CancelledBy.ORGANISER}
    came_to(held_events(1), 1, **cancelled, ended_at=NOON)
    came_to(held_events(1, status=Status.PUBLISHED), 1)

    people = counted("people-taking-part")

    assert (people.value(), people.value("2026", Kind.DIALOGUE)) == (34, 3)


def test_of_a_group_those_count_who_were_counted_at_the_door() -> None:
    cleanup = held_events(1, kind=Kind.CLEANUP, place=CityFactory())[0]
    (group,) = came_to([cleanup], 1, other_adults=4, children=35)
    came_to([cleanup], 1, "uncounted", other_adults=1, young_people=2)
    CheckIn.objects.bulk_create(
        CheckIn(
            registration=group, day=NOON.date() + timedelta(days), people=people, at=NOON, by=by
        )
        for by in [clerk()]
        for days, people in enumerate((12, 9))
    )

    assert counted("people-taking-part").value() == 12 + 4
    assert counted("young-people-at-cleanups").value() == 12 + 2, "no more than came"


def test_places_are_reached_by_an_event_or_by_people_who_came() -> None:
    city, province = CityFactory(), ProvinceFactory()
    sender = OrganisationFactory(place=CityFactory())
    silent = OrganisationFactory(place=CityFactory())
    event = held_events(1, place=city)[0]
    again = held_events(1, place=city)[0]
    held_events(1, place=province)
    held_events(1)
    for organisation, attendance in (
        (sender, Attendance.ATTENDED),
        (silent, Attendance.ABSENT),
    ):
        hold = SeatHold.objects.create(event=again, organisation=organisation, seats=2)
        came_to([again], 1, organisation.slug, hold=hold, attendance=attendance)

    cities, countries = counted("cities-engaged"), counted("countries-engaged")

    assert cities.value() == cities.value("2026") == 2
    assert cities.value(part=city.country.code) == 1
    assert {record.key for record in cities.behind()} == {city.code, sender.place.code}
    assert [r.detail for r in cities.behind() if r.key == city.code] == [str(again), str(event)]
    assert countries.value() == 3
