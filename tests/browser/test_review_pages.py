"""The pages of judging, endorsing and taking back; and what goes wrong while somebody
writes: a lost connection, a second window."""

import io
import json
import re
import uuid

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from cases.demo.submissions import NAMESPACE
from partnership.accounts.demo import PEOPLE
from tests.browser import addresses, server
from tests.browser.chromium import Guard
from tests.browser.conftest import Enter, sign_in
from tests.browser.inspection import faults
from tests.browser.moving import follow

JUDGES = {
    "zh-hans": ("secretariat", "harbour-collection-points"),
    "en": ("reviewer.en", "schools-count-litter"),
}
TAKES_BACK = {
    "zh-hans": ("member.zh", "harbour-collection-points"),
    "en": ("member.en", "market-bags"),
}
DRAFTS = {"zh-hans": ("member.zh", "estuary-boom"), "en": ("member.en", "refill-stations")}
TYPED = {"zh-hans": "断网时写下的标题（演示）", "en": "Written without a line (demo)"}
OTHERS = {"zh-hans": "另一窗口的标题（演示）", "en": "Title of the other window (demo)"}
ANSWERS = "SELECT answers::text FROM review_submission WHERE key = %s"


def key(name: str) -> str:
    return str(uuid.uuid5(NAMESPACE, name))


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_nothing_is_wrong_where_submissions_are_judged_and_taken_back(
    enter: Enter, language: str
) -> None:
    found = {}
    for (who, name), page_name in (
        (JUDGES[language], "review"),
        (TAKES_BACK[language], "withdraw"),
    ):
        page = enter(who)
        answer = page.goto(f"/{language}/submissions/{key(name)}/{page_name}/")
        assert answer is not None
        assert answer.status == 200
        if wrong := faults(page):
            found[page_name] = wrong

    assert found == {}, found


def test_nothing_is_wrong_where_submissions_are_endorsed(enter: Enter) -> None:
    page = enter("endorser")
    found = {}
    for language in addresses.LANGUAGES:
        answer = page.goto(f"/{language}/submissions/{key('beach-hotels')}/endorse/")
        assert answer is not None
        assert answer.status == 200
        if wrong := faults(page):
            found[language] = wrong

    assert found == {}, found


def title_of(name: str) -> str:
    [[answers]] = server.rows(ANSWERS, key(name))
    title: str = json.loads(answers)["about"]["title"]
    return title


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_what_is_typed_without_a_connection_is_kept_told_and_sent_later(
    enter: Enter, guard: Guard, language: str
) -> None:
    who, name = DRAFTS[language]
    page = enter(who)
    page.goto(f"/{language}/submissions/{key(name)}/edit/")
    status = page.locator("[data-status]")

    page.context.set_offline(True)
    page.locator("[name=about-title]").press_sequentially(TYPED[language])
    expect(status).to_have_class(re.compile("is-trouble"))
    told = status.inner_text()
    page.locator("button[name=then][value=files]").first.click()
    expect(status).to_have_text(told)
    assert page.url.endswith("/edit/"), "no error page of the browser's takes the place of the form"
    page.context.set_offline(False)

    expect(status).not_to_have_class(re.compile("is-trouble"), timeout=30_000)
    expect(status).to_have_text(re.compile(r"\d"), timeout=30_000)
    guard.errors[:] = [error for error in guard.errors if "ERR_INTERNET_DISCONNECTED" not in error]
    assert told
    assert TYPED[language] in title_of(name)


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_a_second_window_shows_both_texts_and_overwrites_nothing(
    enter: Enter, guard: Guard, language: str
) -> None:
    who, name = DRAFTS[language]
    first = enter(who)
    second = first.context.new_page()
    for page in (first, second):
        page.goto(f"/{language}/submissions/{key(name)}/edit/")
    save = "button[name=then][value=files]"
    for page, text in ((first, OTHERS[language]), (second, TYPED[language])):
        page.locator("[name=about-title]").evaluate("(node, text) => { node.value = text; }", text)
        follow(page, save)

    expect(second.locator(".clashes")).to_contain_text(OTHERS[language])
    expect(second.locator("[name=about-title]")).to_have_value(TYPED[language])
    assert title_of(name) == OTHERS[language]
    guard.allow_answers(409)


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_a_row_added_before_the_connection_went_is_back_when_the_page_is_opened_anew(
    enter: Enter, guard: Guard, language: str
) -> None:
    who, name = DRAFTS[language]
    page = enter(who)
    address = f"/{language}/submissions/{key(name)}/edit/"
    page.goto(address)
    follow(page, "button[name=then][value='add:partners']")
    number = int(page.locator("[name=partners-rows]").input_value()) - 1
    page.context.set_offline(True)
    page.locator(f"[name=partners-{number}-name]").press_sequentially(TYPED[language])
    expect(page.locator("[data-status]")).to_have_class(re.compile("is-trouble"))
    page.goto("about:blank")
    page.context.set_offline(False)

    page.goto(address)

    expect(page.locator(f"[name=partners-{number}-name]")).to_have_value(TYPED[language])
    expect(page.locator(f"#partners-{number} legend")).to_have_text(re.compile(f" ?{number + 1}$"))
    expect(page.locator("[data-status]")).to_have_text(re.compile(r"\d"), timeout=30_000)
    guard.errors[:] = [error for error in guard.errors if "ERR_INTERNET_DISCONNECTED" not in error]
    [[answers]] = server.rows(ANSWERS, key(name))
    assert json.loads(answers)["partners"][number]["name"] == TYPED[language]


def test_signing_out_and_three_days_delete_what_the_browser_keeps_of_texts(page: Page) -> None:
    person = next(person for person in PEOPLE if person.key == "member.en")
    sign_in(page, person.language, person.email, person.password)
    page.goto("/en/desk/")
    page.evaluate(
        "localStorage.setItem('draft:1', JSON.stringify({ at: Date.now() - 2 * 86400000 }));"
        "localStorage.setItem('draft:2', JSON.stringify({ at: Date.now() - 4 * 86400000 }));"
        "localStorage.setItem('theme', 'dark')"
    )

    page.goto("/en/#signed-out")
    assert page.evaluate("Object.keys(localStorage).sort()") == ["draft:1", "theme"], (
        "a mere address deletes nothing but what has rested for three days"
    )
    page.goto("/en/desk/")
    follow(page, "form[action$='/logout/'] button")

    kept = page.evaluate("[localStorage.getItem('draft:1'), localStorage.getItem('theme')]")
    assert kept == [None, "dark"]
    assert page.url.endswith("/en/")


def test_every_sheet_of_a_print_bears_version_and_code(enter: Enter) -> None:
    page = enter("member.en")
    page.goto(f"/en/submissions/{key('market-bags')}/print/")
    printed = re.search(r"Version \d.*, code [\w-]{14}", page.inner_text(".signature"))
    assert printed is not None

    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages

    texts = [" ".join(sheet.extract_text().split()) for sheet in sheets]
    assert len(texts) > 1
    for number, text in enumerate(texts, start=1):
        assert printed[0] in text, f"sheet {number}"
        assert f"{number} / {len(texts)}" in text
