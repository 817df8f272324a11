"""Registering by form and coming back by link: opening changes nothing, every deed is a button."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partnership.accounts.models import User
from partnership.events import actions, links
from partnership.events.actions import seats
from partnership.events.choices import Kind, RegistrationStatus
from partnership.events.errors import Busy
from partnership.events.models import Event, Registration
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory
from tests.forms_in_pages import text_of_page
from tests.partnership.events.test_answering import end_of
from tests.tickets import solved

S = RegistrationStatus

pytestmark = pytest.mark.django_db

SAVEPOINTS = ("SAVEPOINT", "RELEASE SAVEPOINT")
TYPED = {
    "name": "Mei",
    "email": "mei@example.org",
    "consent": "on",
    "publish_consent": "nobody",
}


def send(client: Client, event: Event, **changed: Any) -> Any:
    typed = {**TYPED, **solved("registration"), **changed}
    return client.post(f"/en/events/{event.slug}/register/", typed)


def link_in_the_mail(kind: str = "confirm_address") -> str:
    mail = OutgoingMessage.objects.filter(kind=f"events.{kind}").latest("pk")
    found = re.search(r"http://testserver(/en/events/link/\S+)", mail.text)
    assert found
    return found[1]


def test_a_stranger_registers_confirms_and_cancels(client: Client, event: Event) -> None:
    assert send(client, event).headers["Location"] == f"/en/events/{event.slug}/sent/"
    address = link_in_the_mail()

    page = client.get(address).content.decode()
    assert "Confirm my registration" in page
    assert event.registrations.get().status == S.UNVERIFIED, "opening the link changes nothing"

    assert client.post(address, {"deed": "confirm"}).status_code == 302
    assert event.registrations.get().status == S.CONFIRMED
    assert "You have a seat." in client.get(address).content.decode()

    client.post(address, {"deed": "cancel"})
    page = client.get(address).content.decode()
    assert event.registrations.get().status == S.CANCELLED
    assert '<button class="button' not in page.split("<main", 1)[1]


@pytest.mark.parametrize("has_account", [True, False])
def test_the_form_that_is_sent_costs_few_queries(
    client: Client, event: Event, mei: User, has_account: bool
) -> None:
    if has_account:
        client.force_login(mei)

    with CaptureQueriesContext(connection) as asked:
        assert send(client, event).status_code == 302

    questions = [each["sql"] for each in asked if not each["sql"].startswith(SAVEPOINTS)]
    assert len(questions) <= 13, "\n".join(questions)
    assert event.registrations.count() == 1


def test_a_known_address_is_answered_like_an_unknown_one(client: Client, event: Event) -> None:
    RegistrationFactory(event=event, email="mei@example.org")
    OutgoingMessage.objects.all().delete()

    known, unknown = send(client, event), send(client, event, email="new@example.org")

    assert known.status_code == unknown.status_code == 302
    assert known.headers["Location"] == unknown.headers["Location"]
    assert event.registrations.filter(email="mei@example.org").count() == 1
    kinds = dict(OutgoingMessage.objects.values_list("to_address", "kind"))
    assert kinds == {
        "mei@example.org": "events.link",
        "new@example.org": "events.confirm_address",
    }


def test_a_form_sent_twice_is_one_registration(client: Client, event: Event) -> None:
    ticket = solved("registration")

    for _time in range(2):
        assert send(client, event, **ticket).status_code == 302

    assert event.registrations.count() == 1
    assert OutgoingMessage.objects.count() == 1


def test_nothing_typed_is_lost_in_a_refusal(client: Client, event: Event) -> None:
    page = send(client, event, consent="", organisation_name="Blue school").content.decode()
    assert "Blue school" in page
    event.registration_opens_at = timezone.now() + timedelta(days=1)
    event.save()
    page = send(client, event).content.decode()
    assert "has not opened yet" in page or "Registration opens on" in page
    assert event.registrations.count() == 0


@pytest.mark.parametrize("has_account", [True, False])
def test_whoever_comes_too_late_reads_why_and_loses_nothing(
    client: Client, event: Event, mei: User, has_account: bool
) -> None:
    if has_account:
        client.force_login(mei)
    event.capacity, event.waitlist_capacity = 0, 0
    event.registration_closes_at = None if has_account else timezone.now()
    event.save()

    page = send(client, event, organisation_name="Blue school").content.decode()

    said = "There are no seats left" if has_account else "Registration is closed."
    assert said in page
    assert "Blue school" in page


def test_a_busy_moment_is_said_to_programs_too(
    client: Client, event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_event: Event) -> Event:
        raise Busy

    monkeypatch.setattr(seats, "lock", busy)
    answer = send(client, event)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "mei@example.org" in answer.content.decode()


def test_a_leader_registers_a_class(client: Client) -> None:
    event = EventFactory(published=True, kind=Kind.CLEANUP, max_group_size=60, capacity=60)

    send(
        client,
        event,
        group_name="三年级二班",
        other_adults="1",
        members="Ms Wu\n\nMr Li\n",
        members_agree="on",
        children="37",
        guardians_agree="on",
    )

    row = event.registrations.get()
    assert (row.seats, row.other_adults, row.children) == (40, 2, 37)
    assert row.members.count() == 2
    client.post(link_in_the_mail(), {"deed": "confirm"})
    assert "40 people" in client.get(link_in_the_mail()).content.decode()
    too_many = send(client, event, email="b@example.org", members="A\n" * 61).content.decode()
    assert "At most 60 names" in too_many


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "named with their own consent only"), ("zh-hans", "须经本人同意")],
)
def test_a_leader_who_names_adults_says_that_they_agree(
    client: Client, language: str, words: str
) -> None:
    event = EventFactory(published=True, max_group_size=60, capacity=60)

    typed = {**TYPED, **solved("registration"), "members": "Ms Wu"}
    page = client.post(f"/{language}/events/{event.slug}/register/", typed).content.decode()

    assert words in page
    assert "Ms Wu</textarea>" in page
    assert not event.registrations.exists()


def test_a_leader_reads_how_many_adults_are_needed_and_loses_nothing(client: Client) -> None:
    event = EventFactory(published=True, kind=Kind.CLEANUP, max_group_size=60, minors_per_adult=10)
    assert (
        "at least one adult for every 10"
        in client.get(f"/en/events/{event.slug}/register/").content.decode()
    )

    page = send(client, event, children="37", guardians_agree="on").content.decode()

    assert "Bring at least 4 adults" in page
    assert 'value="37"' in page
    assert not event.registrations.exists()


@pytest.mark.parametrize("has_account", [True, False])
def test_whoever_has_opened_the_form_before_the_event_was_moved_is_told(
    client: Client, event: Event, mei: User, has_account: bool
) -> None:
    if has_account:
        client.force_login(mei)
    address = f"/en/events/{event.slug}/register/"
    assert 'name="edition" value="0"' in client.get(address).content.decode()
    moved = datetime(2099, 3, 9, 1, tzinfo=UTC)
    Event.objects.update(starts_at=moved, ends_at=moved + timedelta(hours=8), sequence=1)

    page = send(client, event, edition="0").content.decode()

    assert "It takes place: 9 March 2099 09:00–17:00" in page
    assert 'value="Mei"' in page
    assert 'name="edition" value="1"' in page
    assert not event.registrations.exists()
    assert send(client, event, edition="1").status_code == 302
    assert event.registrations.exists()


def test_only_some_events_ask_for_groups_and_minors(client: Client, event: Event) -> None:
    alone = client.get(f"/en/events/{event.slug}/register/").content.decode()
    team = EventFactory(published=True, max_group_size=5)
    adults = client.get(f"/en/events/{team.slug}/register/").content.decode()

    assert "group_name" not in alone
    assert "group_name" in adults
    assert 'name="children"' not in adults


def test_a_link_is_sent_again_once_an_hour_and_the_page_never_tells(
    client: Client, event: Event
) -> None:
    RegistrationFactory(event=event, email="mei@example.org")
    OutgoingMessage.objects.all().delete()
    answers = []
    for email in ("MEI@example.org", "mei@example.org", "nobody@example.org"):
        typed = {"email": email, **solved("registration-link")}
        answers.append(client.post(f"/en/events/{event.slug}/my-link/", typed))

    assert {(answer.status_code, answer.headers["Location"]) for answer in answers} == {
        (302, f"/en/events/{event.slug}/sent/")
    }
    assert OutgoingMessage.objects.get().kind == "events.link"
    assert "You have a seat." in client.get(link_in_the_mail("link")).content.decode()


def test_a_network_asks_for_five_links_an_hour_and_registers_all_the_same(
    client: Client, event: Event
) -> None:
    address = f"/en/events/{event.slug}/my-link/"

    def asked(number: int) -> Any:
        typed = {"email": f"nobody{number}@example.org", **solved("registration-link")}
        return client.post(address, typed)

    assert [asked(number).status_code for number in range(6)] == [302] * 5 + [200]
    assert "Very many messages have come from your network" in asked(6).content.decode()
    assert send(client, event).status_code == 302
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert asked(7).status_code == 302


def test_asking_twice_with_one_form_is_asking_once(client: Client, event: Event) -> None:
    typed = {"email": "nobody@example.org", **solved("registration-link")}
    for _time in range(2):
        answer = client.post(f"/en/events/{event.slug}/my-link/", typed)
    assert answer.status_code == 302
    assert not OutgoingMessage.objects.exists()
    assert client.post(f"/en/events/{event.slug}/my-link/", {}).status_code == 200


def test_a_link_of_one_opens_nothing_of_another(client: Client, event: Event) -> None:
    mine, other = RegistrationFactory.create_batch(2, event=event)
    secret = links.make(mine)

    client.post(f"/en/events/link/{secret}/", {"deed": "cancel"})

    other.refresh_from_db()
    assert other.status == S.CONFIRMED
    assert client.get("/en/events/link/guessed/").status_code == 404
    Registration.objects.filter(pk=mine.pk).update(
        anonymised_at=timezone.now(), email="", person=None
    )
    assert client.get(f"/en/events/link/{secret}/").status_code == 404


def test_a_button_that_is_none_does_nothing(client: Client, event: Event) -> None:
    row = RegistrationFactory(event=event)

    assert client.post(f"/en/events/link/{links.make(row)}/", {"deed": "delete"}).status_code == 302
    row.refresh_from_db()
    assert row.status == S.CONFIRMED


def test_who_waits_sees_their_place_accepts_and_is_told_when_it_is_too_late(
    client: Client,
) -> None:
    event = EventFactory(published=True, capacity=1, waitlist_capacity=5, offer_hours=24)
    first, second, third = RegistrationFactory.create_batch(3, event=event)
    address = f"/en/events/link/{links.make(third)}/"
    assert 'Your place in the line: <strong class="num">2</strong>' in text_of_page(client, address)
    actions.cancel(first)
    assert 'Your place in the line: <strong class="num">1</strong>' in text_of_page(client, address)
    offer = f"/en/events/link/{links.make(second)}/"
    assert "Accept the seat" in text_of_page(client, offer)
    assert "Decline" in text_of_page(client, offer)
    end_of(second)

    refused = client.post(offer, {"deed": "accept"})

    assert "Write to the secretariat if you still want to come" in refused.content.decode()
    actions.end_offers()
    client.post(address, {"deed": "accept"})
    third.refresh_from_db()
    assert third.status == S.CONFIRMED
