"""Asking organisations to nominate, changing what was asked, giving unused seats back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.events import actions as of_events
from partnership.events import phases
from partnership.events.models import SeatHold
from partnership.nominations import actions
from partnership.nominations.models import NominationQuota
from partnership.notifications.models import Notification, OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory, clerk
from tests.factories.nominations import (
    CityOfficeFactory,
    NominationFactory,
    QuotaFactory,
    focal_point,
    nominee,
    over,
)
from tests.partnership.nominations.refusals import refused

pytestmark = pytest.mark.django_db

LATER = timedelta(days=3)


def test_many_cities_are_asked_at_once_and_told(lin: User) -> None:
    event = EventFactory(published=True, capacity=10)
    cities = CityOfficeFactory.create_batch(3)
    points = [focal_point(city) for city in cities]

    made = actions.ask(
        event,
        cities,
        seats=2,
        reserve_seats=1,
        deadline=timezone.now() + LATER,
        by=lin,
    )

    assert [quota.places for quota in made] == [3, 3, 3]
    assert phases.seats_of(event).taken == 6
    told = OutgoingMessage.objects.filter(kind="nominations.asked")
    assert sorted(told.values_list("to_address", flat=True)) == sorted(
        point.email for point in points
    )


def test_nobody_is_asked_when_the_seats_do_not_suffice(lin: User) -> None:
    event = EventFactory(published=True, capacity=3)
    cities = CityOfficeFactory.create_batch(2)
    asked = {"seats": 2, "reserve_seats": 0, "deadline": timezone.now() + LATER}

    with refused("no-seats-to-hold"):
        actions.ask(event, cities, by=lin, **asked)
    assert not NominationQuota.objects.exists()
    assert not SeatHold.objects.exists()
    actions.ask(event, cities[:1], by=lin, **asked)
    with refused("already-asked"):
        actions.ask(event, cities[:1], by=lin, **asked)


def test_only_the_secretariat_asks(quota: NominationQuota, wu: User) -> None:
    with pytest.raises(NotAllowed):
        actions.ask(quota.event, [], seats=1, reserve_seats=0, deadline=timezone.now(), by=wu)
    with pytest.raises(NotAllowed):
        actions.release(quota, by=wu)
    with pytest.raises(NotAllowed):
        actions.change_quota(quota, seats=9, reserve_seats=9, deadline=quota.deadline, by=wu)


def test_more_time_opens_the_list_again_and_is_told(quota: NominationQuota, wu: User) -> None:
    OutgoingMessage.objects.all().delete()
    over(quota)
    with refused("deadline-over"):
        actions.add(quota, nominee(), by=wu)
    actions.release(quota, by=clerk())
    deadline = timezone.now() + LATER

    changed = actions.change_quota(quota, seats=2, reserve_seats=0, deadline=deadline, by=clerk())

    assert changed.released_at is None
    assert actions.add(changed, nominee(), by=wu).status == "draft"
    kinds = OutgoingMessage.objects.filter(to_address=wu.email).values_list("kind", flat=True)
    assert sorted(kinds) == ["nominations.asked", "nominations.released"]


def test_a_change_without_a_new_deadline_is_not_told(quota: NominationQuota, wu: User) -> None:
    told = Notification.objects.count()

    actions.change_quota(quota, seats=3, reserve_seats=0, deadline=quota.deadline, by=clerk())

    assert Notification.objects.count() == told
    assert wu.email


def test_a_deadline_that_is_over_does_not_open_the_list_again(
    quota: NominationQuota, wu: User
) -> None:
    over(quota)
    actions.release(quota, by=clerk())

    changed = actions.change_quota(
        quota, seats=2, reserve_seats=0, deadline=timezone.now(), by=clerk()
    )

    assert changed.released_at is not None
    with refused("seats-released"):
        actions.add(changed, nominee(), by=wu)


def test_places_are_not_taken_from_people_who_are_named(quota: NominationQuota) -> None:
    NominationFactory.create_batch(3, quota=quota)

    with refused("quota-in-use"):
        actions.change_quota(quota, seats=1, reserve_seats=1, deadline=quota.deadline, by=clerk())


def test_unused_seats_are_given_back_by_a_person_and_never_by_the_clock() -> None:
    event = EventFactory(published=True, capacity=2, waitlist_capacity=5)
    quota = QuotaFactory(event=event, seats=2)
    accepted = NominationFactory(quota=quota, accepted=True)
    waiting = RegistrationFactory(event=event)
    assert waiting.status == "waitlisted"

    with refused("deadline-not-over"):
        actions.release(quota, by=clerk())
    over(quota)
    of_events.end_offers()
    quota.hold.refresh_from_db()
    assert quota.hold.seats == 2
    assert list(NominationQuota.objects.unused(timezone.now())) == [quota]

    assert actions.release(quota, by=clerk()) == 1
    waiting.refresh_from_db()
    assert waiting.status == "confirmed"
    accepted.registration.refresh_from_db()
    assert accepted.registration.status == "offered"
    assert not NominationQuota.objects.unused(timezone.now()).exists()
    quota.refresh_from_db()
    assert quota.released_by == clerk()


def test_seats_are_not_given_back_while_somebody_waits(quota: NominationQuota, wu: User) -> None:
    NominationFactory(quota=quota, submitted=True)
    over(quota)

    with refused("decisions-wait"):
        actions.release(quota, by=clerk())


def test_giving_back_nothing_is_told_to_nobody(quota: NominationQuota, wu: User) -> None:
    NominationFactory.create_batch(2, quota=quota, accepted=True)
    over(quota)

    assert actions.release(quota, by=clerk()) == 0
    assert not OutgoingMessage.objects.filter(kind="nominations.released").exists()


def test_what_was_given_back_cannot_be_named_for(quota: NominationQuota, wu: User) -> None:
    over(quota)
    actions.release(quota, by=clerk())
    NominationQuota.objects.update(deadline=timezone.now() + LATER)

    with refused("seats-released"):
        actions.add(quota, nominee(), by=wu)
