"""/api/v1/events/ and /api/v1/registrations/."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partnership.accounts.models import User
from partnership.events import actions
from partnership.events.choices import Kind
from partnership.events.models import Event
from tests.factories.copies import copies, in_turn
from tests.factories.events import EventFactory, RegistrationFactory, clerk, held
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db

EVENTS, REGISTRATIONS = "/api/v1/events/", "/api/v1/registrations/"


def slugs(client: Client, query: str = "") -> list[str]:
    answer = client.get(f"{EVENTS}{query}")
    assert answer.status_code == 200, answer.content
    return [row["slug"] for row in answer.json()["results"]]


def test_it_gives_announced_events_in_both_languages(client: Client) -> None:
    theme, city = ThemeFactory(), CityFactory()
    event = EventFactory(published=True, title_en="Dialogue", title_zh_hans="对话", place=city)
    event.themes.add(theme)
    EventFactory()

    (row,) = client.get(EVENTS).json()["results"]

    assert row["title"] == {"zh-hans": "对话", "en": "Dialogue"}
    assert (row["themes"], row["place"], row["country"]) == (
        [theme.code],
        city.code,
        city.country.code,
    )
    assert row["pages"]["en"].endswith(f"/en/events/{event.slug}/")
    assert row["status"] == "published"


def test_what_was_cancelled_and_put_away_stays_cancelled_and_says_why(client: Client) -> None:
    event = actions.archive_event(EventFactory(published=True, cancelled=True), by=clerk())

    row = client.get(f"{EVENTS}{event.slug}/").json()

    assert row["status"] == "cancelled"
    assert row["public_reason"] == {"zh-hans": "台风。", "en": "A typhoon."}


def test_it_gives_one_event_in_full_with_what_is_public(client: Client) -> None:
    event = EventFactory(capacity=3, join_url="https://meet.example.org/secret")
    actions.publish_event(event, "en", by=clerk())
    RegistrationFactory(event=event, name="Mei Secret")

    answer = client.get(f"{EVENTS}{event.slug}/")

    row = answer.json()
    assert row["description"] == {"zh-hans": None, "en": "Description."}
    assert set(row["pages"]) == {"en"}
    assert (row["registration_phase"], row["seats_free"]) == ("open", 2)
    for secret in ("Mei Secret", "meet.example.org"):
        assert secret not in answer.content.decode()


def test_an_event_without_a_limit_has_no_number_of_free_seats(client: Client) -> None:
    event = EventFactory(published=True)

    assert client.get(f"{EVENTS}{event.slug}/").json()["seats_free"] is None
    draft = EventFactory()
    assert client.get(f"{EVENTS}{draft.slug}/").status_code == 404
    Event.objects.filter(pk=event.pk).update(capacity=0)
    assert client.get(f"{EVENTS}{event.slug}/").json()["seats_free"] == 0


def test_it_narrows_and_orders(client: Client) -> None:
    city, theme = CityFactory(), ThemeFactory()
    here = EventFactory(published=True, place=city, kind=Kind.CLEANUP, slug="here")
    here.themes.add(theme)
    later = timezone.now() + timedelta(days=30)
    EventFactory(published=True, slug="later", starts_at=later)
    held(EventFactory(published=True, slug="over"))

    for query in (f"?place={city.code}", "?kind=cleanup", f"?theme={theme.code}"):
        assert slugs(client, query) == ["here"], query
    assert slugs(client, f"?place={city.country.code}") == ["here"]
    assert slugs(client, "?when=coming") == ["here", "later"]
    assert slugs(client, "?when=past") == ["over"]
    assert slugs(client, "?ordering=-starts_at") == ["later", "here", "over"]


@pytest.mark.parametrize("query", ["kind=party", "place=XX", "theme=none", "when=now", "who=mei"])
def test_it_refuses_what_it_does_not_know(client: Client, query: str) -> None:
    assert client.get(f"{EVENTS}?{query}").status_code == 400


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_events_cost_as_many_queries_for_many_as_for_one(client: Client, rows: int) -> None:
    event = EventFactory(published=True)
    event.themes.add(ThemeFactory())
    copies(event, rows - 1)

    with CaptureQueriesContext(connection) as asked:
        client.get(EVENTS)

    assert len(asked) == 2


def test_registrations_are_ones_own(client: Client, wang: User) -> None:
    own = RegistrationFactory(
        person=wang, children=2, guardians_agree=True, event__max_group_size=5
    )
    RegistrationFactory(event=own.event)
    refused = client.get(REGISTRATIONS)
    assert refused.status_code == 403
    assert refused.json()["code"] == "not-authenticated"
    client.force_login(wang)

    answer = client.get(REGISTRATIONS)

    (row,) = answer.json()["results"]
    assert row["uid"] == str(own.uid)
    assert (row["event"], row["status"], row["seats"]) == (own.event.slug, "confirmed", 3)
    assert row["title"]["en"] == own.event.title_en
    assert row["pages"]["en"].endswith(f"/en/events/mine/{own.uid}/")
    assert "no-store" in answer.headers["Cache-Control"]
    assert client.get(f"{REGISTRATIONS}?status=pending").json()["results"] == []
    assert client.get(f"{REGISTRATIONS}?status=x").status_code == 400


def test_staff_see_their_own_registrations_here_too(client: Client, lin: User) -> None:
    RegistrationFactory()
    client.force_login(lin)

    assert client.get(REGISTRATIONS).json()["results"] == []


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_registrations_cost_as_many_queries_for_many_as_for_one(
    client: Client, wang: User, rows: int
) -> None:
    registration = RegistrationFactory(person=wang)
    copies(registration, rows - 1, event=in_turn(copies(registration.event, rows - 1)))
    client.force_login(wang)
    client.get(REGISTRATIONS)

    with CaptureQueriesContext(connection) as asked:
        client.get(REGISTRATIONS)

    assert len(asked) <= 4
