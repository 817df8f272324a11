"""The language switch."""

import pytest
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://testserver@evil.example/",
    "http://evil.example\\@testserver/",
    "\thttps://evil.example",
    "https://testserver.evil.example/",
]


def switch(client: Client, language: str, page: str = "/zh-hans/") -> object:
    return client.post("/language/", {"language": language, "next": page})


def test_it_leads_to_the_same_page_in_the_other_language(client: Client, db: None) -> None:
    response = switch(client, "en", "/zh-hans/accounts/login/?next=/zh-hans/accounts/")

    assert response.url == "/en/accounts/login/?next=/zh-hans/accounts/"
    assert switch(client, "zh-hans", "/en/").url == "/zh-hans/"


def test_the_cookie_remembers_it(client: Client, db: None) -> None:
    cookie = switch(client, "en").cookies["language"]

    assert (cookie.value, cookie["max-age"], cookie["samesite"]) == ("en", 31536000, "Lax")
    assert client.get("/", headers={"Accept-Language": "zh-CN"}).url == "/en/"


def test_the_account_remembers_it(client: Client, wang: User) -> None:
    client.force_login(wang)
    switch(client, "en")

    assert User.objects.get(pk=wang.pk).language == "en"


def test_the_pages_of_the_account_carry_a_switch_that_works(client: Client, wang: User) -> None:
    client.force_login(wang)
    page = client.get("/zh-hans/accounts/sessions/").content.decode()
    assert 'action="/language/"' in page
    assert 'name="next" value="/en/accounts/sessions/"' in page

    response = switch(client, "en", "/en/accounts/sessions/")

    assert response.url == "/en/accounts/sessions/"
    assert User.objects.get(pk=wang.pk).language == "en"


def test_a_page_without_a_language_stays_where_it_is(client: Client, db: None) -> None:
    assert switch(client, "en", "/admin/").url == "/admin/"


@pytest.mark.parametrize("page", ["", "/zh-hans/no/such/page/", "nonsense"])
def test_without_a_page_to_return_to_it_leads_home(client: Client, db: None, page: str) -> None:
    assert switch(client, "en", page).url == "/en/"


@pytest.mark.parametrize("page", ELSEWHERE)
def test_it_never_leads_to_another_host(client: Client, db: None, page: str) -> None:
    assert switch(client, "en", page).url == "/en/"


@pytest.mark.parametrize("page", ELSEWHERE)
@pytest.mark.parametrize("name", ["account_login", "account_logout", "account_reauthenticate"])
def test_no_page_of_the_account_leads_to_another_host(
    client: Client, anna: User, name: str, page: str
) -> None:
    values = {"login": anna.email, "password": "Blauer-Ozean-2026", "next": page}
    if name != "account_login":
        client.force_login(anna)

    assert "evil" not in client.post(reverse(name), values).url


@pytest.mark.parametrize("page", ELSEWHERE)
def test_the_admin_door_never_leads_to_another_host(client: Client, ming: User, page: str) -> None:
    client.force_login(ming)

    assert client.get(reverse("admin:login"), {"next": page}).url == reverse("admin:index")


@pytest.mark.parametrize("language", ["", "fr", "zh", "../en"])
def test_it_knows_two_languages(client: Client, db: None, language: str) -> None:
    response = switch(client, language)

    assert response.status_code == 400
    assert "language" not in response.cookies


def test_it_changes_nothing_by_get(client: Client, wang: User) -> None:
    client.force_login(wang)

    assert client.get("/language/", {"language": "en"}).status_code == 405
    assert User.objects.get(pk=wang.pk).language == "zh-hans"


def test_it_needs_the_page_it_was_pressed_on(wang: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(wang)

    assert switch(strict, "en").status_code == 403
