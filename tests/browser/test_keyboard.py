"""The portal by keyboard alone."""

import pytest
from playwright.sync_api import Page

FURTHEST = 120  # steps of the tabulator until something must have been reached
FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
}"""


def tab_to(page: Page, selector: str) -> None:
    """Press the tabulator until the element has the focus; every stop on the way shows it."""
    for _step in range(FURTHEST):
        page.keyboard.press("Tab")
        where = page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)")
        if where.startswith("<body"):
            continue
        assert page.evaluate(FOCUS), f"the focus is not visible on {where}"
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{selector} cannot be reached")


def activate(page: Page, key: str = "Enter") -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def test_the_first_stop_leads_past_the_frame(page: Page) -> None:
    page.goto("/zh-hans/")
    page.keyboard.press("Tab")
    link = page.locator(".skip")

    assert link.evaluate("e => e === document.activeElement")
    assert link.bounding_box()["y"] >= 0  # type: ignore[index]

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_a_case_is_found_narrowed_opened_and_read_in_the_other_language(page: Page) -> None:
    page.goto("/zh-hans/")
    tab_to(page, ".nav a[href='/zh-hans/cases/']")
    activate(page)

    tab_to(page, "input[name=country][value=VN]")
    page.keyboard.press("Space")
    tab_to(page, ".with-aside form [type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**country=VN**")
    tab_to(page, "#results .card a")
    activate(page)
    page.wait_for_url("**/cases/CN-AS-*/**")  # the list may put its own address down once more
    chinese = page.url

    tab_to(page, "a[data-language=en]")
    activate(page)

    assert "/zh-hans/cases/CN-AS-" in chinese
    assert "/en/cases/CN-AS-" in page.url
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_menu_of_a_phone_opens_leads_on_and_closes(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/en/")
    places = page.locator(".nav__places")
    assert not places.is_visible()

    tab_to(page, ".menu-button")
    page.keyboard.press("Enter")
    assert places.is_visible()
    page.keyboard.press("Escape")
    assert not places.is_visible()

    page.keyboard.press("Enter")
    tab_to(page, ".nav a[href='/en/about/']")
    activate(page)

    assert page.url.endswith("/en/about/")


def test_the_search_of_the_home_page_needs_no_mouse(page: Page) -> None:
    page.goto("/en/")
    tab_to(page, "#search")
    page.keyboard.type("Xiamen")
    activate(page)

    assert "q=Xiamen" in page.url
    assert page.locator(".found__title").count() >= 1


def test_a_refused_form_is_read_from_its_errors(page: Page) -> None:
    page.goto("/en/accounts/login/")
    tab_to(page, "main form.form [type=submit]")
    activate(page)

    assert page.evaluate("() => document.activeElement.matches('[data-error-summary]')")
    tab_to(page, "[data-error-summary] a")
    page.keyboard.press("Enter")
    page.keyboard.type("a")

    assert page.locator("#id_login").input_value() == "a"
