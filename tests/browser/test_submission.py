"""A case on its whole way: asked for an account, approved, written, returned, accepted, published.

Four people work on it, each in a browser of their own; each is told of every step once, in their
own language. The pages of the way are looked at as all others are.
"""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from partnership.core.text_length import count
from tests.browser import addresses, server
from tests.browser.chromium import Guard
from tests.browser.conftest import PATIENCE, Enter, sign_in
from tests.browser.inspection import faults
from tests.browser.moving import follow
from tests.browser.test_join import approve, ask
from tests.factories.files import jpeg

PASSWORD = "Blauer-Ozean-2026"  # of somebody who does not exist
TEXTS = {
    "zh-hans": {
        "title": "渔港塑料垃圾回收（演示）",
        "short": "渔港回收",
        "text": "渔民将海上塑料垃圾带回渔港，按重量获得补贴。",
        "other": "Plastic waste at the fishing port (demo)",
    },
    "en": {
        "title": "Plastic waste at the fishing port (demo)",
        "short": "Fishing port",
        "text": "Fishing crews bring plastic waste back to the port and are paid by weight.",
        "other": "渔港塑料垃圾回收（演示）",
    },
}
PASTED = {  # as it is written in Word
    "zh-hans": "渔港塑料垃圾回收\n一、工作背景\n{}\n二、工作举措\n按重量补贴。\n三、实施成效\n垃圾少了。\n四、经验总结\n当天付款。",
    "en": "Plastic at the port\n1. Background\n{}\n2. Measures\nPay by weight.\n3. Results\nLess litter.\n"
    "4. Lessons learned\nPay on the day.",
}
TOLD = [
    "accounts.invitation",
    "accounts.password_reset",
    "network.approved",
    "review.accepted",
    "review.on_notice",
    "review.published",
    "review.received",
    "review.received",
    "review.returned",
]
OUTBOX = "SELECT kind, language, text FROM notifications_outgoingmessage WHERE to_address = %s ORDER BY 1"
OVER = (
    "UPDATE review_submission SET notice_from = notice_from - 30, notice_until = notice_until - 30"
)


@dataclass
class Look:
    """Collects what is wrong with the pages of the way."""

    page: Page
    looks: Sequence[tuple[str, int]] | None = None  # half of them for each language
    found: dict[str, object] = field(default_factory=dict)

    def at(self, name: str) -> None:
        wrong = faults(self.page, self.looks)
        self.page.set_viewport_size({"width": 1280, "height": 900})
        if wrong:
            self.found[name] = wrong


def set_password(page: Page, email: str) -> None:
    """Follow the link of the invitation."""
    text = next(text for kind, _, text in server.rows(OUTBOX, email) if kind.endswith("invitation"))
    link = re.search(r"https?://\S+/reset/key/\S+", text)
    assert link is not None
    page.goto(urlsplit(link[0]).path)
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    follow(page, "main form button[type=submit]")


def paste(page: Page, language: str) -> None:
    """Put a text from Word into the form: each of its four parts goes to its place."""
    background = TEXTS[language]["text"]
    page.click("details.paste summary")
    page.fill("[name=pasted]", PASTED[language].format(background))
    follow(page, "button[name=then][value=fill-in]")
    expect(page.locator("[name=background-background]")).to_have_value(background)
    for name in ("measures-0-done", "results-results", "lessons-success_factors"):
        expect(page.locator(f"[name={name}]")).not_to_have_value("")


def expect_live_count(page: Page, language: str) -> None:
    """The page counts what is typed as the server does."""
    texts = page.locator("[data-whole-part]").evaluate_all("nodes => nodes.map(node => node.value)")
    length = sum(count(text, language) for text in texts)
    assert length
    expect(page.locator("[data-whole] output")).to_have_text(re.compile(rf"^{length} / \d"))


def write(page: Page, language: str) -> None:
    """Fill in everything that has to be there; it is saved while it is typed."""
    texts = TEXTS[language]
    for name, text in {
        "about-title": texts["title"],
        "about-short_title": texts["short"],
        "about-summary": texts["text"],
        "about-lead_organisation": texts["short"],
        "about-started": "2024-03",
        "background-background": texts["text"],
        "measures-0-title": texts["short"],
        "measures-0-done": texts["text"],
        "results-results": texts["text"],
        "lessons-success_factors": texts["text"],
        "lessons-did_not_work": texts["text"],
        "sources-0-title": texts["title"],
        "contact-contact_name": "Bao",
        "contact-contact_details": "bao@example.org",
    }.items():
        page.fill(f"[name={name}]", text)
    for name in ("places-0-place", "kind-hierarchy_step", "kind-scale", "kind-phase"):
        page.select_option(f"[name={name}]", index=1)
    page.select_option("[name=sources-0-type]", index=1)
    for name in ("kind-themes", "rights-accurate", "rights-open_to_all", "rights-not_awarded"):
        page.locator(f"[name={name}]").first.check()
    expect(page.locator("[data-status]")).to_have_text(re.compile(r"\d"))


def add_picture(page: Page, language: str, folder: Path) -> None:
    heavy = folder / "heavy.jpg"
    heavy.write_bytes(b"")
    os.truncate(heavy, 26_000_000)
    page.set_input_files("[name=picture-upload]", heavy)
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"25 ?MB"))
    expect(page.locator("[name=picture-upload]")).to_have_value("")
    photo = folder / "port.jpg"
    photo.write_bytes(jpeg((1600, 1000), "navy"))
    page.set_input_files("[name=picture-upload]", photo)
    for name in ("caption", "alt_text", "photographer"):
        page.fill(f"[name=picture-{name}]", TEXTS[language]["text"])
    page.select_option("[name=picture-licence]", "cc-by")
    page.select_option("[name=picture-people]", "nobody")
    page.click("form:has([name=picture-upload]) button[type=submit]")
    expect(page.locator(".enclosures img")).to_have_count(1)


def deed(desk: Page, number: str, slug: str, **typed: str) -> None:
    """Press one of the secretariat's buttons on the submission and answer its page."""
    desk.goto(f"/admin/review/submission/{number}/deed/{slug}/")
    for name, text in typed.items():
        box = desk.locator(f"[name={name}]")
        tag = box.evaluate("node => node.tagName")
        box.select_option(label=text) if tag == "SELECT" else box.fill(text)
    desk.click(".desk-confirm button[type=submit]")
    desk.wait_for_url(lambda url: "/deed/" not in url)


def submit(page: Page) -> None:
    page.click("button[name=then][value=submit]")
    page.wait_for_url("**/submit/")
    page.click("main form.form button[type=submit]")
    page.wait_for_url(re.compile(r"/submissions/[0-9a-f-]+/$"))


def recommend(page: Page, key: str) -> None:
    page.goto(f"/en/submissions/{key}/review/")
    page.check("[name=recommendation][value=accept]")
    page.click("form[action$='/recommend/'] button[type=submit]")
    page.wait_for_url(re.compile(r"/submissions/[0-9a-f-]+/$"))


def finish(desk: Page, address: str, language: str) -> None:
    """Add what the case lacks in the other language, as the secretariat does."""
    other = "en" if language == "zh-hans" else "zh_hans"
    own = "zh_hans" if language == "zh-hans" else "en"
    desk.goto(address)
    for name, text in {
        f"title_{other}": TEXTS[language]["other"],
        f"short_title_{other}": TEXTS[language]["other"][:12],
        f"summary_{other}": TEXTS[language]["other"],
        f"slug_{own}": f"port-{own}".replace("_", "-"),
        f"slug_{other}": f"port-{other}-of-{own}".replace("_", "-"),
        f"pictures-0-alt_text_{other}": TEXTS[language]["other"],
    }.items():
        desk.locator(f"[name={name}]").evaluate("(node, text) => { node.value = text; }", text)
    follow(desk, "button[name=_save], input[name=_save]")


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_a_case_goes_its_whole_way(
    page: Page, enter: Enter, guard: Guard, language: str, tmp_path: Path
) -> None:
    page.set_default_timeout(PATIENCE)
    email, look = f"bao.{language}@example.org", Look(page)
    desk = enter("secretariat")
    approve(desk, ask(page, language, "bao"), "bao")
    set_password(page, email)
    sign_in(page, language, email, PASSWORD)

    page.goto(f"/{language}/submissions/new/")
    look.at("what to submit")
    follow(page, "main h2 a[href$='/new/case/']")
    look.at("begin")
    follow(page, "main form button[type=submit]")
    paste(page, language)
    write(page, language)
    expect_live_count(page, language)
    look.at("form")
    follow(page, "button[name=then][value=files]")
    look.at("files")
    add_picture(page, language, tmp_path)
    look.at("a picture")
    page.go_back()
    page.goto(page.url.replace("/files/", "/edit/"))
    submit(page)
    look.at("submitted")
    key = page.url.rstrip("/").rsplit("/", 1)[1]
    number = str(server.rows("SELECT id FROM review_submission WHERE key = %s", key)[0][0])

    deed(desk, number, "take")
    desk.goto(f"/zh-hans/submissions/{key}/review/")
    desk.locator("[id='about.title'] summary").click()
    desk.locator("[id='about.title'] textarea").fill(TEXTS[language]["text"])
    follow(desk, "[id='about.title'] button[type=submit]")
    deed(desk, number, "return", message=TEXTS[language]["text"])

    page.goto(f"/{language}/desk/")
    look.at("desk")
    page.click(f"a[href$='{key}/edit/']")
    page.fill("[name=about-title]", f"{TEXTS[language]['title']} 2024")
    page.locator("[name^=answer-]").fill(TEXTS[language]["text"])
    look.at("returned")
    submit(page)
    page.goto(f"/{language}/submissions/{key}/versions/1/2/")
    look.at("what changed")
    page.goto(f"/{language}/submissions/{key}/print/")
    look.at("print")

    deed(desk, number, "take")
    for name, reviewer in (("演示评审专家", "reviewer"), ("Demo Reviewer", "reviewer.en")):
        deed(desk, number, "assign", reviewer=name)
        recommend(enter(reviewer), key)
    deed(desk, number, "accept")
    deed(desk, number, "put-on-notice")
    page.goto(f"/{language}/submissions/public-notice/{key}/")
    look.at("public notice")
    server.rows(OVER)

    desk.goto(f"/admin/review/submission/{number}/change/")
    case = desk.get_attribute("a[href*='/admin/cases/case/']:not([href$='/case/'])", "href")
    assert case is not None
    finish(desk, case, language)
    publisher = enter("publisher")
    publisher.goto(case.replace("/change/", f"/deed/publish-{language}/"))
    publisher.click(".desk-confirm button[type=submit]")
    publisher.wait_for_url(lambda url: "/deed/" not in url)

    page.goto(f"/{language}/submissions/{key}/")
    page.click("main a[href*='/cases/CN-AS-']")
    expect(page.locator("h1")).to_contain_text(TEXTS[language]["title"])
    expect(page.locator("main img[src^='/pictures/']").first).to_be_visible()
    look.at("published")
    assert look.found == {}
    told = server.rows(OUTBOX, email)
    assert sorted(kind for kind, _, _ in told) == TOLD
    assert {spoken for _, spoken, _ in told} == {language}
