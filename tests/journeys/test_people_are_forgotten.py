"""Whoever came is forgotten in time, what they told of their journey sooner; no number changes."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance import actions as attendance
from partnership.attendance.models import Certificate, CheckIn
from partnership.core import indicators, retention
from partnership.events import actions, phases
from partnership.events.choices import Attendance, RegistrationStatus
from partnership.events.details import Named
from partnership.events.models import Event, GroupMember, Registration
from partnership.nominations import history
from partnership.nominations.choices import Diet
from partnership.nominations.models import Nomination, NominationQuota, Travel
from tests.factories.events import RegistrationFactory, clerk, held
from tests.factories.nominations import NominationFactory, QuotaFactory

pytestmark = pytest.mark.django_db

FIELDS = 31  # days after the event: its time for details of the journey is over
ROWS = settings.REGISTRATION_RETENTION_DAYS + 1  # the time for people is


@pytest.fixture
def quota(lin: User) -> NominationQuota:
    """A past event with a city's guest, a group, and people who came in part, not at all, or had ended."""
    made: NominationQuota = QuotaFactory(event__capacity=20, event__max_group_size=5)
    event = made.event
    guest = NominationFactory(quota=made, accepted=True)
    NominationFactory(quota=made, declined=True)
    actions.accept_offer(guest.registration, consent_version="1")
    group = RegistrationFactory(event=event, other_adults=3, members=(Named("Wu"),))
    late, absent = RegistrationFactory.create_batch(2, event=event)
    RegistrationFactory(event=event, cancelled=True)
    Travel.objects.create(registration=guest.registration, diet=Diet.HALAL, passport_name="LIN MEI")
    held(event)
    came(Attendance.ATTENDED, guest.registration, group)
    came(Attendance.PARTIAL, late)
    came(Attendance.ABSENT, absent)
    day = timezone.localdate() - timedelta(days=1)
    CheckIn.objects.create(registration=group, day=day, people=3, at=timezone.now(), by=lin)
    attendance.issue(event, by=clerk())
    return made


def came(how: Attendance, *rows: Any) -> None:
    Registration.objects.filter(pk__in=[row.pk for row in rows]).update(attendance=how)


def after(days: int) -> dict[str, int]:
    """Let retention run so many days from now; return how many rows each rule found, if any."""
    now = timezone.now() + timedelta(days=days)
    return {each.rule.name: each.count for each in retention.run(now=now) if each.count}


def numbers(quota: NominationQuota) -> dict[str, object]:
    """Return whatever counts people or events: the programme's numbers with the records behind
    them, seats, states, and what the city's page says of those it named."""
    event = Event.objects.get(pk=quota.event.pk)
    return {
        "indicators": {each.key: each.count().records for each in indicators.in_order()},
        "seats": phases.seats_of(event),
        "states": {
            status: event.registrations.filter(status=status).people()
            for status in RegistrationStatus
        },
        "history": history.sums_of(history.nominations_of(quota.organisation)),
        "certificates": list(Certificate.objects.values_list("number", "people", "name")),
    }


def test_details_go_first_then_people_and_no_number_changes(quota: NominationQuota) -> None:
    before = numbers(quota)
    people = indicators.find("people-taking-part")
    assert people
    assert people.count().value() == 1 + 3 + 1, (
        "a guest, a group of whom three came, one for a while"
    )

    gone = after(FIELDS)
    assert gone["travel-of-past-events"] == 1
    assert "registrations-of-past-events" not in gone
    assert not Travel.objects.exists()
    assert Registration.objects.exclude(name="").count() == 5
    assert after(FIELDS) == {}
    assert numbers(quota) == before

    gone = after(ROWS)
    assert gone["registrations-of-past-events"] == 5
    assert gone["nominations-for-past-events"] == 2
    assert not Registration.objects.exclude(name="", email="").exists()
    assert not Nomination.objects.exclude(name="", email="").exists()
    assert not GroupMember.objects.exists()
    assert after(ROWS) == {}
    assert numbers(quota) == before
