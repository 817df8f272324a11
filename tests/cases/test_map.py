"""The map of the cases."""

import re

import pytest
from django.test import Client

from tests.cases.test_detail import queries
from tests.factories.cases import CasePlaceFactory, PublishedCaseFactory, ReadyCaseFactory
from tests.factories.reference import CityFactory

pytestmark = pytest.mark.django_db

MAP = "/en/cases/map/"


def shown(client: Client, query: str = "") -> str:
    answer = client.get(f"{MAP}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def places(html: str) -> dict[str, str]:
    """Return the places beside the map with the addresses they lead to."""
    box = html[html.index('class="dot-map-list"') :]
    return {
        name: url
        for url, name in re.findall(r'<a href="([^"]+)">([^<]+)</a>', box[: box.index("</figure>")])
    }


def test_every_place_of_a_public_case_leads_to_its_cases(client: Client) -> None:
    city, hidden = CityFactory(latitude=20, longitude=110), CityFactory(latitude=21, longitude=110)
    PublishedCaseFactory(place=city)
    ReadyCaseFactory(place=hidden)

    html = shown(client)

    assert places(html) == {city.name_en: f"/en/cases/?city={city.code}"}
    assert html.count('class="dot-map-point') == 1
    assert "1 case, by place" in html


def test_it_is_asked_like_the_list(client: Client) -> None:
    city, other = CityFactory(latitude=20, longitude=110), CityFactory(latitude=21, longitude=110)
    PublishedCaseFactory(place=city, started="2019")
    PublishedCaseFactory(place=other, started="2020")

    html = shown(client, "?year=2019&theme=nothing")

    assert places(html) == {city.name_en: f"/en/cases/?year=2019&amp;city={city.code}"}
    assert "“nothing”" in html
    assert f'href="{MAP}"' in html


def test_a_place_takes_the_place_of_others(client: Client) -> None:
    city = CityFactory(latitude=20, longitude=110)
    PublishedCaseFactory(place=city)

    html = shown(client, f"?city={city.code}")

    assert places(html) == {city.name_en: f"/en/cases/?city={city.code}"}


def test_it_asks_as_often_for_many_cases_as_for_one(client: Client) -> None:
    case = PublishedCaseFactory(place=CityFactory(latitude=20, longitude=110))
    few = queries(client, MAP)
    for order in range(1, 20):
        CasePlaceFactory(case=case, order=order, place=CityFactory(latitude=order, longitude=110))

    assert queries(client, MAP) == few <= 4
