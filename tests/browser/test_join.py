"""From the wish for an account to the approval, as two people see it."""

import pytest
from playwright.sync_api import Browser, Page, expect

from partnership.accounts.demo import PEOPLE
from tests.browser import addresses
from tests.browser.moving import follow

OFFICES = {"zh-hans": "厦门（演示组织）", "en": "Da Nang (demo)"}
OPENED = "performance.getEntriesByType('navigation')[0].responseEnd"
PROVEN = "document.querySelector('[name=proof]').value !== ''"
READY = f"() => performance.now() - {OPENED} > 3200 && {PROVEN}"


def ask(page: Page, language: str, name: str = "mei") -> str:
    """Fill in the public form and return the reference the next page names."""
    page.goto(f"/{language}/join/")
    page.fill("[name=name]", name.capitalize())
    page.fill("[name=email]", f"{name}.{language}@example.org")
    page.fill("[name=organisation_name]", OFFICES[language])
    page.select_option("[name=organisation_type]", "city-government")
    page.select_option("[name=role]", "submitter")
    page.fill("[name=message]", "I report for the city.")
    page.wait_for_function(READY)  # nobody fills a form in three seconds
    page.click("main form button[type=submit]")
    page.wait_for_url(f"**/{language}/join/sent/**")
    return page.inner_text("main strong.num")


def sign_in(page: Page, key: str) -> None:
    person = next(person for person in PEOPLE if person.key == key)
    page.goto("/zh-hans/accounts/login/")
    page.fill("[name=login]", person.email)
    page.fill("[name=password]", person.password)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/admin/")


def approve(desk: Page, reference: str, name: str = "mei") -> None:
    """Approve, as the secretariat, what the reference names."""
    desk.goto(f"/admin/partnership/membershiprequest/?q={reference}")
    desk.click(f"#result_list a:has-text('{name.capitalize()}')")
    desk.click("a[href$='/deed/approve/']")
    follow(desk, "form:has([name=role]) button[type=submit]")


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_somebody_asks_for_an_account_and_the_secretariat_approves(
    page: Page, browser: Browser, portal: str, language: str
) -> None:
    reference = ask(page, language)

    desk = browser.new_context(base_url=portal).new_page()
    sign_in(desk, "secretariat")
    approve(desk, reference)

    expect(desk.get_by_text("该人员可以代表该组织办理事务。")).to_be_visible()
    desk.goto(f"/admin/partnership/membership/?q=mei.{language}@example.org")
    expect(desk.locator("#result_list tbody tr")).to_have_count(1)
    desk.context.close()
