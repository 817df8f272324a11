import json

import pytest
from django.test import Client

from tests.factories.cases import PublishedCaseFactory, ReadyCaseFactory

pytestmark = pytest.mark.django_db


def address(number: str, query: str = "") -> str:
    return f"/api/v1/cases/{number}/citation/?{query}"


def test_it_cites_in_the_chinese_standard_unless_asked_otherwise(client: Client) -> None:
    case = PublishedCaseFactory()

    answer = client.get(address(case.number))

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert f"典型案例{case.number}(第1版)[EB/OL]" in answer.content.decode()


@pytest.mark.parametrize(
    ("style", "content_type", "ending", "begins"),
    [
        ("apa", "text/plain", "", "Secretariat of"),
        ("bibtex", "application/x-bibtex", "bib", "@misc{CN-AS-"),
        ("ris", "application/x-research-info-systems", "ris", "TY  - ELEC"),
        ("csl-json", "application/vnd.citationstyles.csl+json", "json", "["),
    ],
)
def test_it_cites_in_every_style(
    client: Client, style: str, content_type: str, ending: str, begins: str
) -> None:
    case = PublishedCaseFactory()

    answer = client.get(address(case.number, f"style={style}&language=en"))

    assert answer.headers["Content-Type"] == f"{content_type}; charset=utf-8"
    assert answer.content.decode().startswith(begins)
    expected = f'attachment; filename="{case.number}-en.{ending}"' if ending else None
    assert answer.headers.get("Content-Disposition") == expected


def test_the_json_is_what_citation_processors_read(client: Client) -> None:
    case = PublishedCaseFactory()

    (item,) = json.loads(client.get(address(case.number, "style=csl-json")).content)

    assert (item["type"], item["number"]) == ("webpage", case.number)


@pytest.mark.parametrize("query", ["style=chicago", "language=fr", "lang=en"])
def test_it_refuses_what_it_does_not_know(client: Client, query: str) -> None:
    assert client.get(address(PublishedCaseFactory().number, query)).status_code == 400


def test_a_draft_is_not_cited(client: Client) -> None:
    assert client.get(address(ReadyCaseFactory().number)).status_code == 404
