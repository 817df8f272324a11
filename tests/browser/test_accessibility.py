"""No violation of the WCAG rules axe can see, on any kind of page, in any look."""

import pytest
from playwright.sync_api import Page

from tests.browser import addresses
from tests.browser.chromium import Guard
from tests.browser.inspection import looks_for, violations, violations_in_all_looks


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(
    page: Page, portal: str, language: str, guard: Guard
) -> None:
    found: dict[str, object] = {}
    paths = [path for path in addresses.kinds(portal) if path.startswith(f"/{language}/")]
    for path in paths:
        page.goto(path)
        faults = violations_in_all_looks(page, looks_for(language))
        if faults:
            found[path] = faults
    guard.allow_answers(404)

    assert len(paths) > 10
    assert found == {}


def test_axe_finds_a_planted_fault(page: Page) -> None:
    page.goto("/en/")
    page.evaluate("() => { document.querySelector('main').append(new Image()); }")

    assert any("image-alt" in fault for fault in violations(page))
