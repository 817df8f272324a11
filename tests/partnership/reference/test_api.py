import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnership.reference.api import PlaceRow
from tests.factories.reference import CityFactory, CountryFactory, ProvinceFactory

pytestmark = pytest.mark.django_db

LIST = "/api/v1/places/"


def codes(client: Client, query: str = "") -> list[str]:
    return [row["code"] for row in client.get(f"{LIST}?{query}").json()["results"]]


def test_a_row_is_what_the_schema_says(client: Client) -> None:
    city = CityFactory(zero_waste_city_since=2022, zero_waste_source="x", latitude=1, longitude=2.5)

    (row,) = client.get(f"{LIST}?kind=city").json()["results"]

    assert set(row) == set(PlaceRow().fields)
    assert row["name"] == {"zh-hans": city.name_zh_hans, "en": city.name_en}
    assert (row["country"], row["province"]) == (city.country.code, city.province.code)
    assert (row["latitude"], row["longitude"], row["valid_to"]) == (1, 2.5, None)


def test_it_narrows_by_level_and_place(client: Client) -> None:
    country = CountryFactory()
    province = ProvinceFactory(parent=country)
    city = CityFactory(parent=province)
    CityFactory()

    assert codes(client, f"country={country.code}&ordering=code") == sorted(
        [country.code, province.code, city.code]
    )
    assert codes(client, f"kind=city&country={country.code}") == [city.code]
    assert set(codes(client, f"province={province.code}")) == {province.code, city.code}


def test_it_narrows_by_coast_and_zero_waste(client: Client) -> None:
    inland = CityFactory(is_coastal=False)
    zero_waste = CityFactory(zero_waste_city_since=2022, zero_waste_source="x")

    assert codes(client, "kind=city&coastal=false") == [inland.code]
    assert codes(client, "kind=city&coastal=true") == [zero_waste.code]
    assert codes(client, "zero_waste=true") == [zero_waste.code]
    assert codes(client, "kind=city&zero_waste=false") == [inland.code]


def test_it_sorts_by_code_and_back(client: Client) -> None:
    first, second = sorted(place.code for place in CountryFactory.create_batch(2))

    assert codes(client, "ordering=code") == [first, second]
    assert codes(client, "ordering=-code") == [second, first]


@pytest.mark.parametrize(
    "query",
    [
        "kind=village",
        "country=ZZ",
        "province=ZZ-99",
        "coastal=yes",
        "ordering=note",
        "name=x",
    ],
)
def test_it_refuses_what_it_does_not_know(client: Client, query: str) -> None:
    assert client.get(f"{LIST}?{query}").status_code == 400


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_it_asks_twice_however_many_rows_there_are(client: Client, rows: int) -> None:
    CountryFactory.create_batch(rows)

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(LIST)

    assert len(answer.json()["results"]) == rows
    assert len(queries) == 2
