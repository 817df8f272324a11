"""Outcome documents and projects in the secretariat's admin."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core.admin import waiting
from partnership.events.choices import Kind
from partnership.reports.models import EventReport
from roundtables.choices import Stage
from roundtables.models import Outcome, Project
from tests.factories.cases import CaseFactory, PublishedCaseFactory
from tests.factories.commitments import CommitmentFactory, ProposalFactory, days_ago
from tests.factories.copies import copies, in_turn
from tests.factories.events import EventFactory
from tests.factories.files import pdf, sent
from tests.factories.network import OrganisationFactory
from tests.factories.outcomes import (
    OutcomeFactory,
    PartnerFactory,
    ProjectFactory,
    project_theme,
    public,
)
from tests.factories.reports import accepted, owed, published, writer_of
from tests.factories.results import held_events
from tests.forms_in_pages import fields_of

pytestmark = pytest.mark.django_db

BOARD = reverse("admin:roundtables_project_board")
OVERVIEW = reverse("admin:roundtables_outcome_overview")
LISTS = [reverse(f"admin:roundtables_{name}_changelist") for name in ("outcome", "project")]


@pytest.fixture(autouse=True)
def _at_work(client: Client, zhao: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)


def change(written: Outcome | Project) -> str:
    name = f"admin:roundtables_{written._meta.model_name}_change"
    return reverse(name, args=[written.pk])


def deed(written: Outcome | Project, slug: str) -> str:
    name = f"admin:roundtables_{written._meta.model_name}_deed"
    return reverse(name, args=[written.pk, slug])


def test_a_document_is_written_with_its_sections_and_annexes(client: Client) -> None:
    event = EventFactory(published=True, held=True, kind=Kind.DIALOGUE)
    add = reverse("admin:roundtables_outcome_add")
    typed = {
        **fields_of(client.get(add), "outcome_form"),
        "event": event.pk,
        "title_zh_hans": "成果文件",
        "sections-TOTAL_FORMS": "1",
        "sections-0-title_zh_hans": "共识",
        "sections-0-text_zh_hans": "公布数据。",
        "annexes-TOTAL_FORMS": "1",
        "annexes-0-title_zh_hans": "附件",
        "annexes-0-upload": sent(pdf(), "form.pdf"),
    }

    answer = client.post(add, typed)

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    outcome = Outcome.objects.get()
    assert outcome.sections.get().text_zh_hans == "公布数据。"
    assert outcome.annexes.get().file.is_available


def test_a_second_editor_is_shown_what_the_first_has_saved(client: Client) -> None:
    outcome = OutcomeFactory()
    opened = fields_of(client.get(change(outcome)), "outcome_form")
    for title in ("First", "Second"):
        answer = client.post(change(outcome), {**opened, "title_en": title})

    assert answer.status_code == 200
    assert Outcome.objects.get().title_en == "First"


def test_a_project_is_written_with_partners_and_milestones(client: Client) -> None:
    add = reverse("admin:roundtables_project_add")
    typed = {
        **fields_of(client.get(add), "project_form"),
        "slug": "nets",
        "theme": project_theme().pk,
        "title_en": "Nets",
        "partners-TOTAL_FORMS": "1",
        "partners-0-organisation": OrganisationFactory().pk,
        "partners-0-role": "lead",
        "milestones-TOTAL_FORMS": "1",
        "milestones-0-title_en": "Begun",
        "milestones-0-due_on": "2027-01-01",
    }

    answer = client.post(add, typed)

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    project = Project.objects.get()
    assert (project.partners.count(), project.milestones.count()) == (1, 1)
    page = client.get(change(project)).content.decode()
    assert deed(project, "to-concept") in page


def test_publishing_names_what_is_missing_and_then_publishes(client: Client) -> None:
    outcome = OutcomeFactory(section=None)

    refused = client.post(deed(outcome, "publish-en")).content.decode()
    assert "尚缺" in refused
    outcome.sections.create(title_zh_hans="一", title_en="One", text_zh_hans="文", text_en="Text")
    client.post(deed(outcome, "publish-en"))

    assert Outcome.objects.get().published_languages == ["en"]
    client.post(deed(outcome, "withdraw-en"), {"reason": "Too early."})
    assert not Outcome.objects.get().is_public


def test_the_demo_mark_is_taken_off_with_a_reason(client: Client) -> None:
    project = ProjectFactory(is_demo=True)

    client.post(deed(project, "mark-as-real"), {"reason": "It is real."})

    assert not Project.objects.get().is_demo


def test_a_step_lists_what_it_asks_for_and_moves_the_project(client: Client) -> None:
    project = ProjectFactory(stage=Stage.CONCEPT)
    address = deed(project, "to-proposal")
    assert "牵头机构" in client.get(address).content.decode()
    assert client.post(address).status_code == 200

    PartnerFactory(project=project)
    Project.objects.update(budget_band="to-2")

    assert client.post(address).status_code == 302
    assert Project.objects.get().stage == Stage.PROPOSAL


def test_a_project_is_stopped(client: Client) -> None:
    project = ProjectFactory()

    client.post(deed(project, "stop"), {"reason": "No site."})

    assert Project.objects.get().stage == Stage.STOPPED


@pytest.mark.parametrize("make", [OutcomeFactory, ProjectFactory])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_draft_is_shown_as_readers_will_see_it(client: Client, make: Any, language: str) -> None:
    draft = make()
    name = f"admin:roundtables_{draft._meta.model_name}_preview"

    page = client.get(reverse(name, args=[draft.pk, language])).content.decode()

    assert (draft.title_en if language == "en" else draft.title_zh_hans) in page


def test_the_board_has_a_column_for_each_stage_and_the_next_step(client: Client) -> None:
    idea = ProjectFactory(title_zh_hans="", title_en="Only English", is_demo=True)
    public(ProjectFactory(stage=Stage.FINISHED, title_zh_hans="结束的项目"))
    ProjectFactory(stage=Stage.STOPPED)

    page = client.get(BOARD).content.decode()

    assert page.count('class="desk-lane"') == len(Stage)
    assert page.index("Only English") < page.index("结束的项目")
    assert 'lang="en">Only English' in page
    assert deed(idea, "to-concept") in page
    assert page.count("desk-button is-small") == 1


def test_who_only_reads_is_offered_no_step(client: Client, guo: User) -> None:
    ProjectFactory()
    client.force_login(guo)

    assert "desk-button is-small" not in client.get(BOARD).content.decode()


def test_a_full_column_leads_to_the_list(client: Client) -> None:
    ProjectFactory.create_batch(32)

    page = client.get(BOARD).content.decode()

    assert page.count('class="desk-card"') == 30
    assert f"{LISTS[1]}?stage=idea" in page


def test_all_a_dialogue_led_to_stands_on_one_page(client: Client, nguyen: User, zhao: User) -> None:
    written = public(OutcomeFactory(event__title_zh_hans="红树林对话"), "zh-hans")
    event = written.event
    late = CommitmentFactory(due_on=days_ago(1))
    written.commitments.set([CommitmentFactory(), late, ProposalFactory()])
    ProjectFactory(event=event)
    ProjectFactory(event=event, stage=Stage.RUNNING)
    CommitmentFactory(), ProjectFactory(), PublishedCaseFactory()  # of no dialogue
    for case in (PublishedCaseFactory(), CaseFactory()):
        case.dialogues.add(event)
    published(owed(event=event), writer_of(EventReport.objects.latest("pk"), nguyen), zhao)
    owed(event=event, due_on=days_ago(3))
    owed(event=event, excused_on=days_ago(1))
    accepted(owed(event=event), writer_of(EventReport.objects.latest("pk"), nguyen), zhao)
    bare = EventFactory(published=True, held=True, kind=Kind.DIALOGUE)

    page = client.get(OVERVIEW).content.decode()

    for words in (
        *("红树林对话", "中文已公开", "绿灯：1", "红灯：1", "灰灯：1"),
        *("设想：1", "实施中：1", "已发布：1", "审核中：1", "逾期：1", "不再要求：1"),
        f"?event={bare.pk}",
    ):
        assert words in page, words
    assert OVERVIEW in client.get(LISTS[0]).content.decode()
    cells = re.findall(r'<td><a href="([^"]+)">(\d+)</a>', page)
    assert [int(number) for _address, number in cells] == [3, 4, 2, 1]
    for address, number in cells:
        listed = client.get(address.replace("&amp;", "&"))
        assert listed.status_code == 200, address
        assert listed.context["cl"].result_count == int(number), address


def test_before_the_first_dialogue_the_overview_says_so(client: Client) -> None:
    assert "尚无圆桌对话" in client.get(OVERVIEW).content.decode()


@pytest.mark.parametrize("address", [*LISTS, BOARD])
def test_lists_ask_the_same_for_one_and_for_fifty(client: Client, address: str) -> None:
    counts = []
    outcome, project = OutcomeFactory(section=None, event__held=False), ProjectFactory()
    for more in (0, 2, 47):
        copies(outcome, more, event=in_turn(copies(outcome.event, more)))
        copies(project, more)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))

    assert len(set(counts)) == 1
    assert counts[0] <= 12


def test_the_overview_asks_the_same_for_one_and_for_fifty(client: Client) -> None:
    counts = []
    for number in (1, 2, 47):
        for event in held_events(number):
            ProjectFactory(event=event)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(OVERVIEW).status_code == 200
        counts.append(len(queries))

    assert len(set(counts)) == 1
    assert counts[0] <= 16
    assert "?page=2" in client.get(OVERVIEW).content.decode()
    assert "?page=2" in client.get(f"{OVERVIEW}?page=3").content.decode()


def test_the_start_page_asks_for_documents(zhao: User) -> None:
    EventFactory(published=True, held=True, kind=Kind.DIALOGUE)
    OutcomeFactory()

    found = {str(item.question.title): item.count for item in waiting.items_for(zhao)}

    assert found["尚无成果文件的圆桌对话"] == 1
    assert found["成果文件草稿"] == 1
