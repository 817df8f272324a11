"""Texts of outcome documents and projects: for paper, for the search, for citations."""

import pytest
from django.test import Client

from cases.models import Case
from partnership.core import privacy
from partnership.search.sources import source_of
from roundtables import citing
from roundtables.text_blocks import blocks
from tests.factories.cases import CaseFactory, PublishedCaseFactory
from tests.factories.outcomes import (
    OutcomeFactory,
    OutputFactory,
    PartnerFactory,
    ProjectFactory,
    public,
)
from tests.factories.reference import CityFactory


def test_paragraphs_and_items_of_a_section_are_told_apart() -> None:
    text = "One **line**\nand another.\r\n\r\n- first\n  goes on\n* [second](https://a.example)\n\n## Head\nbelow it\n1. one\n2) two"

    assert blocks(text) == [
        {"kind": "paragraph", "text": "One line\nand another."},
        {"kind": "item", "text": "first\ngoes on"},
        {"kind": "item", "text": "second"},
        {"kind": "heading", "text": "Head"},
        {"kind": "paragraph", "text": "below it"},
        {"kind": "numbered", "text": "1. one"},
        {"kind": "numbered", "text": "2) two"},
    ]
    assert blocks(" \n") == []


def test_a_table_keeps_its_rows() -> None:
    text = "Figures:\n\n| Bay | Nets \\| ropes |\n|:--|--:|\n| **North** | 12 |\n| South |\n| East | 1 | 2 |\n\nA | b"

    [before, table, after] = blocks(text)

    assert before["text"] == "Figures:"
    assert table["kind"] == "table"
    assert table["rows"] == [["Bay", "Nets | ropes"], ["North", "12"], ["South", ""], ["East", "1"]]
    assert after == {"kind": "paragraph", "text": "A | b"}


def test_the_authors_of_outputs_are_registered_as_personal() -> None:
    assert privacy.is_decided("roundtables.output", "made_by")


@pytest.mark.django_db
def test_an_output_is_cited_as_readers_of_each_language_expect() -> None:
    output = OutputFactory(kind="article", container="Marine Litter", issued="2026-05")

    assert citing.of_output(output, "The report", "en") == (
        "Demo Institute. (2026, May). The report. Marine Litter. https://example.org/report"
    )
    assert citing.of_output(output, "报告", "zh-hans") == (
        "Demo Institute. 报告[J/OL]. Marine Litter, 2026. https://example.org/report."
    )


@pytest.mark.django_db
def test_a_demo_document_is_marked_in_its_citation() -> None:
    outcome = OutcomeFactory(is_demo=True)

    gbt7714, apa = (each.text for each in citing.of_outcome(outcome, "en"))

    assert "Outcome of the dialogue: demo data[R/OL]." in gbt7714
    assert "Outcome of the dialogue (Demo data)." in apa


@pytest.mark.django_db
def test_documents_are_found_by_their_sections_where_they_are_public() -> None:
    outcome = public(OutcomeFactory(), "en")
    OutcomeFactory()
    source = source_of("outcome")

    [found] = source.found([outcome.pk])

    assert list(source.public_keys()) == [outcome.pk]
    assert "to publish figures" in found.text("en").body
    assert (found.text("zh-hans").title, found.text("zh-hans").body) == ("成果文件", "")
    assert outcome.event.place.name_en in found.labels


@pytest.mark.django_db
def test_projects_are_found_by_partner_place_and_stage() -> None:
    project = ProjectFactory(place=CityFactory(), starts_on="2026-03-01")
    partner = PartnerFactory(project=project)
    OutputFactory(project=project)
    public(project)
    source = source_of("project")

    [found] = source.found([project.pk])

    assert list(source.public_keys()) == [project.pk]
    assert (found.themes, found.year) == (("mangroves",), 2026)
    assert found.text("en").body == "Description.\n\nThe report"
    assert {partner.organisation.name_en, project.place.name_en, "Idea", "设想"} <= set(
        found.labels
    )


@pytest.mark.django_db
def test_a_project_of_several_countries_has_no_place_to_be_found_by() -> None:
    project = public(ProjectFactory())

    [found] = source_of("project").found([project.pk])

    assert (found.countries, found.year) == ((), None)


def shown(client: Client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.django_db
def test_cases_and_the_dialogue_they_came_from_lead_to_each_other(client: Client) -> None:
    outcome = public(OutcomeFactory())
    event, case = outcome.event, PublishedCaseFactory(title_en="Nets at the port")
    draft: Case = CaseFactory(title_en="A draft")
    for each in (case, draft):
        each.dialogues.add(event)
    address = f"/en/events/{event.slug}/"

    for page in (address, f"/en/roundtables/outcomes/{event.slug}/"):
        assert f"/en/cases/{case.number}/" in shown(client, page)
        assert "A draft" not in shown(client, page)
    assert f'href="{address}"' in shown(client, f"/en/cases/{case.number}/")
