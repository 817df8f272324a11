"""Asking for an account on the public page."""

import re

import pytest
from django.test import Client

from partnership.network.models import MembershipRequest
from tests.factories.network import ListedOrganisationFactory, OrganisationFactory, PersonFactory
from tests.tickets import solved

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "Mei",
    "email": "mei@example.org",
    "organisation_name": "Blue Bank",
    "organisation_type": "finance",
    "role": "submitter",
    "message": "I report for it.",
}


def send(client: Client, language: str = "en", **changed: str) -> object:
    return client.post(f"/{language}/join/", {**TYPED, **solved("join"), **changed})


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_it_takes_a_request_and_says_what_happens_next(client: Client, language: str) -> None:
    answer = send(client, language)

    request = MembershipRequest.objects.get()
    assert answer.headers["Location"] == f"/{language}/join/sent/{request.reference}/"  # type: ignore[attr-defined]
    assert request.language == language
    assert (
        request.reference
        in client.get(f"/{language}/join/sent/{request.reference}/").content.decode()
    )


def test_it_answers_a_known_address_as_an_unknown_one(client: Client) -> None:
    PersonFactory(email="known@example.org")
    pages = []
    for email in ("known@example.org", "unknown@example.org"):
        answer = send(client, email=email)
        page = client.get(answer.headers["Location"]).content.decode()  # type: ignore[attr-defined]
        pages.append((answer.status_code, re.sub(r"[A-Z0-9]{10}", "", page)))  # type: ignore[attr-defined]

    assert pages[0] == pages[1]


def test_a_double_click_is_one_request_and_the_same_answer(client: Client) -> None:
    ticket = solved("join")

    answers = [client.post("/en/join/", {**TYPED, **ticket}) for _ in range(2)]

    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert MembershipRequest.objects.count() == 1


def test_it_keeps_what_was_typed_when_something_is_wrong(client: Client) -> None:
    page = send(client, email="no address").content.decode()  # type: ignore[attr-defined]

    assert "I report for it." in page
    assert not MembershipRequest.objects.exists()


def test_it_offers_listed_organisations_and_no_others(client: Client) -> None:
    ListedOrganisationFactory(name_en="Seen Bank")
    OrganisationFactory(name_en="Unseen Bank")

    page = client.get("/en/join/?organisation=Seen+Bank").content.decode()

    assert '<option value="Seen Bank">' in page
    assert "Unseen Bank" not in page
    assert 'value="Seen Bank" maxlength' in page or 'value="Seen Bank"' in page
