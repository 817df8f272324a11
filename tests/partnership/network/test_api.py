"""/api/v1/organisations/."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.copies import copies, in_turn
from tests.factories.network import NAMES, ListedOrganisationFactory, OrganisationFactory
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db

LIST = "/api/v1/organisations/"


def test_it_gives_listed_organisations_in_both_languages(client: Client) -> None:
    theme, city = ThemeFactory(), CityFactory()
    body = ListedOrganisationFactory(slug="bank", name_en="Bank", name_zh_hans="银行", place=city)
    body.themes.add(theme)
    OrganisationFactory()

    (row,) = client.get(LIST).json()["results"]

    assert row["name"] == {"zh-hans": "银行", "en": "Bank"}
    assert row["themes"] == [theme.code]
    assert (row["place"], row["country"]) == (city.code, city.country.code)
    assert row["pages"]["en"].endswith("/en/organisations/bank/")


def test_it_gives_one_organisation_in_full_and_hides_an_unlisted_one(client: Client) -> None:
    ListedOrganisationFactory(slug="bank", profile_en="We lend.")
    OrganisationFactory(slug="unseen")

    assert client.get(f"{LIST}bank/").json()["profile"] == {"zh-hans": None, "en": "We lend."}
    assert client.get(f"{LIST}unseen/").status_code == 404


def test_it_refuses_what_it_does_not_know(client: Client) -> None:
    assert client.get(f"{LIST}?type=pirates").status_code == 400
    assert client.get(f"{LIST}?country=XX").status_code == 400
    assert client.get(f"{LIST}?member=wang").status_code == 400


def test_it_narrows(client: Client) -> None:
    city = CityFactory()
    ListedOrganisationFactory(slug="here", place=city)
    ListedOrganisationFactory(slug="elsewhere", type="ngo")

    here = client.get(f"{LIST}?country={city.country.code}").json()
    group = client.get(f"{LIST}?type=ngo").json()

    assert [row["slug"] for row in here["results"]] == ["here"]
    assert [row["slug"] for row in group["results"]] == ["elsewhere"]


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_it_asks_as_many_queries_for_many_rows_as_for_one(client: Client, rows: int) -> None:
    organisation = ListedOrganisationFactory(place=CityFactory())
    organisation.themes.add(ThemeFactory())
    cities = CityFactory.create_batch(rows - 1, parent=organisation.place.parent)
    copies(organisation, rows - 1, place=in_turn(cities), **NAMES)

    with CaptureQueriesContext(connection) as asked:
        client.get(LIST)

    assert len(asked) == 2
