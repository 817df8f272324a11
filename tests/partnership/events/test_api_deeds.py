"""Registering, accepting and cancelling by /api/v1/registrations/: the deeds of the pages."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from partnership.accounts.models import User
from partnership.events import actions
from partnership.events.actions import seats
from partnership.events.choices import Mode, RegistrationStatus
from partnership.events.details import Details
from partnership.events.errors import Busy
from partnership.events.models import Event, Registration
from tests.factories.events import EventFactory, RegistrationFactory, clerk

pytestmark = pytest.mark.django_db

REGISTRATIONS = "/api/v1/registrations/"
JSON = "application/json"


@pytest.fixture
def api(client: Client, nguyen: User) -> Client:
    """Nguyen's program."""
    client.force_login(nguyen)
    return client


def post(api: Client, **sent: Any) -> HttpResponse:
    answer: HttpResponse = api.post(REGISTRATIONS, {"consent": True, **sent}, content_type=JSON)
    return answer


def test_it_registers_the_account_that_asks(api: Client, nguyen: User) -> None:
    event = EventFactory(published=True, capacity=1)

    answer = post(api, event=event.slug, organisation_name="City of Da Nang")

    assert answer.status_code == 201, answer.content
    row = Registration.objects.get()
    assert answer.json()["uid"] == str(row.uid)
    assert (row.person, row.name, row.status) == (nguyen, nguyen.name, "confirmed")
    assert (row.email, row.language) == (nguyen.email, "en")
    assert row.organisation_name == "City of Da Nang"
    assert row.consented_at
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_busy_moment_says_when_to_come_again(
    api: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_event: Event) -> Event:
        raise Busy

    slug = EventFactory(published=True).slug
    monkeypatch.setattr(seats, "lock", busy)

    answer = post(api, event=slug)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.json()["code"] == "busy"


def test_it_puts_whoever_comes_after_the_last_seat_on_the_waiting_list(api: Client) -> None:
    event = RegistrationFactory(event__capacity=1, event__waitlist_capacity=1).event

    assert post(api, event=event.slug).json()["status"] == "waitlisted"


def test_it_takes_a_group_with_the_names_of_its_adults(api: Client) -> None:
    event = EventFactory(published=True, max_group_size=5)

    named = {"event": event.slug, "group_name": "Team", "members": ["An", "Binh"]}
    assert "members_agree" in str(post(api, **named).json())

    answer = post(api, **named, members_agree=True)

    assert answer.json()["seats"] == 3
    assert [member.name for member in Registration.objects.get().members.all()] == ["An", "Binh"]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"consent": False}, "consent"),
        ({"name": ""}, "name"),
        ({"other_adults": -1}, "other_adults"),
        ({"members": ["x" * 200]}, "members"),
        ({"publish_consent": "the world"}, "publish_consent"),
        ({"event": None}, "event"),
    ],
)
def test_it_says_in_both_languages_which_field_is_wrong(
    api: Client, sent: dict[str, Any], field: str
) -> None:
    event = EventFactory(published=True, max_group_size=5)

    answer = post(api, **{"event": event.slug, **sent})

    assert answer.status_code == 400
    assert answer.json()["code"] == "invalid"
    [said] = answer.json()["fields"][field]
    assert said["zh-hans"] != said["en"]
    assert not Registration.objects.exists()


def test_it_answers_a_refusal_of_the_rules_with_its_code(api: Client) -> None:
    event = EventFactory(published=True)
    post(api, event=event.slug)

    twice = post(api, event=event.slug)
    nominated = post(api, event=EventFactory(published=True, mode=Mode.NOMINATION_ONLY).slug)

    assert (twice.status_code, twice.json()["code"]) == (409, "already-registered")
    assert (nominated.status_code, nominated.json()["code"]) == (409, "by-nomination-only")


def test_a_draft_is_not_there(api: Client) -> None:
    assert post(api, event=EventFactory().slug).status_code == 404


@pytest.mark.parametrize(("body", "code"), [("{", "bad-input"), ("[]", "invalid")])
def test_a_body_that_is_none_is_refused(api: Client, body: str, code: str) -> None:
    answer = api.post(REGISTRATIONS, body, content_type=JSON)

    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_a_form_is_no_json(api: Client) -> None:
    answer = api.post(REGISTRATIONS, {"event": "x"})

    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported-media-type")


def test_nothing_is_written_without_the_token_of_the_session(nguyen: User) -> None:
    event = EventFactory(published=True)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(nguyen)

    answer = post(strict, event=event.slug)

    assert (answer.status_code, answer.json()["code"]) == (403, "permission-denied")
    assert not Registration.objects.exists()


def test_it_gives_one_registration_to_its_owner_only(api: Client, nguyen: User) -> None:
    own = RegistrationFactory(person=nguyen)
    other = RegistrationFactory()

    assert api.get(f"{REGISTRATIONS}{own.uid}/").json()["uid"] == str(own.uid)
    foreign = f"{REGISTRATIONS}{other.uid}/"
    assert api.get(foreign).status_code == 404
    for deed in ("accept", "cancel"):
        assert api.post(f"{foreign}{deed}/", {}, content_type=JSON).status_code == 404


def test_it_accepts_an_offered_seat(api: Client, nguyen: User) -> None:
    seated = RegistrationFactory(
        event__capacity=1, event__waitlist_capacity=1, event__offer_hours=4
    )
    waits = RegistrationFactory(event=seated.event, person=nguyen)
    actions.cancel(seated)
    address = f"{REGISTRATIONS}{waits.uid}/"
    assert api.get(address).json()["status"] == "offered"

    wrong = api.post(f"{address}accept/", {"consent": "perhaps"}, content_type=JSON)
    answer = api.post(f"{address}accept/", {}, content_type=JSON)

    assert (wrong.status_code, wrong.json()["code"]) == (400, "invalid")
    assert answer.json()["status"] == "confirmed"


def test_it_takes_the_consent_of_somebody_the_secretariat_has_invited(
    api: Client, nguyen: User
) -> None:
    typed = Details(nguyen.email, "en", name=nguyen.name)
    until = timezone.now() + timedelta(days=1)
    event = EventFactory(published=True)
    row = actions.invite(event, typed, by=clerk(), until=until, person=nguyen)
    address = f"{REGISTRATIONS}{row.uid}/accept/"

    without = api.post(address, {}, content_type=JSON)
    answer = api.post(address, {"consent": True}, content_type=JSON)

    assert (without.status_code, without.json()["code"]) == (409, "consent-missing")
    assert answer.json()["status"] == "confirmed"


def test_it_cancels_and_frees_the_seat(api: Client, nguyen: User) -> None:
    own = RegistrationFactory(person=nguyen, event__capacity=1)

    answer = api.post(f"{REGISTRATIONS}{own.uid}/cancel/", {}, content_type=JSON)

    assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
    own.refresh_from_db()
    assert own.status == RegistrationStatus.CANCELLED
