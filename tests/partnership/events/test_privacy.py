"""Who came is forgotten in time; how many came is not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partnership.core import retention
from partnership.events import actions, links
from partnership.events.choices import RegistrationStatus
from partnership.events.details import Named
from partnership.events.models import Event, GroupMember, Registration
from tests.factories.events import EventFactory, RegistrationFactory, clerk

S = RegistrationStatus
PERSONAL = ("email", "name", "latin_name", "organisation_name", "position", "group_name")

pytestmark = pytest.mark.django_db


def found(rule: str, days: int = 0) -> int:
    now = timezone.now() + timedelta(days=days)
    return next(each.count for each in retention.run(now=now) if each.rule.name == rule)


def people(event: Event) -> dict[str, int]:
    return {status: event.registrations.filter(status=status).people() for status in S}


def test_people_of_past_events_are_forgotten_once() -> None:
    event = EventFactory(published=True, capacity=3, waitlist_capacity=9, max_group_size=3)
    group = RegistrationFactory(event=event, other_adults=1, members=(Named("Wu"),))
    secret = links.make(group)
    RegistrationFactory(event=event, entered=True)
    RegistrationFactory(event=event, cancelled=True)
    declined = actions.reject(RegistrationFactory(event=event), by=clerk(), reason="Not Wu.")
    before = people(event)

    assert found("registrations-of-past-events", days=300) == 0
    assert found("registrations-of-past-events", days=400) == 4
    assert found("registrations-of-past-events", days=400) == 0

    assert people(event) == before
    for row in event.registrations.all():
        assert not any(getattr(row, name) for name in PERSONAL)
        assert row.person is None
        assert row.anonymised_at
    assert not GroupMember.objects.exists()
    assert links.opened_by(secret) is None
    declined.refresh_from_db()
    assert "Wu" not in declined.decision_reason


def test_who_still_waited_when_it_was_forgotten_has_ended() -> None:
    event = EventFactory(published=True, capacity=1, waitlist_capacity=9)
    RegistrationFactory.create_batch(2, event=event)

    found("registrations-of-past-events", days=400)

    assert list(event.registrations.order_by("pk").values_list("status", flat=True)) == [
        S.CONFIRMED,
        S.EXPIRED,
    ]


def test_an_address_nobody_confirmed_is_forgotten_after_a_month() -> None:
    event = EventFactory(published=True)
    RegistrationFactory(event=event, stranger=True)
    kept = RegistrationFactory(event=event)
    actions.end_unverified(timezone.now())

    assert found("unverified-registrations") == 0
    assert found("unverified-registrations", days=31) == 1
    assert list(Registration.objects.filter(anonymised_at__isnull=True)) == [kept]
