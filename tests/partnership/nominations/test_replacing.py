"""Somebody else on the same seat: the seat stays with the city, the old link is dead, both know."""

import re

import pytest
from django.test import Client

from partnership.accounts.models import User
from partnership.events import actions as of_events
from partnership.events import phases
from partnership.nominations import actions
from partnership.nominations.choices import NominationStatus
from partnership.nominations.models import Nomination, NominationQuota
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory, clerk
from tests.factories.nominations import (
    NominationFactory,
    QuotaFactory,
    focal_point,
    nominee,
    over,
    scan,
)
from tests.partnership.nominations.refusals import refused

pytestmark = pytest.mark.django_db

S = NominationStatus


def link(kind: str, address: str) -> str:
    mail = OutgoingMessage.objects.get(kind=kind, to_address=address)
    found = re.search(r"http://testserver(/en/events/link/\S+)", mail.text)
    assert found
    return found[1]


def test_a_nominee_is_replaced_and_the_seat_stays_with_the_city(client: Client) -> None:
    event = EventFactory(published=True, capacity=1, waitlist_capacity=5)
    quota = QuotaFactory(event=event, seats=1, reserve_seats=0)
    wu = focal_point(quota.organisation)
    waiting = RegistrationFactory(event=event)
    old = NominationFactory(quota=quota, email="old@example.org", accepted=True)
    address = link("events.invited", "old@example.org")
    of_events.accept_offer(old.registration, consent_version="1")
    over(quota)

    new = actions.propose_substitute(old, nominee("new@example.org"), scan(wu), by=wu)
    assert new.status == S.SUBMITTED
    old.registration.refresh_from_db()
    assert old.registration.status == "confirmed", "nobody loses a seat before the decision"
    assert quota.nominations.counting().count() == 1
    new = actions.accept(new, by=clerk())

    old.refresh_from_db()
    old.registration.refresh_from_db()
    assert (old.status, old.registration.status) == (S.WITHDRAWN, "cancelled")
    assert new.registration
    assert (new.registration.status, new.registration.hold) == ("offered", quota.hold)
    assert client.get(address).status_code == 404, "the old link is dead"
    assert client.get(link("events.invited", "new@example.org")).status_code == 200
    ended = OutgoingMessage.objects.get(kind="events.cancelled", to_address="old@example.org")
    assert "somebody else" in ended.text
    waiting.refresh_from_db()
    assert waiting.status == "waitlisted", "the seat does not go to the waiting list"
    assert phases.seats_of(event).taken == 1


def test_the_secretariat_replaces_at_once(quota: NominationQuota) -> None:
    old = NominationFactory(quota=quota, accepted=True)

    new = actions.substitute(old, nominee(), by=clerk())

    old.refresh_from_db()
    assert (old.status, new.status, new.replaces) == (S.WITHDRAWN, S.ACCEPTED, old)
    assert new.letter == old.letter


def test_whoever_waits_is_replaced_too(quota: NominationQuota, wu: User) -> None:
    old = NominationFactory(quota=quota, submitted=True)
    new = actions.propose_substitute(old, nominee(), scan(wu), by=wu)
    with refused("already-replaced"):
        actions.propose_substitute(old, nominee("x@example.org"), scan(wu), by=wu)

    actions.accept(new, by=clerk())

    old.refresh_from_db()
    assert old.status == S.WITHDRAWN
    assert old.registration is None
    with refused("nomination-step-refused"):
        actions.propose_substitute(old, nominee("x@example.org"), scan(wu), by=wu)


def test_a_declined_substitute_leaves_everything_as_it_was(
    quota: NominationQuota, wu: User
) -> None:
    old = NominationFactory(quota=quota, accepted=True)
    new = actions.propose_substitute(old, nominee(), scan(wu), by=wu)

    actions.decline(new, by=clerk(), reason="Late.")

    old.registration.refresh_from_db()
    assert old.registration.status == "offered"
    again = actions.propose_substitute(old, nominee(), scan(wu), by=wu)
    assert again.status == S.SUBMITTED


def test_somebody_is_named_for_one_who_could_not_come(quota: NominationQuota, wu: User) -> None:
    old = NominationFactory(quota=quota, accepted=True)
    of_events.cancel(old.registration)
    new = actions.propose_substitute(old, nominee(), scan(wu), by=wu)
    assert quota.nominations.counting().count() == 1

    actions.accept(new, by=clerk())

    assert Nomination.objects.get(pk=old.pk).status == S.WITHDRAWN


def test_a_substitute_needs_a_letter(quota: NominationQuota, wu: User) -> None:
    old = NominationFactory(quota=quota, accepted=True)

    with refused("letter-missing"):
        actions.propose_substitute(old, nominee(), None, by=wu)
