"""Seats kept for organisations."""

import pytest

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.events import actions, phases
from partnership.events.choices import RegistrationStatus
from partnership.events.models import Event
from tests.factories.events import EventFactory, RegistrationFactory, SeatHoldFactory, details
from tests.factories.network import OrganisationFactory
from tests.partnership.events.test_registering import refused

S = RegistrationStatus

pytestmark = pytest.mark.django_db


def test_kept_seats_are_taken_before_anybody_sits_on_them(event: Event, lin: User) -> None:
    actions.hold_seats(event, OrganisationFactory(), 1, by=lin)
    rows = RegistrationFactory.create_batch(2, event=event)

    assert [row.status for row in rows] == [S.CONFIRMED, S.WAITLISTED]


def test_an_organisation_fills_its_seats_and_no_more(event: Event, lin: User) -> None:
    hold = actions.hold_seats(event, OrganisationFactory(), 1, by=lin)
    RegistrationFactory(event=event)

    named = actions.enter(event, details(), by=lin, hold=hold)

    assert named.status == S.CONFIRMED
    assert phases.seats_of(event).taken == 2
    with refused("hold-full"):
        actions.invite(event, details("b@example.org"), by=lin, until=event.starts_at, hold=hold)


def test_a_seat_given_up_stays_the_organisations(event: Event, lin: User) -> None:
    hold = actions.hold_seats(event, OrganisationFactory(), 1, by=lin)
    named = actions.invite(event, details(), by=lin, until=event.starts_at, hold=hold)
    rows = RegistrationFactory.create_batch(2, event=event)

    actions.cancel_for(named, by=lin, reason="Somebody else comes.")
    instead = actions.enter(event, details("b@example.org"), by=lin, hold=hold)

    assert instead.status == S.CONFIRMED
    rows[1].refresh_from_db()
    assert rows[1].status == S.WAITLISTED


def test_seats_given_back_go_to_those_who_wait(event: Event, lin: User) -> None:
    hold = actions.hold_seats(event, OrganisationFactory(), 2, by=lin)
    actions.enter(event, details(), by=lin, hold=hold)
    waits = RegistrationFactory(event=event)

    assert actions.release_seats(hold, by=lin) == 1
    waits.refresh_from_db()
    assert waits.status == S.CONFIRMED


def test_it_keeps_fewer_or_more_as_far_as_possible(lin: User) -> None:
    hold = SeatHoldFactory(seats=3)
    event, organisation = hold.event, hold.organisation
    actions.enter(event, details(), by=lin, hold=hold)

    with refused("hold-in-use"):
        actions.hold_seats(event, organisation, 0, by=lin)
    with refused("no-seats-to-hold"):
        actions.hold_seats(event, organisation, 11, by=lin)
    assert actions.hold_seats(event, organisation, 10, by=lin).pk == hold.pk
    assert str(hold) == f"{organisation}: 3"


def test_seats_for_which_people_wait_are_not_free(event: Event, lin: User) -> None:
    event.max_group_size = 3
    event.save()
    RegistrationFactory(event=event, other_adults=2)

    with refused("no-seats-to-hold"):
        actions.hold_seats(event, OrganisationFactory(), 1, by=lin)


def test_an_event_without_a_limit_keeps_what_is_asked(lin: User) -> None:
    event = EventFactory(published=True)

    assert actions.hold_seats(event, OrganisationFactory(), 500, by=lin).seats == 500
    assert phases.seats_of(event).free is None


def test_only_the_secretariat_keeps_seats(event: Event, wang: User) -> None:
    with pytest.raises(NotAllowed):
        actions.hold_seats(event, OrganisationFactory(), 1, by=wang)
    with pytest.raises(NotAllowed):
        actions.release_seats(SeatHoldFactory(), by=wang)
