"""The same races with a rule taken away: each must be lost, else winning them would prove nothing."""

from collections import Counter
from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone

from partnership.accounts.choices import Role
from partnership.events import actions
from partnership.events.actions import deciding, seats
from partnership.events.choices import Mode, RegistrationStatus
from partnership.events.models import Event, Registration
from partnership.events.phases import Seats
from tests.conftest import person
from tests.factories.events import EventFactory, RegistrationFactory, clerk, details
from tests.factories.network import OrganisationFactory, PersonFactory
from tests.partnership.events.races import outcomes_of
from tests.partnership.events.test_races import at, entered_on, newcomers, slowly

pytestmark = pytest.mark.django_db(transaction=True)

S = RegistrationStatus


def without_lock(event: Event) -> Event:
    """Read the event as it is."""
    return Event.objects.get(pk=event.pk)


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Neither event nor registration is locked, and others come in while seats are counted."""
    monkeypatch.setattr(seats, "take", without_lock)
    monkeypatch.setattr(seats, "_locked", lambda event: Registration.objects.filter(event=event))
    monkeypatch.setattr(seats.phases, "seats_of", slowly(seats.phases.seats_of))
    return monkeypatch


def test_without_the_lock_seats_are_given_twice(unlocked: pytest.MonkeyPatch) -> None:
    event = EventFactory(published=True, capacity=10)
    RegistrationFactory.create_batch(9, event=event)

    outcomes = outcomes_of(newcomers(event, 20))

    assert outcomes[S.CONFIRMED] > 1
    assert event.registrations.confirmed().people() > 10


def test_without_the_lock_two_hundred_people_fill_more_than_a_hundred_seats(
    unlocked: pytest.MonkeyPatch,
) -> None:
    event = EventFactory(published=True, capacity=100, waitlist_capacity=30)

    outcomes_of(newcomers(event, 200))

    assert event.registrations.confirmed().people() > 100


def test_without_the_lock_a_person_who_submits_twice_meets_a_fault(
    unlocked: pytest.MonkeyPatch,
) -> None:
    event = EventFactory(published=True, capacity=10)
    mei = PersonFactory()

    outcomes = outcomes_of([partial(actions.register, event, details(mei.email), person=mei)] * 20)

    assert outcomes[S.CONFIRMED] == 1, "the database has the last word"
    assert faults(outcomes), "and somebody else would read of a fault of the server"


def faults(outcomes: Counter[str]) -> int:
    return sum(count for said, count in outcomes.items() if said.startswith("IntegrityError"))


def test_without_the_lock_an_organisation_fills_more_than_its_seats(
    unlocked: pytest.MonkeyPatch,
) -> None:
    event = EventFactory(published=True, capacity=10)
    by = clerk()
    hold = actions.hold_seats(event, OrganisationFactory(), 2, by=by)
    unlocked.setattr(seats, "require_room_in_hold", slowly(seats.require_room_in_hold, 0.3))

    assert outcomes_of(entered_on(event, hold, by)) == {S.CONFIRMED: 3}


def test_without_the_locks_two_colleagues_decide_against_each_other(
    unlocked: pytest.MonkeyPatch,
) -> None:
    lin, zhao = (person(name, "zh-hans", Role.SECRETARIAT) for name in ("Lin", "Zhao"))
    row = RegistrationFactory(event=EventFactory(published=True, mode=Mode.APPROVAL))
    unlocked.setattr(deciding, "_require_undecided", slowly(deciding._require_undecided, 0.3))

    outcomes = outcomes_of(
        [
            partial(actions.approve, row, by=lin),
            partial(actions.reject, row, by=zhao, reason="late"),
        ]
    )

    assert outcomes == {S.CONFIRMED: 1, S.REJECTED: 1}, "both believe they have decided"


def test_without_the_locks_an_offer_is_accepted_and_passed_on(unlocked: pytest.MonkeyPatch) -> None:
    event = EventFactory(published=True, capacity=1, waitlist_capacity=5, offer_hours=24)
    first = RegistrationFactory(event=event)
    offered, _next = RegistrationFactory.create_batch(2, event=event)
    actions.cancel(first)
    ends = timezone.now() + timedelta(seconds=0.8)
    Registration.objects.filter(pk=offered.pk).update(offer_expires_at=ends)
    unlocked.setattr(seats, "begin_with", slowly(seats.begin_with, 1.2))

    outcomes = outcomes_of(
        [
            partial(actions.accept_offer, offered),
            at(ends + timedelta(milliseconds=20), actions.end_offers),
        ]
    )

    assert outcomes == {S.CONFIRMED: 1, "done": 1}
    assert event.registrations.seated().people() == 2, "of one seat"


@pytest.mark.parametrize("is_raised", [True, False])
def test_whoever_is_moved_up_by_a_later_task_is_overtaken(
    is_raised: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seats come free, by a larger capacity or by people who cancel; the line moves up later, and
    newcomers look at free seats alone."""
    event = EventFactory(published=True, capacity=20, waitlist_capacity=100)
    seated = RegistrationFactory.create_batch(20, event=event)
    RegistrationFactory.create_batch(10, event=event)
    monkeypatch.setattr(seats, "_promote", lambda _event, _now: [])
    monkeypatch.setattr(Seats, "have_room_for", lambda each, number: each.free >= number)
    if is_raised:
        Event.objects.filter(pk=event.pk).update(capacity=25)
    else:
        for row in seated[:5]:
            actions.cancel(row)

    outcomes = outcomes_of(newcomers(event, 10))

    assert outcomes == {S.CONFIRMED: 5, S.WAITLISTED: 5}, "they sit where others have waited"
