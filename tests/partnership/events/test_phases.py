"""What registration is like at a moment: worked out, never stored."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from partnership.events import phases
from partnership.events.choices import Phase
from partnership.events.phases import Seats, phase, seats_of
from tests.factories.events import EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


def seats(**values: Any) -> Seats:
    return Seats(**{"capacity": 2, "taken": 0, "waiting": 0, "waitlist_capacity": 0, **values})


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({}, Phase.NOT_OPEN),
        ({"published": True}, Phase.OPEN),
        ({"published": True, "registration_opens_at": None}, Phase.NOT_OPEN),
        ({"postponed": True}, Phase.CLOSED),
        ({"cancelled": True}, Phase.CLOSED),
        ({"held": True}, Phase.CLOSED),
    ],
)
def test_it_follows_the_status(state: dict[str, Any], expected: Phase) -> None:
    event = EventFactory(**state)

    assert phase(event, seats_of(event), timezone.now()) == expected


def test_it_follows_the_window() -> None:
    now = timezone.now()
    event = EventFactory(
        published=True,
        registration_opens_at=now + timedelta(hours=1),
        registration_closes_at=now + timedelta(hours=2),
    )

    found = [phase(event, seats(), now + timedelta(hours=hours)) for hours in (0, 1, 1.5, 2)]

    assert found == [Phase.NOT_OPEN, Phase.OPEN, Phase.OPEN, Phase.CLOSED]


def test_registration_ends_with_the_beginning_at_the_latest() -> None:
    event = EventFactory()
    assert event.registration_ends_at == event.last_cancellation_at == event.starts_at
    event.registration_closes_at = event.cancel_until = event.starts_at - timedelta(days=1)
    assert event.registration_ends_at == event.last_cancellation_at == event.cancel_until
    event.registration_closes_at = event.cancel_until = event.ends_at
    assert event.registration_ends_at == event.last_cancellation_at == event.starts_at


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({"capacity": None, "taken": 900}, Phase.OPEN),
        ({"taken": 1}, Phase.OPEN),
        ({"taken": 1, "waiting": 1, "waitlist_capacity": 2}, Phase.WAITLIST_ONLY),
        ({"taken": 2, "waitlist_capacity": 1}, Phase.WAITLIST_ONLY),
        ({"taken": 2, "waiting": 1, "waitlist_capacity": 1}, Phase.FULL),
        ({"taken": 2}, Phase.FULL),
        ({"taken": 3, "waiting": 2, "waitlist_capacity": 1}, Phase.FULL),
        ({"capacity": 0}, Phase.FULL),
    ],
)
def test_it_follows_the_seats(state: dict[str, Any], expected: Phase) -> None:
    event = EventFactory(published=True)

    assert phase(event, seats(**state), timezone.now()) == expected


def test_it_counts_people_in_one_query(django_assert_num_queries: Any) -> None:
    event = EventFactory(published=True, capacity=3, waitlist_capacity=9, max_group_size=3)
    RegistrationFactory(event=event, other_adults=2)
    RegistrationFactory(event=event, other_adults=1)

    with django_assert_num_queries(1):
        found = phases.seats_of(event)

    assert (found.taken, found.waiting, found.free, found.waitlist_free) == (3, 2, 0, 7)
