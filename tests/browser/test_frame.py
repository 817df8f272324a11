"""What is read on every page, of every object: texts in the page's own language.

Here are the pages as they are sent; those a browser draws for test_accessibility are read there, as
they are shown.
"""

import pytest
from playwright.sync_api import Page

from tests.browser import addresses
from tests.browser.language import foreign_words, foreign_words_sent


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_no_page_mixes_languages(portal: str, language: str) -> None:
    every = addresses.drawn_by_none(portal)
    paths = [path for path in every if path.startswith(f"/{language}/")]
    words = {path: foreign_words_sent(addresses.read(f"{portal}{path}")) for path in paths}

    assert len(paths) > 100
    assert {path: found for path, found in words.items() if found} == {}


@pytest.mark.parametrize(("language", "planted"), [("en", "海洋"), ("zh-hans", "marine litter")])
def test_it_notices_a_planted_word_in_what_is_sent(
    portal: str, language: str, planted: str
) -> None:
    page = addresses.read(f"{portal}/{language}/")

    assert foreign_words_sent(page.replace("</main>", f"{planted}</main>")) == [planted]
    assert foreign_words_sent(page.replace("<main", f'<main title="{planted}"')) == [planted]


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
