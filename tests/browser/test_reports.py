"""A city reports after an event: written, accepted, published, counted; a lead becomes a case.

Three people work on it, each in a browser of their own; the pages of the way are looked at as all
others are.
"""

import re

from playwright.sync_api import Page, expect

from tests.browser import server
from tests.browser.chromium import Guard
from tests.browser.conftest import PATIENCE, Enter
from tests.browser.test_submission import Look, deed, submit

RESULTS = "/zh-hans/results/city-reports/"
EVENT = "渔港塑料回收与可持续商业模式圆桌对话"
LOOKS = [("light", 1280), ("dark", 390)]  # it is told in one language alone
TEXT = "废旧渔网按材质分拣后才有销路。"
LEAD = "海上环卫每日巡查（演示）"


def counted(page: Page) -> int:
    """Return the total of the indicator, which is a link to its records."""
    page.goto(RESULTS)
    return int(page.locator(".result tbody tr:last-child td:last-child").inner_text())


def write(city: Page) -> None:
    for name, text in {
        "about-participants": "2",
        "learned-learned": TEXT,
        "learned-use": TEXT,
        "actions-0-text": TEXT,
        "actions-0-by_when": "2027-03",
        "leads-0-title": LEAD,
        "leads-0-story": TEXT,
    }.items():
        city.fill(f"[name={name}]", text)
    expect(city.locator("[data-status]")).to_have_text(re.compile(r"\d"))


def test_a_city_reports_and_the_results_follow(page: Page, enter: Enter, guard: Guard) -> None:
    page.set_default_timeout(PATIENCE)
    before, reader = counted(page), Look(page, LOOKS)
    city, desk, publisher = enter("member.zh"), enter("secretariat"), enter("publisher")
    look = Look(city, LOOKS)

    city.goto("/zh-hans/desk/")
    look.at("desk")
    city.click("main a.button[href*='/reports/mine/']")
    look.at("owed")
    city.click("main form.form button[type=submit]")
    city.wait_for_url("**/edit/")
    write(city)
    look.at("form")
    submit(city)
    key = city.url.rstrip("/").rsplit("/", 1)[1]
    number = str(server.rows("SELECT id FROM review_submission WHERE key = %s", key)[0][0])

    deed(desk, number, "take")
    deed(desk, number, "accept")
    publisher.goto("/admin/reports/eventreport/?work=publish")
    publisher.click(f"#result_list a:has-text('{EVENT}')")
    publisher.click("a[href$='/deed/publish/']")
    publisher.click(".desk-confirm button[type=submit]")
    publisher.wait_for_url(lambda url: "/deed/" not in url)

    assert counted(page) == before + 1
    reader.at("result")
    page.click(f".records a:has-text('{EVENT}')")
    expect(page.locator("article h2")).to_contain_text(EVENT)
    reader.at("published")
    page.goto("/en/results/")
    reader.at("results")

    city.goto("/zh-hans/reports/mine/")
    look.at("reports of the city")
    city.click(f"main a:has-text('{EVENT}')")
    look.at("leads")
    city.click("form[action*='/cases/from-lead/'] button")
    city.wait_for_url("**/edit/")
    expect(city.locator("[name=about-title]")).to_have_value(LEAD)
    look.at("a case of it")
    assert reader.found == {}
    assert look.found == {}
