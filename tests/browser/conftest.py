"""Chromium against a portal with the demo content, with guards on every page it opens."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from partnership.accounts.demo import PEOPLE
from tests.browser import errands, server
from tests.browser.chromium import ARGUMENTS, Guard, chromium

PATIENCE = 10_000  # milliseconds
FRESH = 1200.0  # seconds: who does nothing for half an hour is signed out
Enter = Callable[[str], Page]
SignIns = dict[str, tuple[float, list[Any]]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder run in one worker (tests.lanes), first and in a row, with one portal
    and browser.

    While Playwright lives, an event loop is open in the thread, beside which Django refuses its
    database: the browser must be gone before the next test.
    """
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.browser)
    chosen = set(here)
    items[:] = [*here, *(item for item in items if item not in chosen)]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium of the machine; without it the test says so, and fails where it is required."""
    path = chromium()
    if path is None:
        message = "Chromium was not found; install Debian's package chromium."
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def portal(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a portal with reference data and demo content."""
    with server.portal(tmp_path_factory.mktemp("portal") / "web.log") as address:
        yield address
        errands.close()


@pytest.fixture
def guard(portal: str) -> Iterator[Guard]:
    """Watches the test's page and fails the test afterwards if something forbidden was seen."""
    guard = Guard(urlsplit(portal).netloc)
    yield guard
    assert guard.foreign == []
    assert guard.errors == []


@pytest.fixture
def page(browser: Browser, portal: str, guard: Guard) -> Iterator[Page]:
    """A fresh visitor on a desktop screen."""
    context = browser.new_context(
        base_url=portal, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    guard.watch(page)
    yield page
    context.close()


@pytest.fixture(scope="package")
def sign_ins() -> SignIns:
    """When somebody signed in by the form, and the cookies that gave."""
    return {}


@pytest.fixture
def enter(browser: Browser, portal: str, guard: Guard, sign_ins: SignIns) -> Iterator[Enter]:
    """Give a page on which a demo person is signed in, by the form or with cookies it gave before."""
    contexts = []

    def entered(key: str) -> Page:
        person = next(person for person in PEOPLE if person.key == key)
        context = browser.new_context(
            base_url=portal, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        guard.watch(page)
        signed_in, cookies = sign_ins.get(key, (0.0, []))
        if time.monotonic() - signed_in < FRESH:
            context.add_cookies(cookies)
            return page
        sign_in(page, person.language, person.email, person.password)
        sign_ins[key] = time.monotonic(), list(context.cookies())
        return page

    yield entered
    for context in contexts:
        context.close()


def sign_in(page: Page, language: str, email: str, password: str) -> None:
    page.goto(f"/{language}/accounts/login/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", password)
    page.click("main form button[type=submit]")
    page.wait_for_url(lambda url: "/login/" not in url)
