"""The pages of the coastal provinces in focus."""

from typing import Any

import pytest
from django.test import Client

from tests.factories.cases import CasePlaceFactory, PublishedCaseFactory
from tests.factories.commitments import CommitmentFactory
from tests.factories.copies import copies
from tests.factories.events import EventFactory, held
from tests.factories.network import NAMES, ListedOrganisationFactory
from tests.factories.reference import CityFactory, ProvinceFactory

pytestmark = pytest.mark.django_db


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_it_shows_all_that_happened_and_is_coming_there(client: Client) -> None:
    province = ProvinceFactory(programme_focus=True, name_en="Fujian", name_zh_hans="福建省")
    city = CityFactory(
        parent=province, name_en="Xiamen", zero_waste_city_since=2022, zero_waste_source="List"
    )
    EventFactory(published=True, place=city, title_en="Xiamen dialogue")
    held(EventFactory(published=True, place=province, title_en="Fuzhou clean-up"))
    EventFactory(published=True, title_en="Elsewhere")
    ListedOrganisationFactory(place=city, name_en="Bureau of Xiamen")
    CasePlaceFactory(case=PublishedCaseFactory(title_en="Marine sanitation"), place=city, order=9)

    page = text(client, f"/en/provinces/{province.code}/")

    for words in ("Fujian", "Xiamen dialogue", "Fuzhou clean-up", "Bureau of Xiamen", "sanitation"):
        assert words in page, words
    assert "Zero-waste cities: Xiamen" in page
    assert "Elsewhere" not in page
    assert "福建省" in text(client, f"/zh-hans/provinces/{province.code}/")


def test_an_empty_province_says_so(client: Client) -> None:
    province = ProvinceFactory(programme_focus=True)

    page = text(client, f"/en/provinces/{province.code}/")

    assert "No event in this province" in page
    assert "Zero-waste cities" not in page
    assert "All cases from here" not in page


def test_only_provinces_in_focus_have_a_page(client: Client) -> None:
    focus = ProvinceFactory(programme_focus=True)
    others = (ProvinceFactory().code, CityFactory(parent=focus).code, "XX-YY")

    for code in others:
        assert client.get(f"/en/provinces/{code}/").status_code == 404


def test_it_is_in_the_sitemap(client: Client) -> None:
    province = ProvinceFactory(programme_focus=True)

    assert f"/en/provinces/{province.code}/" in text(client, "/sitemap-en.xml")


def test_it_asks_the_same_for_one_and_for_fifty(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    province = ProvinceFactory(programme_focus=True)
    city = CityFactory(parent=province)

    def queries() -> int:
        with django_assert_max_num_queries(20) as found:
            text(client, f"/en/provinces/{province.code}/")
        return len(found)

    event = EventFactory(published=True, place=city)
    organisation = ListedOrganisationFactory(place=city)
    commitment = CommitmentFactory(organisation=organisation)
    dialogue = held(EventFactory(published=True, place=city, kind="dialogue"))

    def more(number: int) -> None:
        copies(event, number)
        copies(dialogue, number)
        copies(commitment, number)
        copies(organisation, number, **NAMES)

    queries()
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()
