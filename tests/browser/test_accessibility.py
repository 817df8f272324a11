"""Every kind of page, in one look after the other: no violation of the WCAG rules axe can see, no overflow, no
word of the wrong language, no other host, no error on the console."""

import pytest
from playwright.sync_api import Page

from tests.browser import addresses
from tests.browser.chromium import Guard
from tests.browser.inspection import LOOKS, faults, faults_in, look_in_turn, violations


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_nothing_is_wrong_on_any_kind_of_page(
    page: Page, portal: str, language: str, guard: Guard
) -> None:
    found: dict[str, object] = {}
    paths = [path for path in addresses.kinds(portal) if path.startswith(f"/{language}/")]
    for number, path in enumerate(paths):
        page.goto(path)
        if wrong := faults(page, [look_in_turn(number, language)]):
            found[path] = wrong
    guard.allow_answers(404)

    assert len(paths) > 10
    assert found == {}


def test_axe_finds_a_planted_fault(page: Page) -> None:
    page.goto("/en/")
    page.evaluate("() => { document.querySelector('main').append(new Image()); }")

    assert any("image-alt" in fault for fault in violations(page))


def test_a_planted_overflow_is_seen(page: Page) -> None:
    page.goto("/en/about/")
    page.evaluate("() => { document.querySelector('main').style.minWidth = '50rem'; }")

    found = faults(page, [("dark", 390)])

    assert set(found) == {"dark 390", "overflow at 360"}


def test_a_weak_contrast_in_the_dark_alone_is_seen_after_the_light(page: Page) -> None:
    page.goto("/en/about/")
    page.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`@media (prefers-color-scheme: dark) {
            main p { color: #555 !important; background: #444 !important; } }`);
        document.adoptedStyleSheets.push(sheet);
    }""")

    found = faults_in(page, LOOKS[:2])

    assert set(found) == {"dark 1280"}
    assert all("color-contrast" in fault for fault in found["dark 1280"])
