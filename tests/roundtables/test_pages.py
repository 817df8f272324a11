"""What everybody sees of roundtable dialogues."""

from typing import Any

import pytest
from django.test import Client

from partnership.events.choices import Kind
from partnership.events.models import Event
from tests.factories.copies import copies
from tests.factories.events import EventFactory, held
from tests.factories.network import ListedOrganisationFactory, OrganisationFactory
from tests.factories.programmes import RoundtableFactory
from tests.factories.reference import CityFactory, ProvinceFactory

pytestmark = pytest.mark.django_db


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def page_of(client: Client, event: Event, language: str = "en") -> str:
    return text(client, f"/{language}/events/{event.slug}/")


def test_before_the_dialogue_its_page_has_the_questions(client: Client) -> None:
    roundtable = RoundtableFactory()

    english, chinese = (page_of(client, roundtable.event, code) for code in ("en", "zh-hans"))

    assert "<li>Who pays?</li><li>How is it measured?</li>" in english
    assert "The host sorts its waste." in english
    assert "https://example.org/zero-waste" in english
    assert "谁来付费？" in chinese
    assert "Three points were agreed." not in english


def test_after_the_dialogue_its_page_has_the_outcome(client: Client) -> None:
    event = held(RoundtableFactory().event)

    assert "Three points were agreed." in page_of(client, event)
    assert "三项共识。" in page_of(client, event, "zh-hans")


def test_partners_are_named_and_linked_when_they_are_listed(client: Client) -> None:
    roundtable = RoundtableFactory(zero_waste_en="", zero_waste_url="")
    listed, unlisted = ListedOrganisationFactory(), OrganisationFactory()
    roundtable.partners.set([listed, unlisted])

    page = page_of(client, roundtable.event)

    assert f"/en/organisations/{listed.slug}/" in page
    assert unlisted.name_en in page
    assert f"/{unlisted.slug}/" not in page
    assert "The host as a zero-waste city" not in page


def test_the_page_says_since_when_the_host_is_a_zero_waste_city(client: Client) -> None:
    city = CityFactory(zero_waste_city_since=2019, zero_waste_source="List of 2019")
    roundtable = RoundtableFactory(event__place=city)

    assert "since 2019" in page_of(client, roundtable.event)


def test_an_event_that_was_not_described_has_no_part(client: Client) -> None:
    assert "Questions for discussion" not in page_of(client, EventFactory(published=True))


def test_the_section_lists_what_is_coming_and_what_was(client: Client) -> None:
    EventFactory(published=True, title_en="Xiamen dialogue")
    held(EventFactory(published=True, title_en="Haikou dialogue"))
    EventFactory(published=True, title_en="A training", kind=Kind.TRAINING)

    page = text(client, "/en/roundtables/")

    assert page.index("Xiamen dialogue") < page.index("What took place")
    assert page.index("What took place") < page.index("Haikou dialogue")
    assert "A training" not in page
    assert "See what took place" not in page


def test_a_long_section_leads_to_the_list(client: Client) -> None:
    EventFactory.create_batch(13, published=True)
    for _number in range(7):
        held(EventFactory(published=True))

    page = text(client, "/en/roundtables/")

    assert "/en/events/?kind=dialogue&amp;when=past" in page
    assert '/en/events/?kind=dialogue"' in page


def test_an_empty_section_says_so(client: Client) -> None:
    assert "No dialogue is announced" in text(client, "/en/roundtables/")


def test_the_provinces_in_focus_are_counted_and_linked(client: Client) -> None:
    focus = ProvinceFactory(programme_focus=True, name_en="Fujian")
    other = ProvinceFactory(name_en="Elsewhere")
    EventFactory(published=True, place=CityFactory(parent=focus))
    EventFactory(published=True, place=focus)

    page = text(client, "/en/roundtables/")

    assert f"/en/provinces/{focus.code}/" in page
    assert "2 dialogues" in page
    assert f"/provinces/{other.code}/" not in page


@pytest.mark.parametrize("section", ["roundtables", "monitoring", "outreach"])
def test_sections_ask_the_same_for_one_and_for_fifty(
    client: Client, section: str, django_assert_max_num_queries: Any
) -> None:
    address = f"/en/{section}/"
    kind = {"roundtables": Kind.DIALOGUE, "monitoring": Kind.TRAINING, "outreach": Kind.CLEANUP}
    city = CityFactory(parent=ProvinceFactory(programme_focus=True))

    def queries() -> int:
        with django_assert_max_num_queries(12) as found:
            text(client, address)
        return len(found)

    held(EventFactory(published=True, place=city, kind=kind[section]))
    event = EventFactory(published=True, place=city, kind=kind[section])
    text(client, address)
    one = queries()
    copies(event, 2)
    three = queries()
    copies(event, 47)

    assert one == three == queries()
