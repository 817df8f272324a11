"""The portal in a browser that runs no scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import Guard
from tests.browser.moving import follow


@pytest.fixture
def plain(browser: Browser, portal: str, guard: Guard) -> Iterator[Page]:
    """A visitor on a phone without scripts."""
    context = browser.new_context(
        base_url=portal, viewport={"width": 390, "height": 844}, java_script_enabled=False
    )
    page = context.new_page()
    guard.watch(page)
    yield page
    context.close()


def test_it_searches_narrows_opens_and_changes_the_language(plain: Page) -> None:
    plain.goto("/zh-hans/")
    plain.fill("#search", "厦门")
    follow(plain, ".hero [type=submit]")
    assert "q=" in plain.url
    assert plain.locator(".found__title").count() >= 1

    plain.goto("/zh-hans/cases/?country=VN")
    first = plain.locator("#results .card a").first
    title = first.inner_text()
    follow(plain, first)
    assert title in plain.locator("h1").inner_text()

    follow(plain, ".language")
    assert plain.locator("html").get_attribute("lang") == "en"
    assert "/en/cases/CN-AS-" in plain.url


def test_its_menu_opens(plain: Page) -> None:
    plain.goto("/en/")
    plain.click(".menu-button")
    follow(plain, ".nav a[href='/en/news/']")

    assert plain.url.endswith("/en/news/")


def test_it_narrows_the_news(plain: Page) -> None:
    plain.goto("/en/news/")
    plain.click(".filter summary")
    plain.select_option("select[name=year]", index=1)
    follow(plain, ".filter [type=submit]")

    assert "year=20" in plain.url
    assert plain.locator(".rows li").count() >= 1


def test_it_shows_no_switch_that_needs_a_script(plain: Page) -> None:
    plain.goto("/en/")

    assert plain.locator("[data-theme-switch]:visible").count() == 0


def test_it_signs_in_and_says_what_is_missing(plain: Page) -> None:
    plain.goto("/zh-hans/accounts/login/")
    follow(plain, "main form.form [type=submit]")

    assert plain.locator("[data-error-summary] li").count() == 2
