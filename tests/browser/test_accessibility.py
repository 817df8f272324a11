"""No violation of the WCAG rules axe can see, on any kind of page, in any look."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser import addresses

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]


def violations(page: Page) -> list[str]:
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return [
        f"{fault['id']}: {node['target']} {node['html'][:120]}"
        for fault in results.response["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(
    page: Page, portal: str, language: str, guard
) -> None:
    found: dict[str, list[str]] = {}
    paths = [path for path in addresses.kinds(portal) if path.startswith(f"/{language}/")]
    for path in paths:
        page.goto(path)
        for scheme, width in LOOKS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            faults = violations(page)
            if faults:
                found[f"{path} {scheme} {width}"] = faults
    guard.errors[:] = [error for error in guard.errors if "404" not in error]

    assert len(paths) > 10
    assert found == {}


def test_axe_finds_a_planted_fault(page: Page) -> None:
    page.goto("/en/")
    page.evaluate("() => { document.querySelector('main').append(new Image()); }")

    assert any("image-alt" in fault for fault in violations(page))
