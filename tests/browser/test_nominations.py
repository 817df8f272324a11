"""A city nominates, the person confirms: asked by the secretariat, handed in, accepted, answered.

Each is told in their own language; the pages of the way are looked at as all others are.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import addresses, server
from tests.browser.chromium import Guard
from tests.browser.conftest import PATIENCE, Enter
from tests.browser.moving import follow
from tests.browser.test_submission import OUTBOX, Look
from tests.factories.files import jpeg

CITIES = {"zh-hans": ("member.zh", "厦门（演示组织）"), "en": ("member.en", "岘港（演示组织）")}
NAMES = {"zh-hans": "林海（演示）", "en": "Lin Hai (demo)"}
CONFIRMED = {"zh-hans": "已确认参加", "en": "has confirmed"}


def announce(desk: Page, publisher: Page, slug: str, day: str = "2099-03-09") -> str:
    """Write an event and announce it in both languages; return its key."""
    desk.goto("/admin/events/event/add/")
    desk.select_option("[name=kind]", "dialogue")
    for name, text in {
        "slug": slug,
        "title_zh_hans": f"圆桌对话{slug}（演示）",
        "title_en": f"Roundtable {slug} (demo)",
        "starts_at_0": day,
        "starts_at_1": "09:00",
        "ends_at_0": day,
        "ends_at_1": "17:00",
    }.items():
        fill(desk, name, text)
    save(desk, "_continue")
    for name, text in {
        "summary_zh_hans": "演示活动。",
        "summary_en": "A demo event.",
        "description_zh_hans": "演示活动。",
        "description_en": "A demo event.",
    }.items():
        fill(desk, name, text)
    desk.select_option("[name=format]", "online")
    save(desk, "_continue")
    number = re.search(r"/event/(\d+)/", desk.url)
    assert number
    for language in ("zh", "en"):
        publisher.goto(f"/admin/events/event/{number[1]}/deed/announce-{language}/")
        publisher.click(".desk-confirm button[type=submit]")
        publisher.wait_for_url(lambda url: "/deed/" not in url)
    return number[1]


def fill(page: Page, name: str, text: str) -> None:
    page.locator(f"[name={name}]").evaluate("(node, text) => { node.value = text; }", text)


def save(page: Page, button: str) -> None:
    follow(page, f"button[name={button}], input[name={button}]")


def ask_city(desk: Page, slug: str, city: str) -> None:
    """Keep seats for the city."""
    desk.goto("/admin/nominations/nominationquota/add/")
    desk.select_option("[name=event]", label=f"圆桌对话{slug}（演示）")
    desk.get_by_label(city, exact=True).check()
    for name, text in {
        "seats": "1",
        "reserve_seats": "1",
        "deadline_0": "2099-02-01",
        "deadline_1": "12:00",
    }.items():
        fill(desk, name, text)
    save(desk, "_save")


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_a_city_nominates_and_the_person_confirms(
    page: Page, browser: Browser, enter: Enter, guard: Guard, language: str, tmp_path: Path
) -> None:
    slug, (member, city) = f"nominating-{language}", CITIES[language]
    email = f"hai.{language}@example.org"
    desk, publisher = enter("secretariat"), enter("publisher")
    announce(desk, publisher, slug)
    ask_city(desk, slug, city)

    point, nominee = enter(member), page
    look = Look(point)
    point.goto(f"/{language}/events/{slug}/")
    look.at("event")
    follow(point, "section.door a.button")
    look.at("empty list")
    point.click("a[href$='/add/']")
    point.fill("[name=name]", NAMES[language])
    point.fill("[name=email]", email)
    point.select_option("select[name=language]", language)
    look.at("a person")
    point.click("main form.form button[type=submit]")
    expect(point.locator(".slate__person")).to_contain_text(NAMES[language])
    look.at("list")
    point.click("a[href$='/submit/']")
    scan = tmp_path / "letter.jpg"
    scan.write_bytes(jpeg((800, 1100), "white"))
    point.set_input_files("[name=letter]", scan)
    look.at("hand in")
    point.click("main form.form button[type=submit]")
    point.wait_for_url(re.compile(r"/nominations/\d+/$"))
    look.at("handed in")

    desk.goto("/admin/nominations/nomination/?work=decide")
    desk.click(f"#result_list a:has-text('{NAMES[language]}')")
    desk.click("a[href$='/deed/accept/']")
    desk.click(".desk-confirm button[type=submit]")
    desk.wait_for_url(lambda url: "/deed/" not in url)

    kind, spoken, text = server.rows(OUTBOX, email)[-1]
    assert (kind, spoken) == ("events.invited", language)
    link = re.search(r"https?://\S+/events/link/\S+", text)
    assert link
    nominee.set_default_timeout(PATIENCE)
    nominee.goto(urlsplit(link[0]).path)
    follow(nominee, "button[value=accept]")

    point.reload()
    expect(point.locator(".slate__person")).to_contain_text(CONFIRMED[language])
    look.at("confirmed")
    assert look.found == {}
    assert {spoken for _, spoken, _ in server.rows(OUTBOX, email)} == {language}
