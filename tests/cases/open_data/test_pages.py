"""Downloads and data dictionary as pages."""

import json
import re

import pytest
from django.conf import LazySettings
from django.test import Client

from cases.open_data import offer
from cases.open_data.fields import CASES, INDICATORS
from tests.factories.cases import IndicatorFactory, PublishedCaseFactory, ReadyCaseFactory

pytestmark = pytest.mark.django_db

DOWNLOADS, DICTIONARY = "/en/cases/downloads/", "/en/cases/downloads/data-dictionary/"


def shown(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_offers_every_file_with_what_it_holds_and_its_size(client: Client) -> None:
    case = PublishedCaseFactory()
    for order in range(2):
        IndicatorFactory(case=case, order=order, source=case.sources.get())
    draft = ReadyCaseFactory()
    IndicatorFactory(case=draft, source=draft.sources.get())

    html = shown(client, DOWNLOADS)
    facts = re.findall(r'<p class="meta">([^<]+)</p>', html)

    for name in ("cases.csv", "indicators.csv", "cases.json", "data-dictionary.csv"):
        assert f'href="/api/v1/downloads/{name}" download' in html
    assert [fact.split(" · ")[:2] for fact in facts[:3]] == [
        ["CSV", "1 row"],
        ["CSV", "2 rows"],
        ["JSON", "1 row"],
    ]
    assert all(re.search(r"\d\xa0(bytes|KB)$", fact) for fact in facts[:4])


def test_a_size_is_that_of_the_file(client: Client) -> None:
    PublishedCaseFactory()

    sizes = {each.file.name: each.size for each in offer.offers()}

    sent = client.get("/api/v1/downloads/cases.csv")
    assert sizes["cases.csv"] == len(b"".join(sent.streaming_content))  # type: ignore[attr-defined]


def test_a_large_collection_is_not_written_to_be_measured(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offer, "MOST_MEASURED", 0)
    PublishedCaseFactory()

    assert {each.size for each in offer.offers()} == {None}
    assert "1 row" in shown(client, DOWNLOADS)


def test_it_says_under_which_licence_and_where_the_data_come_from(
    client: Client, settings: LazySettings
) -> None:
    html = shown(client, DOWNLOADS)

    assert f'href="{settings.DATA_LICENCE_URL}"' in html
    for origin in ("GeoNames, licence CC BY 4.0", "Natural Earth, public domain", "ISO 3166"):
        assert origin in html
    assert re.search(r'id="cite-gbt7714">[^<]*\[DS/OL\]', html)
    assert re.search(r'id="cite-apa">[^<]*Collection of typical cases', html)


def test_it_describes_the_collection_to_search_engines(client: Client) -> None:
    (data,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', shown(client, DOWNLOADS)
    )

    assert json.loads(data)["@type"] == "Dataset"
    assert len(json.loads(data)["distribution"]) == 4


def test_the_dictionary_explains_every_column_in_the_language_of_the_page(client: Client) -> None:
    english = shown(client, DICTIONARY)
    chinese = shown(client, DICTIONARY.replace("/en/", "/zh-hans/"))

    for html in (english, chinese):
        columns = re.findall(r'<th scope="row"><code>([^<]+)</code>', html)
        assert columns == [field.name for field in (*CASES, *INDICATORS)]
    assert "<dt><code>reuse</code></dt><dd>Reuse</dd>" in english
    assert "<dt><code>reuse</code></dt><dd>重复使用</dd>" in chinese
