"""The outcome of a dialogue is written, published, and read in both languages."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import addresses
from tests.browser.conftest import Enter
from tests.browser.test_nominations import announce, fill, save
from tests.browser.test_submission import Look

SLUG = "outcome-told"
TITLES = {"zh-hans": "对话成果文件（演示）", "en": "Outcome of the dialogue (demo)"}
TEXTS = {"zh-hans": "各方同意公布数据。", "en": "All agreed to publish figures."}


def write(desk: Page, event: str) -> str:
    """Write the document with one section; return its key."""
    desk.goto("/admin/roundtables/outcome/add/")
    desk.locator("[name=event]").evaluate(
        "(node, key) => { node.append(new Option(key, key, true, true)); }", event
    )
    for language in addresses.LANGUAGES:
        column = language.replace("-", "_")
        fill(desk, f"title_{column}", TITLES[language])
        fill(desk, f"summary_{column}", TEXTS[language])
    save(desk, "_continue")
    desk.locator("[name=sections-TOTAL_FORMS]").evaluate("node => { node.value = 1; }")
    desk.evaluate(
        """texts => {
          const form = document.querySelector("#outcome_form");
          for (const [name, text] of Object.entries(texts)) {
            const field = document.createElement("textarea");
            Object.assign(field, {name: `sections-0-${name}`, value: text, hidden: true});
            form.append(field);
          }
        }""",
        {
            "title_zh_hans": "共识",
            "title_en": "What was agreed",
            "text_zh_hans": TEXTS["zh-hans"],
            "text_en": TEXTS["en"],
        },
    )
    save(desk, "_continue")
    return desk.url.rstrip("/").split("/")[-2]


@pytest.mark.usefixtures("guard")
def test_a_document_is_published_and_seen_in_both_languages(page: Page, enter: Enter) -> None:
    desk, publisher = enter("secretariat"), enter("publisher")
    key = write(desk, announce(desk, publisher, SLUG, "2026-03-09"))
    for language in addresses.LANGUAGES:
        publisher.goto(f"/admin/roundtables/outcome/{key}/deed/publish-{language}/")
        publisher.click(".desk-confirm button[type=submit]")
        publisher.wait_for_url(lambda url: "/deed/" not in url)

    look = Look(page)
    for language in addresses.LANGUAGES:
        page.goto(f"/{language}/events/{SLUG}/")
        page.click(f"a[href='/{language}/roundtables/outcomes/{SLUG}/']")
        expect(page.locator("h1")).to_have_text(TITLES[language])
        expect(page.locator(".clause")).to_contain_text(TEXTS[language])
        look.at(language)
        page.click("aside .facts a")
        page.wait_for_url(f"**/{language}/events/{SLUG}/")
    assert look.found == {}
