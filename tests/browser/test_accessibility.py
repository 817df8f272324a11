"""No violation of the WCAG rules axe can see, on any kind of page, in any look."""

import pytest
from playwright.sync_api import Page

from tests.browser import addresses
from tests.browser.conftest import Guard
from tests.browser.inspection import LOOKS, violations, violations_in_all_looks, violations_in_look


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(
    page: Page, portal: str, language: str, guard: Guard
) -> None:
    found: dict[str, object] = {}
    paths = [path for path in addresses.kinds(portal) if path.startswith(f"/{language}/")]
    for path in paths:
        page.goto(path)
        faults = violations_in_all_looks(page)
        if faults:
            found[path] = faults
    guard.allow_answers(404)

    assert len(paths) > 10
    assert found == {}


def test_axe_finds_nothing_on_any_case_or_organisation(page: Page, portal: str) -> None:
    """Those of which a sample was seen in all looks, each in one of them, taken in turn."""
    found: dict[str, object] = {}
    paths = addresses.others(portal)
    for number, path in enumerate(paths):
        page.goto(path)
        faults = violations_in_look(page, *LOOKS[number % len(LOOKS)])
        if faults:
            found[path] = faults

    assert len(paths) > 100
    assert found == {}


def test_axe_finds_a_planted_fault(page: Page) -> None:
    page.goto("/en/")
    page.evaluate("() => { document.querySelector('main').append(new Image()); }")

    assert any("image-alt" in fault for fault in violations(page))
