"""What everybody sees of projects."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partnership.core.indicators import find
from roundtables.choices import PartnerRole, Stage
from roundtables.models import Project
from tests.factories.copies import copies, in_turn
from tests.factories.events import EventFactory
from tests.factories.files import pdf, stored
from tests.factories.network import ListedOrganisationFactory, OrganisationFactory
from tests.factories.outcomes import (
    MilestoneFactory,
    OutputFactory,
    PartnerFactory,
    ProjectFactory,
    project_theme,
    public,
)
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db

LIST, API = "/en/roundtables/projects/", "/api/v1/projects/"


def shown(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def page_of(client: Client, project: Project, language: str = "en") -> str:
    return shown(client, f"/{language}/roundtables/projects/{project.slug}/")


def test_it_is_whole_in_both_languages(client: Client) -> None:
    today = timezone.localdate()
    project = ProjectFactory(
        budget_band="to-2",
        starts_on="2026-02-01",
        place=CityFactory(name_en="Beihai"),
        is_demo=True,
    )
    listed, unlisted = ListedOrganisationFactory(), OrganisationFactory(name_en="Some institute")
    PartnerFactory(project=project, organisation=listed)
    PartnerFactory(project=project, organisation=listed, role=PartnerRole.SITE, order=1)
    PartnerFactory(project=project, organisation=unlisted, role=PartnerRole.FUNDING, order=2)
    MilestoneFactory(project=project, title_en="Overdue", due_on=today - timedelta(days=1))
    MilestoneFactory(project=project, reached_on=today)
    MilestoneFactory(project=project, title_en="Far away")
    OutputFactory(project=project)
    public(project)

    english, chinese = (page_of(client, project, code) for code in ("en", "zh-hans"))

    for words in (
        project.title_en,
        "0.5 to 2 million yuan",
        "since February 2026",
        "Beihai",
        f'href="/en/organisations/{listed.slug}/"',
        "lead, provides the site",
        "Some institute",
        "<strong>late</strong>",
        "reached on",
        "to come",
        "Demo Institute. (2026). The report",
        "CC BY 4.0",
        'aria-current="step">Idea',
    ):
        assert words in english, words
    for words in (
        project.title_zh_hans,
        "50万元至200万元",
        "牵头、提供实施地点",
        "报告[R/OL]",
        "设想",
    ):
        assert words in chinese, words
    assert f"/organisations/{unlisted.slug}/" not in english


def test_an_organisation_and_its_projects_lead_to_each_other(client: Client) -> None:
    organisation, project = ListedOrganisationFactory(), ProjectFactory()
    for role in (PartnerRole.LEAD, PartnerRole.SITE):
        PartnerFactory(project=project, organisation=organisation, role=role)
        PartnerFactory(project=ProjectFactory(title_en="A draft"), organisation=organisation)
    public(project)
    address = f"/en/organisations/{organisation.slug}/"

    page = shown(client, address)

    assert page.count(f'href="{LIST}{project.slug}/"') == 1
    assert "A draft" not in page
    assert f'href="{address}"' in page_of(client, project)


def test_the_page_of_an_organisation_asks_the_same_for_one_project_and_for_fifty(
    client: Client,
) -> None:
    partner = PartnerFactory(
        organisation=ListedOrganisationFactory(), project=public(ProjectFactory())
    )
    address, asked = f"/en/organisations/{partner.organisation.slug}/", []
    shown(client, address)
    for number in (0, 2, 47):
        copies(partner, number, project=in_turn(copies(partner.project, number)))
        with CaptureQueriesContext(connection) as queries:
            page = shown(client, address)
        asked.append(len(queries))

    assert page.count("/en/roundtables/projects/") >= 12
    assert len(set(asked)) == 1, asked


def test_a_stopped_project_has_no_way_to_go(client: Client) -> None:
    project = public(ProjectFactory(stage=Stage.STOPPED))

    page = page_of(client, project)

    assert "Stopped" in page
    assert 'class="stages"' not in page


def test_a_draft_is_not_there_and_one_language_says_where_the_other_is(client: Client) -> None:
    hidden, chinese = ProjectFactory(), ProjectFactory(description_en="Not yet.")
    output = OutputFactory(project=chinese, file=stored(pdf(), "report.pdf"))
    public(chinese, "zh-hans")

    shown(client, f"{LIST}{hidden.slug}/", 404)
    page = page_of(client, chinese)
    assert "published in Chinese only" in page
    assert "Not yet." not in page
    shown(client, f"{LIST}{chinese.slug}/outputs/{output.pk}/", 404)
    assert shown(client, f"{API}{chinese.slug}/").count("Not yet.") == 0


def test_an_output_is_offered_for_saving(client: Client) -> None:
    project = ProjectFactory()
    output = OutputFactory(project=project, file=stored(pdf(), "report.pdf"))
    address = f"{LIST}{project.slug}/outputs/{output.pk}/"
    shown(client, address, 404)
    public(project)

    assert b"".join(client.get(address).streaming_content) == pdf()
    assert f'href="{address}"' in page_of(client, project)
    shown(client, f"{LIST}{project.slug}/outputs/{output.pk + 1}/", 404)


def test_the_list_is_narrowed_and_says_what_it_did_not_understand(client: Client) -> None:
    city = CityFactory()
    here = public(ProjectFactory(title_en="Nets out of mangroves", place=city))
    finance = ThemeFactory(code="ocean-finance")
    there = public(ProjectFactory(theme=finance, stage=Stage.RUNNING, is_demo=True))

    for query, found in {
        "": (here, there),
        "?q=nets": (here,),
        "?stage=running": (there,),
        "?theme=ocean-finance": (there,),
        f"?place={city.code}": (here,),
    }.items():
        page = shown(client, LIST + query)
        assert {row for row in (here, there) if f"/{row.slug}/" in page} == set(found), query
    assert "Nothing matches" in shown(client, f"{LIST}?stage=finished")
    assert "left out: “burnt”" in shown(client, f"{LIST}?stage=burnt")


def test_an_empty_list_leads_on(client: Client) -> None:
    assert "No project is public yet" in shown(client, LIST)


def test_the_table_has_the_narrowed_list_and_names_no_draft(client: Client) -> None:
    hidden = EventFactory(title_en="A hidden dialogue")
    told = EventFactory(published=True, title_en="A dialogue")
    public(ProjectFactory(title_en="=1+1", event=told, budget_band="to-2", is_demo=True))
    public(ProjectFactory(stage=Stage.FUNDED, event=hidden, starts_on="2026-01-01"))

    answer = client.get("/en/roundtables/projects.csv")
    table = b"".join(answer.streaming_content).decode()
    narrowed = client.get("/en/roundtables/projects.csv?stage=funded")

    assert "'=1+1,Idea,Mangroves" in table
    assert "A dialogue" in table
    assert "A hidden dialogue" not in table
    assert len(b"".join(narrowed.streaming_content).decode().splitlines()) == 2


@pytest.mark.parametrize("address", [LIST, "/en/roundtables/projects.csv", API])
def test_lists_ask_the_same_for_one_and_for_fifty(
    client: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    place, theme = CityFactory(), project_theme()
    event = EventFactory(published=True)

    def queries() -> int:
        with django_assert_max_num_queries(9) as found:
            answer = client.get(address)
            b"".join(answer) if answer.streaming else answer.content
        return len(found)

    def more(number: int) -> None:
        made = ProjectFactory.create_batch(number, place=place, theme=theme, event=event)
        rows = Project.objects.filter(pk__in=[each.pk for each in made])
        rows.update(public_since="2026-01-01T00:00Z", published_en_at="2026-01-01T00:00Z")

    more(1)
    queries()
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()


def test_the_api_gives_projects_and_refuses_what_it_does_not_know(client: Client) -> None:
    city = CityFactory()
    project = ProjectFactory(place=city, event=EventFactory())
    PartnerFactory(project=project)
    MilestoneFactory(project=project)
    public(project)

    [row] = client.get(f"{API}?stage=idea&theme=mangroves&place={city.code}").json()["results"]
    whole = client.get(f"{API}{project.slug}/").json()

    assert (row["theme"], row["place"], row["event"]) == ("mangroves", city.code, None)
    assert whole["description"] == {"zh-hans": "介绍。", "en": "Description."}
    assert [partner["role"] for partner in whole["partners"]] == ["lead"]
    assert whole["milestones"][0]["title"]["en"] == "Sites chosen"
    assert client.get(f"{API}?place=nowhere").status_code == 400
    assert client.get(f"{API}?colour=red").status_code == 400
    assert client.get(f"{API}nothing/").status_code == 404


def test_the_programme_counts_projects_by_stage_and_theme() -> None:
    project = public(ProjectFactory())
    public(ProjectFactory(theme=ThemeFactory(code="ocean-finance"), stage=Stage.RUNNING))
    ProjectFactory()
    indicator = find("projects-by-stage")
    assert indicator is not None

    counted = indicator.count()

    assert list(counted.periods) == list(Stage)
    assert (counted.value(), counted.value(Stage.IDEA), counted.value(Stage.FUNDED)) == (2, 1, 0)
    assert counted.value(Stage.RUNNING, "ocean-finance") == 1
    assert counted.behind(Stage.IDEA)[0].url == f"/zh-hans/roundtables/projects/{project.slug}/"
