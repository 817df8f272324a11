"""Forms whose security token no longer holds."""

import pytest
from django.test import Client

from partnership.accounts.models import User

HERE = "http://testserver"
TYPED = {"login": "wang@example.org", "password": "a-secret-word", "code": "123456"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "表单已过期"), ("en", "The form has expired")]
)
def test_it_says_that_nothing_was_sent_in_the_language_of_the_page(
    strict: Client, language: str, words: str
) -> None:
    response = strict.post(f"/{language}/accounts/login/", TYPED)

    assert response.status_code == 403
    assert f"<h1>{words}</h1>" in response.content.decode()


def test_it_shows_what_was_typed_but_no_secret(strict: Client) -> None:
    response = strict.post("/en/accounts/login/", TYPED, headers={"Origin": HERE})
    page = response.content.decode()

    assert "wang@example.org" in page
    assert "a-secret-word" not in page
    assert "123456" not in page


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
def test_it_shows_nothing_that_another_site_sent(strict: Client, origin: str) -> None:
    response = strict.post("/en/accounts/login/", TYPED, headers={"Origin": origin})

    assert response.status_code == 403
    assert "wang@example.org" not in response.content.decode()


def test_what_was_typed_cannot_run(strict: Client) -> None:
    evil = {"login": "<script>alert(1)</script>"}

    response = strict.post("/en/accounts/login/", evil, headers={"Origin": HERE})

    assert "<script>alert" not in response.content.decode()


def test_a_sign_in_form_sent_once_more_after_signing_in_leads_on(
    strict: Client, zhao: User
) -> None:
    strict.force_login(zhao)

    response = strict.post("/en/accounts/login/", TYPED)

    assert (response.status_code, response["Location"]) == (302, "/en/desk/")
