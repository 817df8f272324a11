"""What a dialogue leads to: its outcome document is written and published with two commitments that are
late, each is reported by its owner, accepted and completed by the secretariat, and the light on the
public pages and the results follow.

It is told once, in both languages: one owner works in Chinese, one in English, and every public page is
read in both. Axe sees each commitment with a red light in its owner's language and with a green one
in the other.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import addresses
from tests.browser.conftest import Enter
from tests.browser.inspection import violations
from tests.browser.moving import follow
from tests.browser.test_nominations import announce, fill, save
from tests.browser.test_submission import Look
from tests.factories.commitments import days_ago
from tests.factories.files import CSV

SLUG = "outcome-told"
TITLES = {"zh-hans": "对话成果文件（演示）", "en": "Outcome of the dialogue (demo)"}
TEXTS = {"zh-hans": "各方同意公布数据。", "en": "All agreed to publish figures."}
# Demo commitments past their due date: who reports, what is promised, the figure that reaches the target.
LATE = {
    "zh-hans": ("member.zh", "demo-xiamen", "将渔排泡沫浮球全部更换为环保浮球", "0"),
    "en": ("member.en", "demo-da-nang", "Put back the sand dunes of two bays", "12"),
}
RED, GREEN = 0, 1
LIGHTS = {"zh-hans": ("红灯", "绿灯"), "en": ("red light", "green light")}
TYPED = {"zh-hans": ("演示清单", "演示报告。"), "en": ("Demo list", "Demo report.")}
ASKED = {"zh-hans": "所做工作", "en": "what was done"}
Numbers = dict[str, str]  # of the commitments, by the language of their owners


def late_commitments(page: Page) -> Numbers:
    """Find each in its owner's language among those with a red light."""
    numbers = {}
    for language, (_who, _slug, title, _value) in LATE.items():
        page.goto(f"/{language}/commitments/?light=red")
        assert violations(page) == []
        address = page.get_by_role("link", name=title).get_attribute("href") or ""
        numbers[language] = re.findall(r"\d+", address)[-1]
    return numbers


def choose(desk: Page, name: str, *keys: str) -> None:
    """Choose in a field that asks the server for what can be chosen."""
    desk.locator(f"[name={name}]").evaluate(
        "(node, keys) => keys.forEach(key => node.append(new Option(key, key, true, true)))",
        list(keys),
    )


def write(desk: Page, event: str, numbers: Numbers) -> str:
    """Write the document with one section and what was promised; return its key."""
    desk.goto("/admin/roundtables/outcome/add/")
    choose(desk, "event", event)
    choose(desk, "commitments", *numbers.values())
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


def decide(desk: Page, path: str) -> None:
    desk.goto(path)
    desk.click(".desk-confirm button[type=submit]")
    desk.wait_for_url(lambda url: "/deed/" not in url)


def read_outcome(page: Page, look: Look, numbers: Numbers) -> None:
    """Come from the dialogue to what was agreed and promised there, and back."""
    for language in addresses.LANGUAGES:
        page.goto(f"/{language}/events/{SLUG}/")
        page.click(f"a[href='/{language}/roundtables/outcomes/{SLUG}/']")
        expect(page.locator("h1")).to_have_text(TITLES[language])
        expect(page.locator(".clause")).to_contain_text(TEXTS[language])
        for number in numbers.values():
            promised = page.locator(f".led-to a[href='/{language}/commitments/{number}/']")
            expect(promised).to_have_count(1)
        look.at(language)
        page.click("aside .facts a")
        page.wait_for_url(f"**/{language}/events/{SLUG}/")


def expect_lights(page: Page, numbers: Numbers, light: int) -> None:
    """See the lights on the public pages in both languages, with the document they come from."""
    for language, words in LIGHTS.items():
        for owners, number in numbers.items():
            page.goto(f"/{language}/commitments/{number}/")
            expect(page.locator(".page-head .badges")).to_contain_text(words[light])
            made_at = page.locator(f"main a[href='/{language}/roundtables/outcomes/{SLUG}/']")
            expect(made_at).to_have_text(TITLES[language])
            if (language == owners) == (light == RED):
                assert violations(page) == []


def expect_among(page: Page, key: str, numbers: Numbers, *, are_there: bool) -> None:
    """See in both languages whether they are among the records behind a number of the results."""
    for language in addresses.LANGUAGES:
        page.goto(f"/{language}/results/{key}/")
        for number in numbers.values():
            record = page.locator(f".records a[href='/{language}/commitments/{number}/']")
            expect(record).to_have_count(int(are_there))


def report(owner: Page, language: str, number: str) -> None:
    """After the due date report on days before it, with a document and after a try without text."""
    _who, slug, _title, value = LATE[language]
    owner.goto(f"/{language}/my-organisations/{slug}/commitments/{number}/report/")
    owner.fill("[name=period_from]", str(days_ago(59)))
    owner.fill("[name=period_to]", str(days_ago(46)))
    owner.fill("[name=value]", value)
    owner.set_input_files(
        "[name=upload]", {"name": "list.csv", "mimeType": "text/csv", "buffer": CSV}
    )
    column = "zh_hans" if language == "zh-hans" else "en"
    title, text = TYPED[language]
    owner.fill(f"[name=title_{column}]", title)
    owner.click("main form button[type=submit]")
    expect(owner.locator(".error-summary")).to_contain_text(ASKED[language])
    assert violations(owner) == []
    owner.fill(f"[name=text_{column}]", text)
    owner.click("main form button[type=submit]")
    owner.wait_for_url(f"**/commitments/{number}/")
    assert violations(owner) == []


def accept_next(desk: Page) -> None:
    desk.goto("/admin/partnership/commitmentreport/?state=given")
    follow(desk, "#result_list tbody tr a")
    decide(desk, re.sub(r"/change/.*$", "/deed/accept/", desk.url))


@pytest.mark.usefixtures("guard")
def test_an_outcome_is_published_and_its_late_commitments_turn_green(
    page: Page, enter: Enter
) -> None:
    desk, publisher, look = enter("secretariat"), enter("publisher"), Look(page)
    numbers = late_commitments(page)
    key = write(desk, announce(desk, publisher, SLUG, "2026-03-09"), numbers)
    for language in addresses.LANGUAGES:
        decide(publisher, f"/admin/roundtables/outcome/{key}/deed/publish-{language}/")
    read_outcome(page, look, numbers)
    expect_lights(page, numbers, RED)
    expect_among(page, "commitments-late", numbers, are_there=True)

    for language, number in numbers.items():
        report(enter(LATE[language][0]), language, number)
    expect_among(page, "commitments-late", numbers, are_there=False)  # open until reviewed
    expect_among(page, "commitments-on-time", numbers, are_there=False)
    for _number in numbers:
        accept_next(desk)
    expect_among(page, "commitments-on-time", numbers, are_there=True)
    for number in numbers.values():
        decide(desk, f"/admin/partnership/commitment/{number}/deed/complete/")

    expect_lights(page, numbers, GREEN)
    # whenever it is called completed
    expect_among(page, "commitments-late", numbers, are_there=False)
    expect_among(page, "commitments-on-time", numbers, are_there=True)
    assert look.found == {}
