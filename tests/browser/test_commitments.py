"""A late commitment: reported by its owner, accepted and completed by the secretariat, and the light
on the public page and the results follow, in both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import addresses
from tests.browser.conftest import Enter
from tests.browser.inspection import violations
from tests.factories.commitments import days_ago
from tests.factories.files import CSV

# Demo commitments past their due date, and the figures that reach their targets.
LATE = {
    "zh-hans": ("member.zh", "将渔排泡沫浮球全部更换为环保浮球", "0"),
    "en": ("member.en", "Put back the sand dunes of two bays", "12"),
}
LIGHTS = {"zh-hans": ("红灯", "绿灯"), "en": ("red light", "green light")}
TYPED = {"zh-hans": ("演示清单", "演示报告。"), "en": ("Demo list", "Demo report.")}
ASKED = {"zh-hans": "所做工作", "en": "what was done"}


def lights(page: Page, number: str, place: int) -> None:
    """See the light on the public page in both languages."""
    for language, words in LIGHTS.items():
        page.goto(f"/{language}/commitments/{number}/")
        expect(page.locator(".page-head .badges")).to_contain_text(words[place])
        assert violations(page) == []


def counts_as(page: Page, number: str, key: str, *, is_there: bool) -> None:
    """See in both languages whether it is among the records behind a number of the results."""
    for language in addresses.LANGUAGES:
        page.goto(f"/{language}/results/{key}/")
        record = page.locator(f".records a[href='/{language}/commitments/{number}/']")
        expect(record).to_have_count(int(is_there))


def report(owner: Page, language: str, slug: str, number: str, value: str) -> None:
    """After the due date report on days before it, with a document and after a try without text."""
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


def decide(desk: Page, path: str) -> None:
    desk.goto(path)
    desk.click(".desk-confirm button[type=submit]")
    desk.wait_for_url(lambda url: "/deed/" not in url)


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_a_late_commitment_is_reported_completed_and_turns_green(
    page: Page, enter: Enter, language: str
) -> None:
    key, title, value = LATE[language]
    page.goto(f"/{language}/commitments/?light=red")
    assert violations(page) == []
    address = page.get_by_role("link", name=title).get_attribute("href") or ""
    number = re.findall(r"\d+", address)[-1]
    lights(page, number, 0)
    counts_as(page, number, "commitments-late", is_there=True)

    slug = {"zh-hans": "demo-xiamen", "en": "demo-da-nang"}[language]
    report(enter(key), language, slug, number, value)
    counts_as(page, number, "commitments-late", is_there=False)  # open until it is reviewed
    counts_as(page, number, "commitments-on-time", is_there=False)
    desk = enter("secretariat")
    desk.goto("/admin/partnership/commitmentreport/?state=given")
    desk.click("#result_list tbody tr a")
    own = desk.url
    decide(desk, re.sub(r"/change/.*$", "/deed/accept/", own))
    counts_as(page, number, "commitments-on-time", is_there=True)
    decide(desk, f"/admin/partnership/commitment/{number}/deed/complete/")

    lights(page, number, 1)
    counts_as(page, number, "commitments-late", is_there=False)  # whenever it is called completed
    counts_as(page, number, "commitments-on-time", is_there=True)
