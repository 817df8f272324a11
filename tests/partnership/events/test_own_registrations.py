"""The registrations of somebody with an account, page by page."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from partnership.accounts.models import User
from partnership.events import actions
from partnership.events.choices import Mode, RegistrationStatus
from partnership.events.models import Event, Registration
from tests.factories.events import EventFactory, RegistrationFactory, clerk, held
from tests.forms_in_pages import text_of_page

S = RegistrationStatus
pytestmark = pytest.mark.django_db


def test_somebody_with_an_account_registers_at_once(
    client: Client, event: Event, mei: User
) -> None:
    client.force_login(mei)
    form = text_of_page(client, f"/en/events/{event.slug}/register/")
    assert 'value="Mei"' in form
    assert 'name="email"' not in form

    answer = client.post(f"/en/events/{event.slug}/register/", {"name": "Mei", "consent": "on"})

    row = event.registrations.get()
    assert answer.headers["Location"] == f"/en/events/mine/{row.uid}/"
    assert (row.status, row.person, row.email) == (S.CONFIRMED, mei, mei.email)
    assert "registered already" in text_of_page(client, f"/en/events/{event.slug}/register/")
    again = client.post(f"/en/events/{event.slug}/register/", {"name": "Mei", "consent": "on"})
    assert "registered already" in again.content.decode()


def test_ones_own_registrations_are_a_page(
    client: Client, event: Event, mei: User, wang: User
) -> None:
    client.force_login(mei)
    assert "have no registrations" in text_of_page(client, "/en/events/mine/")
    row = RegistrationFactory(event=event, person=mei)
    assert str(row.uid) in text_of_page(client, "/en/events/mine/")
    own = f"/en/events/mine/{row.uid}/"
    assert "You have a seat." in text_of_page(client, own)
    assert client.post(own, {"deed": "cancel"}).status_code == 302
    row.refresh_from_db()
    assert row.status == S.CANCELLED
    refused = client.post(own, {"deed": "accept"})
    assert "not possible" in refused.content.decode()
    client.force_login(wang)
    assert client.get(own).status_code == 404


def test_the_list_says_when_and_where_it_was_and_whether_one_came(
    client: Client, mei: User
) -> None:
    starts = datetime(2099, 3, 9, 1, tzinfo=UTC)
    event = EventFactory(published=True, starts_at=starts, title_en="Xiamen roundtable")
    row = RegistrationFactory(event=event, person=mei)
    client.force_login(mei)
    page = text_of_page(client, "/en/events/mine/")
    for words in ("Xiamen roundtable", "9 March 2099 09:00–17:00", "Conference centre, City"):
        assert words in page, words
    assert "confirmed" in page
    Registration.objects.filter(pk=row.pk).update(attendance="partial")

    page = text_of_page(client, "/en/events/mine/")

    assert "attended in part" in page
    assert "confirmed" not in page.partition("<main")[2]


@pytest.mark.parametrize("count", [1, 3, 20])
def test_ones_registrations_ask_the_same_for_few_and_many(
    client: Client, mei: User, count: int, django_assert_max_num_queries: Any
) -> None:
    client.force_login(mei)
    for _number in range(count):
        RegistrationFactory(person=mei)

    with django_assert_max_num_queries(9):
        text_of_page(client, "/en/events/mine/")


def test_the_link_to_join_is_for_those_with_a_seat(client: Client, event: Event, mei: User) -> None:
    event.join_url = "https://meet.example.org/x"
    event.save()
    client.force_login(mei)
    row = RegistrationFactory(event=event, person=mei)
    assert "meet.example.org" in text_of_page(client, f"/en/events/mine/{row.uid}/")
    actions.cancel(row)
    assert "meet.example.org" not in text_of_page(client, f"/en/events/mine/{row.uid}/")


def test_the_reason_of_a_refusal_is_read_by_whom_it_concerns(
    client: Client, mei: User, lin: User
) -> None:
    event = EventFactory(published=True, mode=Mode.APPROVAL)
    row = RegistrationFactory(event=event, person=mei)
    actions.reject(row, by=lin, reason="For cities only.")
    client.force_login(mei)

    assert "For cities only." in text_of_page(client, f"/en/events/mine/{row.uid}/")
    assert clerk() is not None


def test_a_called_off_event_says_so_on_ones_registration(
    client: Client, event: Event, mei: User, lin: User
) -> None:
    row = RegistrationFactory(event=event, person=mei)
    actions.cancel_event(event, by=lin, reason_zh="台风。", reason_en="A typhoon.")
    client.force_login(mei)

    assert "A typhoon." in text_of_page(client, f"/en/events/mine/{row.uid}/")


@pytest.mark.parametrize(
    ("attendance", "said"),
    [
        ("unknown", "You had a seat."),
        ("attended", "You took part."),
        ("partial", "You took part for some of the time."),
        ("absent", "It was noted that you did not come."),
    ],
)
def test_after_the_event_the_registration_says_how_it_ended(
    client: Client, event: Event, mei: User, attendance: str, said: str
) -> None:
    row = RegistrationFactory(event=event, person=mei)
    Registration.objects.filter(pk=row.pk).update(attendance=attendance)
    client.force_login(mei)
    assert "You have a seat." in text_of_page(client, f"/en/events/mine/{row.uid}/")
    held(event)

    page = text_of_page(client, f"/en/events/mine/{row.uid}/")

    assert said in page
    assert "You have a seat." not in page
    assert 'href="/en/events/mine/"' in page, "the way to all of one's registrations"
