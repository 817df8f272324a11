"""The public directory, and the page of an organisation."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnership.network.choices import OrganisationType, Standing
from tests.factories.cases import CaseFactory, PublishedCaseFactory
from tests.factories.copies import copies, in_turn
from tests.factories.network import (
    NAMES,
    ListedOrganisationFactory,
    OrganisationFactory,
    SourceFactory,
)
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def shown(client: Client, query: str = "", language: str = "en") -> str:
    answer = client.get(f"/{language}/organisations/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def slugs(html: str) -> list[str]:
    return re.findall(r'card__title"><a href="/[a-z-]+/organisations/([^/]+)/', html)


def test_it_lists_only_who_chose_to_be_listed(client: Client) -> None:
    ListedOrganisationFactory(slug="seen")
    OrganisationFactory(slug="unseen")

    assert slugs(shown(client)) == ["seen"]
    assert client.get("/en/organisations/unseen/").status_code == 404


def test_it_narrows_by_type_country_theme_and_name(client: Client) -> None:
    city, theme = CityFactory(), ThemeFactory()
    bank = ListedOrganisationFactory(
        slug="bank", type=OrganisationType.FINANCE, name_en="Blue Bank"
    )
    ListedOrganisationFactory(slug="city", type=OrganisationType.CITY_GOVERNMENT, place=city)
    bank.themes.add(theme)

    assert slugs(shown(client, "?type=finance")) == ["bank"]
    assert slugs(shown(client, f"?country={city.country.code}")) == ["city"]
    assert slugs(shown(client, f"?theme={theme.code}")) == ["bank"]
    assert slugs(shown(client, "?q=blue")) == ["bank"]
    assert slugs(shown(client, "?q=blue&type=city-government")) == []


def test_it_says_what_of_an_address_it_did_not_understand(client: Client) -> None:
    ListedOrganisationFactory()

    assert "Not known under “Type” and left out: “pirates”" in shown(client, "?type=pirates")


@pytest.mark.parametrize(("language", "order"), [("zh-hans", ["b", "a"]), ("en", ["a", "b"])])
def test_it_orders_names_as_readers_expect(client: Client, language: str, order: list[str]) -> None:
    ListedOrganisationFactory(slug="a", name_zh_hans="厦门", name_en="Amoy")
    ListedOrganisationFactory(slug="b", name_zh_hans="北海", name_en="Beihai")

    assert slugs(shown(client, language=language)) == order


def test_it_counts_the_organisations_of_a_place_on_the_map(client: Client) -> None:
    city = CityFactory(latitude=20, longitude=110, name_en="Harbour")
    ListedOrganisationFactory.create_batch(2, place=city)
    OrganisationFactory(place=city)

    assert "<title>Harbour (2)</title>" in shown(client)


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_it_asks_as_many_queries_for_many_rows_as_for_one(client: Client, rows: int) -> None:
    city = CityFactory(latitude=20, longitude=110)
    cities = CityFactory.create_batch(rows - 1, parent=city.parent, latitude=20, longitude=110)
    copies(ListedOrganisationFactory(place=city), rows - 1, place=in_turn(cities), **NAMES)
    shown(client)

    with CaptureQueriesContext(connection) as asked:
        shown(client)

    assert len(asked) == 5


def test_it_marks_public_information_and_names_its_source(client: Client) -> None:
    body = ListedOrganisationFactory(slug="body", standing=Standing.PUBLIC_INFORMATION)
    SourceFactory(organisation=body, title="Where it says so")

    chinese = client.get("/zh-hans/organisations/body/").content.decode()
    assert "公开资料，非伙伴" in chinese
    assert "Where it says so" in chinese
    assert (
        "Public information, not a partner"
        in client.get("/en/organisations/body/").content.decode()
    )


def test_it_shows_the_public_cases_of_an_organisation_and_no_draft(client: Client) -> None:
    body = ListedOrganisationFactory(slug="body")
    public = PublishedCaseFactory(organisation=body)
    draft = CaseFactory(organisation=body)
    PublishedCaseFactory()

    html = client.get("/en/organisations/body/").content.decode()

    assert re.findall(r"/en/cases/(CN[^/]+)/", html) == [public.number]
    assert draft.number not in html


def test_it_describes_an_organisation_to_search_engines(client: Client) -> None:
    ListedOrganisationFactory(slug="body", name_en="Blue Bank")

    html = client.get("/en/organisations/body/").content.decode()

    assert '"@type":"Organization"' in html
    assert 'hreflang="zh-Hans" href="http' in html
    assert "/en/organisations/body/" in client.get("/sitemap-en.xml").content.decode()
