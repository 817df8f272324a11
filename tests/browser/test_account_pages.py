"""The account's pages and the pages that say what went wrong, looked at like all others."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page

from partnership.accounts.demo import PEOPLE
from tests.browser import addresses
from tests.browser.chromium import Guard
from tests.browser.inspection import LOOKS, faults
from tests.browser.moving import follow

MEMBERS = {person.language: person for person in PEOPLE if person.key.startswith("member")}
ANSWERS = (400, 403, 404, 429)  # what the browser writes on its console for pages meant to refuse
TRIES = 7  # failed sign-ins until the door is closed


def send(page: Page, **typed: str) -> None:
    """Fill fields by name and send the form of the page's content."""
    form = page.locator("main form.form").first
    for name, text in typed.items():
        form.locator(f"[name={name}]").fill(text)
    follow(page, form.locator("[type=submit]"))


def at_the_door(page: Page, home: str) -> Iterator[str]:
    page.goto(f"{home}login/")
    yield "sign in"
    send(page)
    yield "sign in, nothing typed"
    send(page, login="nobody@example.org", password="wrong")
    yield "sign in, wrong password"
    page.goto(f"{home}password/reset/")
    send(page, email="no address")
    yield "new password, no address"
    send(page, email="nobody@example.org")
    yield "new password, asked for"
    page.goto(f"{home}password/reset/key/a-b/")
    yield "new password, dead link"
    page.goto(f"{home}confirm-email/dead/")
    yield "address, dead link"
    page.goto(f"{home}inactive/")
    yield "closed account"


def inside(page: Page, home: str, language: str) -> Iterator[str]:
    person = MEMBERS[language]
    page.goto(f"{home}login/")
    send(page, login=person.email, password=person.password)
    yield "desk"
    page.goto(home)
    yield "profile"
    send(page, name="")
    yield "profile, nothing typed"
    page.goto(home)
    send(page)
    yield "profile, saved"
    page.goto(f"{home}sessions/")
    yield "sessions"
    page.goto(f"{home}password/change/")
    send(page, oldpassword="wrong", password1="short", password2="other")
    yield "password, refused"
    page.goto(f"{home}second-factor/")
    yield "second factor"
    page.goto(f"{home}second-factor/totp/activate/")
    if "reauthenticate" in page.url:
        send(page, password="wrong")
        yield "password once more, refused"
        send(page, password=person.password)
    send(page, code="000000")
    yield "second factor, wrong code"
    page.goto(f"{home}logout/")
    yield "sign out"


def refusals(page: Page, home: str, language: str) -> Iterator[str]:
    page.goto(f"/{language}/contact/?q=%00")
    yield "400"
    page.goto(f"{home}login/")
    page.context.clear_cookies()
    send(page, login="nobody@example.org", password="wrong")
    yield "403, expired form"
    for _try in range(TRIES):
        page.goto(f"{home}login/")
        send(page, login=f"stranger.{language}@example.org", password="wrong")
        if page.locator("main form.form").count() == 0:
            break
    yield "429"


def found_in(page: Page, states: Iterator[str]) -> tuple[int, dict[str, object]]:
    """Return how many states there were, and what is wrong in which."""
    looked_at = [(state, faults(page)) for state in states]
    return len(looked_at), {state: wrong for state, wrong in looked_at if wrong}


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_nothing_is_wrong_at_the_door(page: Page, language: str, guard: Guard) -> None:
    number, found = found_in(page, at_the_door(page, f"/{language}/accounts/"))
    guard.allow_answers(*ANSWERS)

    assert number == 8
    assert found == {}


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_nothing_is_wrong_inside(page: Page, language: str, guard: Guard) -> None:
    number, found = found_in(page, inside(page, f"/{language}/accounts/", language))
    guard.allow_answers(*ANSWERS)

    assert number >= 8
    assert found == {}


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_nothing_is_wrong_with_what_refuses(page: Page, language: str, guard: Guard) -> None:
    number, found = found_in(page, refusals(page, f"/{language}/accounts/", language))
    guard.allow_answers(*ANSWERS)

    assert number == 3
    assert re.search(r"\b429\b", page.locator("main").inner_text())
    assert found == {}


@pytest.mark.parametrize("code", ["500", "503"])
def test_nothing_is_wrong_with_the_page_of_a_broken_server(page: Page, code: str) -> None:
    page.goto("/en/contact/")
    source = Path(settings.BASE_DIR, "templates", f"{code}.html").read_text(encoding="utf-8")
    page.set_content(re.sub(r"{#.*?#}", "", source), wait_until="load")

    assert page.locator(".button").first.evaluate("e => getComputedStyle(e).display") != "inline"
    assert faults(page, LOOKS) == {}
