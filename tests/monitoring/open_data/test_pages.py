"""The catalogue of monitoring data, and the same data through the API."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from monitoring.models import Survey
from monitoring.open_data.datasets import DATA_SETS
from partnership.core import languages
from partnership.reference.models import LitterItem, Place
from tests.factories.monitoring import (
    MicroSampleFactory,
    SeaSurveyFactory,
    SurveyFactory,
    SurveySiteFactory,
)
from tests.factories.reference import ItemListFactory, LitterItemFactory

pytestmark = pytest.mark.django_db

PAGE, SITES, SURVEYS = "/en/monitoring/data/", "/api/v1/survey-sites/", "/api/v1/surveys/"
AT_SEA = "/api/v1/surveys-at-sea/"


@pytest.fixture
def survey() -> Survey:
    item = LitterItemFactory(item_list=ItemListFactory(code="eu-joint"), code="J7")
    return SurveyFactory(
        surveyed_on=date(2026, 5, 3), length_m=50, nothing_found=False, counts={item: 12}
    )


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_it_offers_every_data_set_with_columns_licence_and_rows(
    client: Client, survey: Survey
) -> None:
    SurveySiteFactory()
    MicroSampleFactory(sampled_on=date(2025, 1, 2))

    html = shown(client, PAGE)

    for slug in DATA_SETS:
        assert f'href="/en/monitoring/data/{slug}/" download' in html
    assert "ZIP · 1 survey · the latest of 3 May 2026" in html
    assert "GEOJSON · 2 sites" in html
    assert "1 sample" in html
    assert "items counted; 0: looked for, none found" in html
    assert "Columns of beaches.csv" in html
    assert "BeachCleaningSeasonality" in html
    assert "CC BY 4.0" in html


def test_what_is_chosen_goes_along(client: Client, survey: Survey) -> None:
    SurveyFactory(surveyed_on=date(2025, 5, 3))
    city = survey.unit.site.place

    html = shown(client, f"{PAGE}?city={city.code}&year=2026")

    assert f'href="/en/monitoring/data/surveys/?city={city.code}&amp;year=2026" download' in html
    assert "ZIP · 1 survey" in html
    assert "left out: “1066”" in shown(client, f"{PAGE}?year=1066")


def test_the_page_asks_the_same_for_one_and_for_fifty(client: Client, survey: Survey) -> None:
    shown(client, PAGE)  # each process keeps the names of places
    counted = []
    for number in (0, 2, 47):
        for _each in range(number):
            SurveyFactory(unit=survey.unit, item_list=survey.item_list)
        with CaptureQueriesContext(connection) as asked:
            shown(client, PAGE)
        counted.append(len(asked))

    assert counted[0] == counted[1] == counted[2]


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_it_is_whole_in_both_languages(client: Client, survey: Survey, language: str) -> None:
    html = shown(client, f"/{language}/monitoring/data/")

    assert ("海滩" in html) is (language == languages.CHINESE)


def test_the_api_gives_sites_and_surveys_with_the_same_numbers(
    client: Client, survey: Survey
) -> None:
    bare = SurveySiteFactory()
    site = survey.unit.site

    sites = {row["code"]: row for row in client.get(SITES).json()["results"]}
    [row] = client.get(f"{SURVEYS}?city={site.place.code}&year=2026").json()["results"]

    assert (sites[site.code]["surveys"], sites[site.code]["last_survey"]) == (1, "2026-05-03")
    assert (sites[bare.code]["surveys"], sites[bare.code]["last_survey"]) == (0, None)
    assert (row["items"], row["items_per_100_m"], row["weight_kg"]) == (12, 24, None)
    [count] = row["counts"]
    assert (count["item_list"], count["code"], count["count"]) == ("eu-joint", "J7", 12)
    assert count["per_100_m"] == 24
    assert client.get(f"{SURVEYS}?year=2025").json()["results"] == []
    assert client.get(f"{SITES}?city={bare.place.code}").json()["count"] == 1


def test_the_api_gives_surveys_at_sea_by_method(client: Client, survey: Survey) -> None:
    site, item = survey.unit.site, LitterItem.objects.get()
    SeaSurveyFactory(site=site, nothing_found=False, counts={item: 4}, surveyed_on=date(2024, 1, 2))
    SeaSurveyFactory()

    of_city = f"{AT_SEA}?city={site.place.code}&year=2024&method=floating-visual"
    [row] = client.get(of_city).json()["results"]

    # 4 items on 1000 m x 10 m
    assert (row["items"], row["items_per_km2"], row["kg_per_km2"]) == (4, 400, None)
    assert (row["code"], row["width_m"]) == (f"{site.code}_floating-visual_2024-01-02", 10)
    assert (row["counts"][0]["count"], row["counts"][0]["per_km2"]) == (4, 400)
    assert client.get(AT_SEA).json()["count"] == 2
    assert client.get(f"{AT_SEA}?method=seabed").json()["results"] == []


@pytest.mark.parametrize("address", [SITES, SURVEYS, AT_SEA])
@pytest.mark.parametrize("query", ["?city=nowhere", "?ordering=leader", "?team=x"])
def test_the_api_refuses_what_it_does_not_know(client: Client, address: str, query: str) -> None:
    assert client.get(f"{address}{query}").status_code == 400


@pytest.mark.parametrize("address", [SITES, SURVEYS])
def test_a_page_of_the_api_has_fifty_rows_and_as_many_questions_as_one(
    client: Client, survey: Survey, address: str
) -> None:
    place: Place = survey.unit.site.place
    organisation = survey.unit.site.organisation
    counted = []
    for number in (0, 2, 48):
        for _each in range(number):
            SurveyFactory(
                unit__site__place=place,
                unit__site__organisation=organisation,
                item_list=survey.item_list,
            )
        with CaptureQueriesContext(connection) as asked:
            found = client.get(address).json()
        counted.append(len(asked))

    assert counted[0] == counted[1] == counted[2]
    assert (found["count"], len(found["results"])) == (51, 50)
    assert client.get(found["next"]).json()["results"]
