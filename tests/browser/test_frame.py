"""What holds for every page: one host, no error, no overflow, the right language."""

import pytest
from playwright.sync_api import Page

from tests.browser import addresses
from tests.browser.chromium import Guard
from tests.browser.language import foreign_words

NARROW = (360, 390)


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_no_page_mixes_languages_or_overflows(
    page: Page, portal: str, language: str, guard: Guard
) -> None:
    wrong: dict[str, object] = {}
    for path in addresses.varied(portal):
        if not path.startswith(f"/{language}/"):
            continue
        page.goto(path)
        words = foreign_words(page)
        if words:
            wrong[path] = words
        for width in NARROW:
            page.set_viewport_size({"width": width, "height": 900})
            excess = page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if excess > 0:
                wrong[f"{path} at {width}"] = excess
    guard.allow_answers(404)

    assert wrong == {}


@pytest.mark.parametrize(("language", "planted"), [("en", "海洋"), ("zh-hans", "marine litter")])
def test_it_notices_a_planted_foreign_word(page: Page, language: str, planted: str) -> None:
    page.goto(f"/{language}/")
    assert foreign_words(page) == []

    page.evaluate("word => { document.querySelector('main').append(word); }", planted)

    assert foreign_words(page) == [planted]


@pytest.mark.parametrize("attribute", ["title", "aria-label", "alt", "placeholder"])
def test_it_notices_a_foreign_word_in_an_attribute(page: Page, attribute: str) -> None:
    page.goto("/en/")

    page.evaluate(
        "name => { document.querySelector('main').firstElementChild.setAttribute(name, '海'); }",
        attribute,
    )

    assert foreign_words(page) == ["海"]
