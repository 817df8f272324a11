"""The demo lists: in several states, of people who do not exist."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partnership.accounts import demo as people
from partnership.events.models import Registration
from partnership.nominations import demo
from partnership.nominations.choices import NominationStatus
from partnership.nominations.models import Nomination, NominationQuota
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory
from tests.factories.nominations import CityOfficeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities() -> None:
    for slug in demo.LISTS:
        CityOfficeFactory(slug=slug)


def test_lists_are_in_several_states_and_nobody_is_told(cities: None) -> None:
    people.load()
    EventFactory(
        slug=demo.EVENT, is_demo=True, published=True, starts_at=timezone.now() + timedelta(days=40)
    )

    assert demo.load() == 5
    assert demo.load() == 0, "a second load changes nothing"

    states = set(Nomination.objects.values_list("status", flat=True))
    assert states == {status for _language, each in demo.LISTS.values() for status in each}
    assert NominationStatus.ACCEPTED in states
    assert NominationQuota.objects.count() == 2
    assert Registration.objects.get().hold.organisation.slug == "demo-xiamen"
    assert not OutgoingMessage.objects.exists()


@pytest.mark.parametrize("has_accounts", [True, False])
def test_without_event_or_accounts_nobody_is_named(cities: None, has_accounts: bool) -> None:
    if has_accounts:
        people.load()
    else:
        EventFactory(slug=demo.EVENT, is_demo=True, published=True)

    assert demo.load() == 0
    assert not NominationQuota.objects.exists()
