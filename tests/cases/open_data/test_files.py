"""The downloads: everything public, nothing else, safe to open."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases import bench
from cases.models import Case
from cases.open_data import files
from cases.open_data.dictionary import FILES
from tests.factories.cases import (
    CasePlaceFactory,
    IndicatorFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
)

pytestmark = pytest.mark.django_db

ADDRESSES = ["cases.csv", "cases.json", "indicators.csv", "data-dictionary.csv"]


def text_of(client: Client, name: str) -> str:
    return client.get(f"/api/v1/downloads/{name}").getvalue().decode()


def rows_of(client: Client, name: str) -> list[dict[str, str]]:
    text = text_of(client, name)
    assert text.startswith("\ufeff")
    assert "\r\n" in text
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def public_case(**fields: Any) -> Case:
    case = PublishedCaseFactory(**fields)
    IndicatorFactory(case=case, source=case.sources.get(), value="1097.13")
    return case


def test_it_gives_one_row_per_case_in_the_order_of_numbers(client: Client) -> None:
    public_case(number="CN-AS-2026-010")
    first = public_case(number="CN-AS-2026-002", started="2021-06", coast_length_km="12.5")

    rows = rows_of(client, "cases.csv")

    assert [row["number"] for row in rows] == ["CN-AS-2026-002", "CN-AS-2026-010"]
    place = first.places.get().place
    expected = {
        "is_demo": "false",
        "languages": "zh-hans en",
        "title_zh": first.title_zh_hans,
        "title_en": first.title_en,
        "pages_en": "http://testserver/en/cases/CN-AS-2026-002/",
        "place": place.code,
        "place_name_zh": place.name_zh_hans,
        "country": place.country.code,
        "themes": first.themes.get().code,
        "waste_streams": "mixed",
        "started": "2021-06",
        "ended": "",
        "coast_length_km": "12.5",
        "licence": "CC BY 4.0",
    }
    assert {name: rows[0][name] for name in expected} == expected


def test_it_gives_one_row_per_figure_with_its_source(client: Client) -> None:
    case = public_case()
    IndicatorFactory(case=case, source=None, grade="", order=1)

    first, second = rows_of(client, "indicators.csv")

    assert (first["case"], first["row"], first["value"]) == (case.number, "1", "1097.13")
    assert (first["unit_zh"], first["as_of"], first["source_title"]) == ("吨", "2025", "A page")
    assert (second["row"], second["source_title"], second["grade"]) == ("2", "", "")


def test_the_json_holds_each_case_as_the_api_gives_it(client: Client) -> None:
    case = public_case()
    public_case()

    content = json.loads(text_of(client, "cases.json"))

    assert content["licence"] == "CC BY 4.0"
    assert content["licence_url"].startswith("https://")
    assert content["cases"][0] == client.get(f"/api/v1/cases/{case.number}/").json()
    assert len(content["cases"]) == 2


def test_an_empty_collection_gives_empty_files(client: Client) -> None:
    assert json.loads(text_of(client, "cases.json"))["cases"] == []
    assert rows_of(client, "cases.csv") == rows_of(client, "indicators.csv") == []


@pytest.mark.parametrize("name", ADDRESSES[:3])
def test_drafts_and_private_fields_are_in_none_of_them(client: Client, name: str) -> None:
    public_case(contact_name="PRIVATE", contact_details="PRIVATE", nominated_by="PRIVATE")
    draft = ReadyCaseFactory(title_en="DRAFT")
    IndicatorFactory(case=draft, source=draft.sources.get(), name_en="DRAFT")

    text = text_of(client, name)

    assert "PRIVATE" not in text
    assert "DRAFT" not in text


@pytest.mark.parametrize("name", ADDRESSES[:3])
def test_texts_of_a_language_that_is_not_public_stay_inside(client: Client, name: str) -> None:
    case = PublishedCaseFactory(
        languages=["zh-hans"], background_en="DRAFT", lead_organisation_en="DRAFT"
    )
    IndicatorFactory(case=case, source=case.sources.get(), name_en="DRAFT", definition_en="DRAFT")
    case.places.update(site_en="DRAFT")

    assert "DRAFT" not in text_of(client, name)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_begins_a_formula(client: Client, sign: str) -> None:
    text = f"{sign}HYPERLINK(1)"
    case = public_case(title_zh_hans=text, summary_en=text, lead_organisation_en=text)
    case.indicators.update(name_en=text, unit_zh_hans=text)
    case.sources.update(title=text)

    cells = [
        value
        for name in ("cases.csv", "indicators.csv")
        for row in rows_of(client, name)
        for value in row.values()
    ]

    assert cells.count(f"'{text}") == 6
    assert not [value for value in cells if value.startswith(sign)]


def test_quotes_commas_and_line_breaks_survive(client: Client) -> None:
    text = 'One, "two"\nthree；四'
    public_case(background_en=text)

    assert rows_of(client, "cases.csv")[0]["background_en"] == text


def test_the_dictionary_describes_every_column_in_both_languages(client: Client) -> None:
    described = rows_of(client, "data-dictionary.csv")
    public_case()

    for name in FILES:
        columns = list(rows_of(client, name)[0])
        assert [row["field"] for row in described if row["file"] == name] == columns
    assert not [row for row in described if not (row["meaning_zh"] and row["meaning_en"])]
    english = [row["field"] for row in described if row["meaning_zh"] == row["meaning_en"]]
    assert english == []


def test_the_dictionary_names_units_kinds_and_codes(client: Client) -> None:
    rows = {row["field"]: row for row in rows_of(client, "data-dictionary.csv")}

    assert rows["area_km2"]["unit"] == "km²"
    assert rows["latitude"]["unit"] == "度，WGS 84 / degrees, WGS 84"
    assert (rows["started"]["kind_zh"][:3], rows["started"]["kind_en"][:5]) == ("日期：", "date:")
    assert rows["scale"]["codes"].startswith("site = 单个地点 / Site; city = 城市 / City")
    assert rows["title_zh"]["codes"] == ""


def test_the_licence_is_the_secretariats(client: Client, settings: LazySettings) -> None:
    settings.DATA_LICENCE, settings.DATA_LICENCE_URL = "Own", "https://example.org/own"
    public_case()

    assert rows_of(client, "cases.csv")[0]["licence"] == "Own"
    assert json.loads(text_of(client, "cases.json"))["licence_url"] == "https://example.org/own"


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_file_bears_its_day_and_comes_as_a_stream(client: Client, name: str) -> None:
    with time_machine.travel(date(2026, 12, 1)):
        answer = client.get(f"/api/v1/downloads/{name}")

    stem, ending = name.split(".")
    expected = f'attachment; filename="{stem}-2026-12-01.{ending}"'
    assert answer.headers["Content-Disposition"] == expected
    assert answer.streaming


@pytest.mark.parametrize("name", ADDRESSES)
def test_it_refuses_what_it_does_not_know(client: Client, name: str) -> None:
    assert client.get(f"/api/v1/downloads/{name}?country=CN").status_code == 400


def test_it_fetches_by_the_hundred(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "AT_ONCE", 2)
    public_case()
    bench.make(4)

    with CaptureQueriesContext(connection) as queries:
        rows = rows_of(client, "cases.csv")

    assert len({row["number"] for row in rows}) == 5
    assert len(queries) == 1 + 3 * 10  # no case has money, so no source of money is asked for


def test_a_case_withdrawn_while_the_file_is_made_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "AT_ONCE", 1)
    PublishedCaseFactory.create_batch(2)
    lines = files.cases_csv()
    for _mark_head_and_first in range(3):
        next(lines)

    Case.objects.update(public_since=None, published_en_at=None, published_zh_hans_at=None)

    assert list(lines) == []


def test_a_case_with_several_places_names_them_all(client: Client) -> None:
    case = public_case()
    second = CasePlaceFactory(case=case, order=1)

    row = rows_of(client, "cases.csv")[0]

    assert row["places"] == f"{row['place']} {second.place.code}"
