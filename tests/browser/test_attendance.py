"""A steward checks somebody in at the door; later the certificate is checked by anybody."""

import pytest
from playwright.sync_api import Browser, Page, expect

from partnership.accounts.demo import PEOPLE
from tests.browser import addresses, errands

STEWARD = next(person for person in PEOPLE if person.key == "member.en")
WORDS = {
    "en": {"here": "Checked in at", "genuine": "This certificate is genuine"},
    "zh-hans": {"here": "签到，共1人", "genuine": "此证书真实有效"},
}

# What the secretariat has prepared, by the same actions as in the portal.
PREPARE = """
from datetime import timedelta
from django.utils import timezone
from partnership.accounts.models import User
from partnership.reference.models import Place
from tests.factories.attendance import EventOfTodayFactory, PlanFactory, StewardFactory
from tests.factories.events import RegistrationFactory
from tests.factories.network import PersonFactory
city = Place.objects.filter(kind="city").first()
ends = timezone.now() + timedelta(hours=1)  # one day, so that one check-in is all of it
event = EventOfTodayFactory(slug="door-{language}", place=city, is_demo=True, ends_at=ends)
steward = User.objects.get(email="{steward}")
StewardFactory(plan=PlanFactory(event=event), person=steward)
person = PersonFactory(email="guest.{language}@example.org", name="Guest {language}")
print(RegistrationFactory(event=event, person=person).uid)
"""
CERTIFY = """
from partnership.attendance import actions
from partnership.events.models import Event
from tests.factories.events import clerk, held
event = Event.objects.get(slug="door-{language}")
print(actions.issue(held(event), by=clerk())[0].shown_code)
"""


def done(script: str, language: str) -> str:
    """Run a script in the portal's database; return what it says last."""
    return errands.run(script.format(language=language, steward=STEWARD.email)).split()[-1]


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_a_steward_checks_in_and_the_certificate_is_checked(
    page: Page, browser: Browser, portal: str, language: str
) -> None:
    code = f"/{language}/check-in/{done(PREPARE, language)}/"
    page.goto(code)
    expect(page.get_by_text(f"Guest {language}")).to_have_count(0)

    phone = browser.new_context(base_url=portal, viewport={"width": 390, "height": 800}).new_page()
    phone.goto(f"/{language}/accounts/login/?next={code}")
    phone.fill("[name=login]", STEWARD.email)
    phone.fill("[name=password]", STEWARD.password)
    phone.click("main form button[type=submit]")
    phone.wait_for_url(f"**{code}")
    expect(phone.get_by_role("heading", name=f"Guest {language}")).to_be_visible()
    button = phone.locator("button[value=in]")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 48, "a thumb finds it"
    button.click()
    expect(phone.get_by_text(WORDS[language]["here"]).first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.context.close()

    page.goto(f"/{language}/certificates/")
    page.fill("[name=code]", done(CERTIFY, language).lower())
    page.click("main form button")
    expect(page.get_by_text(WORDS[language]["genuine"])).to_be_visible()
    expect(page.get_by_text(f"Guest {language}")).to_be_visible()
