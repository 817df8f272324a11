"""/api/v1/cases/: what the world may read, and what it never may."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from rest_framework import serializers

from cases import bench
from cases.api.schema import CaseInFull, CaseRow
from cases.models import Case
from partnership.core.api.texts import TextsField
from tests.factories.cases import (
    CaseFactory,
    CasePlaceFactory,
    IndicatorFactory,
    MoneyFactory,
    PartnerFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
)
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db

LIST = "/api/v1/cases/"


def numbers(client: Client, query: str = "") -> list[str]:
    return [row["number"] for row in client.get(f"{LIST}?{query}").json()["results"]]


def assert_described(value: Any, description: serializers.BaseSerializer) -> None:
    """Compare keys and nesting of an answer with its description in the schema."""
    if isinstance(description, serializers.ListSerializer):
        for row in value:
            assert_described(row, description.child)
        return
    assert set(value) == set(description.fields)
    for name, field in description.fields.items():
        if isinstance(field, serializers.BaseSerializer):
            assert_described(value[name], field)
        elif isinstance(field, TextsField):
            assert set(value[name]) == {"zh-hans", "en"}
        else:
            assert value[name] is not None or field.allow_null, name


def test_it_lists_public_cases_the_latest_first(client: Client) -> None:
    ReadyCaseFactory()
    cases = PublishedCaseFactory.create_batch(3)

    answer = client.get(LIST).json()

    assert [row["number"] for row in answer["results"]] == [c.number for c in reversed(cases)]
    assert (answer["count"], answer["count_is_capped"]) == (3, False)
    assert (answer["next"], answer["previous"]) == (None, None)


def test_a_row_is_what_the_schema_says(client: Client) -> None:
    case = PublishedCaseFactory(languages=["en"], started="2021-06")
    CasePlaceFactory(case=case, order=1, site_en="Wharf", latitude=1.5, longitude=103)

    (row,) = client.get(LIST).json()["results"]

    assert_described(row, CaseRow())
    assert row["title"] == {"zh-hans": case.title_zh_hans, "en": case.title_en}
    assert (row["started"], row["ended"], row["languages"]) == ("2021-06", None, ["en"])
    assert row["pages"]["en"] == f"http://testserver/en/cases/{case.number}/"
    assert [place["site"]["en"] for place in row["places"]] == [None, "Wharf"]
    assert (row["places"][1]["latitude"], row["places"][1]["longitude"]) == (1.5, 103)


def test_it_gives_one_case_in_full(client: Client) -> None:
    case = PublishedCaseFactory(coast_length_km="12.5", did_not_work_en="Much.")
    IndicatorFactory(case=case, source=case.sources.get(), value="1097.13", baseline_value=2000)
    MoneyFactory(case=case, year=2022)
    PartnerFactory(case=case)

    answer = client.get(f"{LIST}{case.number}/").json()

    assert_described(answer, CaseInFull())
    assert answer["indicators"][0]["value"] == 1097.13
    assert answer["indicators"][0]["baseline_value"] == 2000
    assert (answer["indicators"][0]["source"], answer["money"][0]["source"]) == ("s1", None)
    assert answer["coast_length_km"] == 12.5
    assert answer["did_not_work"] == {"zh-hans": None, "en": "Much."}
    assert answer["blocks"][0]["title"] == {"zh-hans": "举措", "en": "Measure"}


def test_the_row_is_part_of_the_whole(client: Client) -> None:
    case = PublishedCaseFactory()

    (row,) = client.get(LIST).json()["results"]
    whole = client.get(f"{LIST}{case.number}/").json()

    assert {name: whole[name] for name in row} == row


def test_a_draft_is_nowhere(client: Client) -> None:
    case = ReadyCaseFactory()

    assert numbers(client) == []
    assert client.get(f"{LIST}{case.number}/").status_code == 404


def test_a_text_in_a_language_that_is_not_public_stays_inside(client: Client) -> None:
    texts = {
        f"{field.name}": f"DRAFT {field.name}"
        for field in Case._meta.fields
        if field.editable
        and field.name.endswith("_en")
        and field.name.removesuffix("_en") not in ("slug", "title", "short_title", "summary")
    }
    case = PublishedCaseFactory(languages=["zh-hans"], **texts)
    IndicatorFactory(case=case, source=case.sources.get(), name_en="DRAFT")
    CasePlaceFactory(case=case, order=1, site_en="DRAFT")
    MoneyFactory(case=case, note_en="DRAFT")
    PartnerFactory(case=case, name_en="DRAFT")
    case.blocks.update(done_en="DRAFT")

    answer = client.get(f"{LIST}{case.number}/")

    assert len(texts) == 8
    assert "DRAFT" not in answer.content.decode()


def test_private_fields_stay_inside(client: Client) -> None:
    case = PublishedCaseFactory(
        contact_name="PRIVATE", contact_details="PRIVATE", nominated_by="PRIVATE"
    )

    for address in (LIST, f"{LIST}{case.number}/"):
        assert "PRIVATE" not in client.get(address).content.decode()


FILTERS = [
    ("step", {"hierarchy_step": "reuse"}, "reuse"),
    ("stream", {"waste_streams": ["foam"]}, "foam"),
    ("instrument", {"instruments": ["economic"]}, "economic"),
    ("business", {"business_model": "charge-levy"}, "charge-levy"),
    ("scale", {"scale": "national"}, "national"),
    ("phase", {"phase": "completed"}, "completed"),
    ("year", {"started": "1999-01"}, "1999"),
    ("sdg", {"sdg_targets": ["14.1"]}, "14.1"),
    ("language", {"languages": ["en"]}, "en"),
]


@pytest.mark.parametrize(("name", "fields", "value"), FILTERS)
def test_it_narrows_by_every_facet(client: Client, name: str, fields: dict, value: str) -> None:
    wanted = PublishedCaseFactory(**fields)
    PublishedCaseFactory(languages=["zh-hans"])

    assert numbers(client, f"{name}={value}") == [wanted.number]


def test_it_narrows_by_place_and_theme(client: Client) -> None:
    city, theme = CityFactory(), ThemeFactory()
    wanted = PublishedCaseFactory(place=city, themes=[theme])
    PublishedCaseFactory(place=city)
    PublishedCaseFactory(themes=[theme])

    country, province = city.country.code, city.province.code

    for query in (f"country={country}", f"province={province}", f"city={city.code}"):
        assert numbers(client, f"{query}&theme={theme.code}") == [wanted.number]


def test_several_values_mean_any_of_them(client: Client) -> None:
    cases = [PublishedCaseFactory(scale=scale) for scale in ("city", "site", "national")]

    assert set(numbers(client, "scale=city&scale=site")) == {c.number for c in cases[:2]}


@pytest.mark.parametrize(
    ("ordering", "expected"),
    [
        ("number", [0, 1, 2]),
        ("-number", [2, 1, 0]),
        ("started", [2, 0, 1]),
        ("-public_since", [2, 1, 0]),
        ("updated_at", [0, 1, 2]),
    ],
)
def test_it_sorts_as_asked(client: Client, ordering: str, expected: list[int]) -> None:
    years = ("2020", "2021", "2019")
    cases = [
        PublishedCaseFactory(started=year, number=f"CN-AS-2026-00{index}")
        for index, year in enumerate(years)
    ]

    assert numbers(client, f"ordering={ordering}") == [cases[i].number for i in expected]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("countr=CN", "unknown-parameter"),
        ("format=csv", "unknown-parameter"),
        ("country=XX", "invalid-value"),
        ("scale=planet", "invalid-value"),
        ("ordering=contact_name", "invalid-value"),
        ("page_size=201", "invalid-value"),
        ("page_size=0", "invalid-value"),
        ("page=-1", "invalid-value"),
        ("page=x", "invalid-value"),
        ("&".join(f"year={year}" for year in range(2000, 2030)), "invalid-value"),
    ],
)
def test_it_refuses_what_it_does_not_know(client: Client, query: str, code: str) -> None:
    answer = client.get(f"{LIST}?{query}")

    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_refusal_says_in_both_languages_what_is_wrong(client: Client) -> None:
    answer = client.get(f"{LIST}?scale=planet").json()

    assert answer["message"] == {
        "zh-hans": "参数“scale”没有取值“planet”。",
        "en": "“scale” has no value “planet”.",
    }


def test_it_pages_with_links(client: Client) -> None:
    PublishedCaseFactory()
    bench.make(4)

    answer = client.get(f"{LIST}?page=2&page_size=2&scale=city").json()

    assert (answer["count"], len(answer["results"])) == (5, 2)
    assert answer["next"] == f"http://testserver{LIST}?page=3&page_size=2&scale=city"
    assert answer["previous"] == f"http://testserver{LIST}?page=1&page_size=2&scale=city"
    assert client.get(f"{LIST}?page=9&page_size=2").status_code == 404


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_it_asks_four_times_however_many_rows_there_are(client: Client, rows: int) -> None:
    PublishedCaseFactory()
    bench.make(rows - 1)

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(LIST)

    assert len(answer.json()["results"]) == rows
    assert len(queries) == 4


@pytest.mark.parametrize("rows", [1, 20])
def test_one_case_takes_the_same_queries_however_many_rows_it_has(
    client: Client, rows: int
) -> None:
    case = PublishedCaseFactory()
    source = case.sources.get()
    for order in range(rows):
        IndicatorFactory(case=case, source=source, order=order)
        MoneyFactory(case=case, source=source, order=order)
        CasePlaceFactory(case=case, order=order + 1)

    with CaptureQueriesContext(connection) as queries:
        client.get(f"{LIST}{case.number}/")

    assert len(queries) == 11


def test_an_answer_that_did_not_change_is_not_sent_again(client: Client) -> None:
    case = PublishedCaseFactory()
    first = client.get(LIST)
    assert first.headers["Cache-Control"] == "public, max-age=60"

    def again() -> int:
        return client.get(LIST, headers={"If-None-Match": first.headers["ETag"]}).status_code

    assert again() == 304
    case.places.get().place.__class__.objects.update(name_en="Renamed")
    assert again() == 200


def test_it_can_only_be_read(client: Client) -> None:
    answer = client.post(LIST, {})

    assert (answer.status_code, answer.json()["code"]) == (405, "method-not-allowed")


def test_a_draft_does_not_count(client: Client) -> None:
    CaseFactory()

    assert client.get(LIST).json()["count"] == 0
