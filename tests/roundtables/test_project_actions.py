"""Projects from stage to stage."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, ReasonMissing, TransitionRefused
from partnership.core.models import AuditEvent
from partnership.network.roles import MemberRole
from partnership.notifications.models import Notification
from roundtables import actions
from roundtables.choices import CITED_AS, ENDED, STAGE_CHANGES, WAY, OutputKind, PartnerRole, Stage
from roundtables.errors import NotReady, StageNotReady
from roundtables.models import Project
from tests.factories.network import MembershipFactory
from tests.factories.outcomes import (
    MilestoneFactory,
    OutputFactory,
    PartnerFactory,
    ProjectFactory,
    public,
)
from tests.factories.reference import CityFactory, ProvinceFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def complete() -> Project:
    """A project of which everything is known that a stage asks for."""
    project = ProjectFactory(budget_band="to-2", starts_on="2024-01-01", ends_on="2025-01-01")
    PartnerFactory(project=project)
    PartnerFactory(project=project, role=PartnerRole.FUNDING)
    return project


def test_it_goes_its_whole_way_and_each_step_is_in_the_history(lin: User) -> None:
    project = complete()

    for stage in WAY[1:]:
        before = project.stage_changed_at
        project = actions.move_on(project, stage, by=lin)
        assert (project.stage, project.stage_changed_at > before) == (stage, True)

    steps = [event.changes["stage"] for event in AuditEvent.objects.about(project)]
    assert sorted(steps) == sorted([str(one), str(other)] for one, other in pairwise(WAY))


@pytest.mark.parametrize("stage", [Stage.PROPOSAL, Stage.IDEA, Stage.FINISHED])
def test_it_leaves_out_no_stage_and_never_goes_back(lin: User, stage: Stage) -> None:
    with pytest.raises(TransitionRefused):
        actions.move_on(complete(), stage, by=lin)


@pytest.mark.parametrize("ended", sorted(ENDED))
def test_what_has_ended_stays_so(ended: Stage) -> None:
    assert STAGE_CHANGES[ended] == frozenset()


@pytest.mark.parametrize(
    ("at", "to", "lacking"),
    [
        (Stage.CONCEPT, Stage.PROPOSAL, 2),
        (Stage.PROPOSAL, Stage.FUNDED, 1),
        (Stage.FUNDED, Stage.RUNNING, 1),
        (Stage.RUNNING, Stage.FINISHED, 1),
    ],
)
def test_a_stage_says_what_has_to_be_known(lin: User, at: Stage, to: Stage, lacking: int) -> None:
    project = ProjectFactory(stage=at)

    with pytest.raises(StageNotReady) as refused:
        actions.move_on(project, to, by=lin)

    assert len(str(refused.value).splitlines()) == 1 + lacking
    project.refresh_from_db()
    assert project.stage == at


@pytest.mark.parametrize(
    ("at", "to", "day"),
    [(Stage.FUNDED, Stage.RUNNING, "starts_on"), (Stage.RUNNING, Stage.FINISHED, "ends_on")],
)
def test_it_neither_runs_nor_is_finished_before_its_day(
    lin: User, at: Stage, to: Stage, day: str
) -> None:
    today = timezone.localdate()
    project = ProjectFactory(stage=at, **{day: today + timedelta(days=1)})

    with pytest.raises(StageNotReady):
        actions.move_on(project, to, by=lin)

    Project.objects.update(**{day: today})
    assert actions.move_on(project, to, by=lin).stage == to


def test_it_is_stopped_with_a_reason_only(lin: User) -> None:
    project = ProjectFactory()
    with pytest.raises(ReasonMissing):
        actions.stop(project, by=lin, reason=" ")

    stopped = actions.stop(project, by=lin, reason=" No site. ")

    assert stopped.stage == Stage.STOPPED
    assert AuditEvent.objects.about(project).get().note == "No site."
    with pytest.raises(TransitionRefused):
        actions.move_on(stopped, Stage.CONCEPT, by=lin)


def test_partners_are_told_once_of_each_step_of_a_public_project(lin: User) -> None:
    project = complete()
    (lead, funder) = (row.organisation for row in project.partners.order_by("pk"))
    person = MembershipFactory(organisation=lead).user
    MembershipFactory(organisation=funder, user=person)
    MembershipFactory(organisation=funder, role=MemberRole.DRAFTER)
    actions.move_on(project, Stage.CONCEPT, by=lin)
    told = Notification.objects.filter(kind="roundtables.project")
    assert not told.exists()
    public(project)

    actions.move_on(project, Stage.PROPOSAL, by=lin)

    assert told.get().recipient == person
    Project.objects.update(is_demo=True)
    actions.move_on(project, Stage.FUNDED, by=lin)
    assert told.count() == 1


def test_others_move_nothing(wang: User) -> None:
    with pytest.raises(NotAllowed):
        actions.move_on(ProjectFactory(), Stage.CONCEPT, by=wang)


def test_it_is_published_with_its_texts_and_the_terms_of_its_outputs(zhao: User) -> None:
    project = ProjectFactory(description_en="")
    MilestoneFactory(project=project, title_en="")
    OutputFactory(project=project, title_en="", licence="")

    with pytest.raises(NotReady) as refused:
        actions.publish_project(project, "en", by=zhao)

    assert len(refused.value.missing) == 4
    whole = actions.publish_project(ProjectFactory(), "zh-hans", by=zhao)
    assert actions.publish_project(whole, "en", by=zhao).published_languages == ["zh-hans", "en"]


def test_the_database_refuses_an_end_before_the_beginning() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ProjectFactory(starts_on="2027-01-01", ends_on="2026-01-01")


def test_projects_are_found_by_stage_theme_place_and_words(guo: User) -> None:
    province = ProvinceFactory()
    city = CityFactory(parent=province)
    here = public(ProjectFactory(place=city, title_en="Nets out of mangroves"))
    there = ProjectFactory(theme=ThemeFactory(code="ocean-finance"), stage=Stage.RUNNING)
    found = Project.objects

    assert list(found.at_stage(Stage.RUNNING)) == [there]
    assert list(found.with_theme("ocean-finance")) == [there]
    assert list(found.in_place(province.code)) == [here]
    assert list(found.containing("nets OUT")) == [here]
    assert found.all().themes() == {"mangroves", "ocean-finance"}
    assert found.all().place_codes() == {city.code, province.code, province.parent.code}
    assert found.all().by_stage() == {"idea": 1, "running": 1}
    assert list(found.all().moved_last_first()) == [there, here]
    assert list(found.visible_to(AnonymousUser())) == [here]
    assert set(found.visible_to(guo)) == {here, there}


def test_every_kind_of_output_is_cited_as_something() -> None:
    assert set(CITED_AS) == set(OutputKind)
