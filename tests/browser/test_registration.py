"""Registering for an event as the public and a teacher do it, in both languages."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import addresses, server
from tests.browser.moving import follow
from tests.browser.test_join import READY, sign_in

FULL, BEACH = "xiamen-coastal-zone", "sanya-beach-cleanup"
LATEST = (
    "SELECT text FROM notifications_outgoingmessage WHERE to_address = %s ORDER BY id DESC LIMIT 1"
)
OF = "FROM events_registration r JOIN events_event e ON e.id = r.event_id WHERE e.slug = %s"
NUMBER = f"SELECT r.id {OF} AND r.email = %s"
SOMEBODY_SEATED = (
    f"SELECT r.id {OF} AND r.status = 'confirmed' AND r.person_id IS NULL ORDER BY r.id"
)
KEPT = f"SELECT r.status, r.seats, r.children {OF} AND r.email = %s"
NAMED = (
    "SELECT count(*) FROM events_groupmember m JOIN events_registration r "
    "ON r.id = m.registration_id WHERE r.email = %s"
)
SAID = {
    "zh-hans": {
        "waits": "您在候补名单中。",
        "offered": "已为您保留名额，请接受或放弃。",
        "seated": "您的名额已确认。",
        "cancelled": "该报名已取消。",
        "people": "40人",
    },
    "en": {
        "waits": "You are on the waiting list.",
        "offered": "A seat is kept for you.",
        "seated": "You have a seat.",
        "cancelled": "This registration is cancelled.",
        "people": "40 people",
    },
}
languages = pytest.mark.parametrize("language", addresses.LANGUAGES)


def link_of(address: str) -> str:
    """Return the path of the link in the latest mail to an address."""
    [(text,)] = server.rows(LATEST, address)
    [link] = re.findall(r"http\S+/events/link/\S+", text)
    return urlsplit(link).path


def register(page: Page, language: str, event: str, address: str, **typed: str) -> None:
    page.goto(f"/{language}/events/{event}/register/")
    page.fill("[name=name]", "Demo Visitor")
    page.fill("[name=email]", address)
    for name, value in typed.items():
        page.fill(f"[name={name}]", value)
    page.check("[name=consent]")
    page.wait_for_function(READY)  # nobody fills a form in three seconds


def send(page: Page) -> None:
    follow(page, "main form button[type=submit]")


def press(page: Page, deed: str) -> None:
    follow(page, f"main button[value={deed}]")


def decide(desk: Page, number: int, slug: str) -> None:
    """Do one of the secretariat's deeds about a registration."""
    desk.goto(f"/admin/events/registration/{number}/deed/{slug}/")
    desk.fill("[name=reason]", "演示")
    desk.click(".desk-answers button")
    desk.wait_for_url("**/change/")


@languages
def test_somebody_waits_is_offered_a_seat_accepts_and_cancels(
    page: Page, browser: Browser, portal: str, language: str
) -> None:
    said, address = SAID[language], f"visitor.{language}@example.org"
    register(page, language, FULL, address)
    send(page)
    page.wait_for_url("**/sent/")
    page.goto(link_of(address))
    press(page, "confirm")
    expect(page.get_by_text(said["waits"])).to_be_visible()

    desk = browser.new_context(base_url=portal).new_page()
    sign_in(desk, "secretariat")
    [(number,)] = server.rows(NUMBER, FULL, address)
    decide(desk, number, "put-first")
    decide(desk, server.rows(SOMEBODY_SEATED, FULL)[0][0], "cancel")
    desk.context.close()

    page.goto(link_of(address))
    expect(page.get_by_text(said["offered"])).to_be_visible()
    press(page, "accept")
    expect(page.get_by_text(said["seated"])).to_be_visible()
    press(page, "cancel")
    expect(page.get_by_text(said["cancelled"])).to_be_visible()
    assert server.rows(KEPT, FULL, address)[0][0] == "cancelled"


@languages
def test_a_teacher_signs_up_a_class_of_forty_and_no_name_of_a_child(
    page: Page, language: str
) -> None:
    said, address = SAID[language], f"teacher.{language}@example.org"
    group = {"group_name": "Demo class", "other_adults": "3", "children": "36"}
    register(page, language, BEACH, address, **group)
    send(page)
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("[name=children]")).to_have_value("36")

    page.check("[name=guardians_agree]")
    page.check("[name=consent]")
    page.wait_for_function(READY)
    send(page)
    page.wait_for_url("**/sent/")
    page.goto(link_of(address))
    press(page, "confirm")

    expect(page.get_by_text(said["seated"])).to_be_visible()
    expect(page.get_by_text(said["people"])).to_be_visible()
    assert server.rows(KEPT, BEACH, address) == [("confirmed", 40, 36)]
    assert server.rows(NAMED, address) == [(0,)]
