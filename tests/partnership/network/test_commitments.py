"""What the database and the deeds hold of commitments."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import Client

from partnership.accounts.models import User
from partnership.core.errors import ChangedMeanwhile, NotAllowed, TransitionRefused
from partnership.core.models import AuditEvent
from partnership.documents import actions as documents
from partnership.documents.models import StoredFile
from partnership.network import actions
from partnership.network.choices import Standing
from partnership.network.commitment_choices import COMMITMENT_TRANSITIONS, CommitmentState
from partnership.network.commitment_errors import (
    EvidenceMissing,
    LanguageMissing,
    NotSound,
    OwnerGone,
    ReasonInBothLanguages,
    SameOwner,
    TargetNotReached,
)
from partnership.network.models import Commitment, Membership
from partnership.network.roles import MemberRole
from partnership.notifications.models import OutgoingMessage
from tests.factories.commitments import (
    CommitmentFactory,
    EvidenceFactory,
    ProposalFactory,
    ReportFactory,
    completed,
    days_ago,
)
from tests.factories.network import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

FIELDS: dict[str, Any] = {
    "kind": "action",
    "title_zh_hans": "每周清理全部海岸",
    "unit_zh_hans": "千米",
    "baseline": 10,
    "target": 40,
    "due_on": days_ago(-300),
}
S = CommitmentState
MERGED = {"reason_zh": "职能已经划转。", "reason_en": "The task has moved."}
WHY = {"reason_zh": "招标流标。", "reason_en": "Tender failed."}


@pytest.fixture
def point(wang: User) -> Membership:
    """Wang is the focal point of a partner."""
    return MembershipFactory(user=wang)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "promise"},
        {"direction": "left"},
        {"state": "done"},
        {"title_zh_hans": "", "title_en": ""},
        {"unit_zh_hans": "", "unit_en": ""},
        {"unit_en": ""},
        {"target": 10},
        {"direction": "down"},
        {"agreed_on": None},
        {"settled_on": None},
        {"state": "proposed"},
    ],
)
def test_the_database_refuses(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CommitmentFactory(**wrong)


def test_the_database_keeps_what_was_agreed() -> None:
    report = ReportFactory()
    evidence = EvidenceFactory(commitment=report.commitment, report=report)
    for row in (evidence, report, CommitmentFactory()):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.update(agreed_on=days_ago(3))


def test_the_database_lets_a_proposal_go() -> None:
    proposal = ProposalFactory()
    EvidenceFactory(commitment=proposal).delete()
    proposal.delete()

    assert not Commitment.objects.exists()


def test_an_organisation_proposes_and_corrects_and_nobody_outside_sees_it(
    point: Membership, nguyen: User
) -> None:
    made = actions.propose_commitment(point.organisation, by=point.user, **FIELDS)
    edited = actions.edit_commitment(made, by=point.user, version=1, target=50)

    assert (edited.state, edited.target, edited.version) == (S.PROPOSED, 50, 2)
    assert not Commitment.objects.public().exists()
    assert not Commitment.objects.visible_to(nguyen).exists()
    assert Commitment.objects.visible_to(point.user).get() == made
    verbs = AuditEvent.objects.about(made).values_list("verb", flat=True)
    assert set(verbs) == {"submitted", "changed"}


@pytest.mark.parametrize("role", [MemberRole.DRAFTER, MemberRole.ENDORSER])
def test_who_may_not_submit_for_it_proposes_nothing(role: MemberRole) -> None:
    member = MembershipFactory(role=role)

    with pytest.raises(NotAllowed):
        actions.propose_commitment(member.organisation, by=member.user, **FIELDS)


def test_the_secretariat_may_propose_for_an_organisation(lin: User) -> None:
    made = actions.propose_commitment(OrganisationFactory(), by=lin, **FIELDS)

    assert made.state == S.PROPOSED


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"unit_zh_hans": ""}, "单位"),
        ({"target": 5}, "另一个方向"),
        ({"target": 10}, "另一个方向"),
        ({"direction": "down", "target": 20}, "另一个方向"),
    ],
)
def test_a_figure_that_says_nothing_is_refused_in_words(
    point: Membership, wrong: dict[str, object], word: str
) -> None:
    with pytest.raises(NotSound) as refused:
        actions.propose_commitment(point.organisation, by=point.user, **{**FIELDS, **wrong})

    assert word in str(refused.value)


def test_a_target_below_the_baseline_is_right_downwards(point: Membership) -> None:
    fields = {**FIELDS, "baseline": 40, "target": 10, "direction": "down"}

    assert actions.propose_commitment(point.organisation, by=point.user, **fields).pk


def test_what_is_agreed_its_owner_no_longer_edits(point: Membership) -> None:
    commitment = CommitmentFactory(organisation=point.organisation)

    with pytest.raises(NotAllowed):
        actions.edit_commitment(commitment, by=point.user, version=1, target=50)
    with pytest.raises(NotAllowed):
        actions.lock_commitment(commitment, by=MembershipFactory().user)


def test_the_later_of_two_editors_is_refused(lin: User) -> None:
    commitment = CommitmentFactory()
    actions.lock_commitment(commitment, by=lin)
    actions.settle_commitment(commitment)

    with pytest.raises(ChangedMeanwhile):
        actions.edit_commitment(commitment, by=lin, version=1, target=50)


def test_the_secretariat_agrees_and_it_is_public(lin: User) -> None:
    agreed = actions.change_commitment(ProposalFactory(), S.AGREED, by=lin)

    assert agreed.agreed_on == agreed.settled_on == days_ago(0)
    assert Commitment.objects.public().get() == agreed


def test_only_the_secretariat_agrees(point: Membership) -> None:
    with pytest.raises(NotAllowed):
        actions.change_commitment(ProposalFactory(), S.AGREED, by=point.user)


def test_it_is_agreed_in_both_languages_and_with_a_partner_only(lin: User) -> None:
    with pytest.raises(LanguageMissing):
        actions.change_commitment(ProposalFactory(unit_en=""), S.AGREED, by=lin)
    closed = OrganisationFactory(standing=Standing.CLOSED)
    with pytest.raises(OwnerGone):
        actions.change_commitment(ProposalFactory(organisation=closed), S.AGREED, by=lin)


@pytest.mark.parametrize("state", CommitmentState)
@pytest.mark.parametrize("target", CommitmentState)
def test_steps_that_are_not_in_the_table_are_refused(
    lin: User, state: CommitmentState, target: CommitmentState
) -> None:
    if target in COMMITMENT_TRANSITIONS[state]:
        return
    never = {"agreed_on": None} if state == S.PROPOSED else {}
    with pytest.raises(TransitionRefused):
        actions.change_commitment(CommitmentFactory(state=state, **never), target, by=lin)


@pytest.mark.parametrize("state", [S.DELAYED, S.DROPPED])
def test_a_delay_and_an_end_need_a_reason(lin: User, state: CommitmentState) -> None:
    commitment = CommitmentFactory()
    with pytest.raises(ReasonInBothLanguages):
        actions.change_commitment(commitment, state, by=lin, reason_zh="招标流标。", reason_en=" ")

    changed = actions.change_commitment(commitment, state, by=lin, **WHY)

    assert (changed.state, changed.reason_zh_hans) == (state, "招标流标。")
    assert changed.reason_en == "Tender failed."
    assert AuditEvent.objects.about(changed).get().note == "招标流标。"


def test_documents_of_a_proposal_are_looked_at_with_it(lin: User, point: Membership) -> None:
    made = ProposalFactory(organisation=point.organisation)
    EvidenceFactory(commitment=made, accepted_on=None)
    assert not made.evidence.waiting().exists()

    actions.change_commitment(made, S.AGREED, by=lin)

    assert made.evidence.public().exists()


def test_it_is_completed_when_a_report_and_a_document_show_it(lin: User) -> None:
    commitment = CommitmentFactory(state=S.IN_PROGRESS)
    with pytest.raises(TargetNotReached) as refused:
        actions.change_commitment(commitment, S.COMPLETED, by=lin)
    assert "40" in str(refused.value)
    report = ReportFactory(commitment=commitment, value=40)
    with pytest.raises(EvidenceMissing):
        actions.change_commitment(commitment, S.COMPLETED, by=lin)
    EvidenceFactory(commitment=commitment, report=report)

    assert actions.change_commitment(commitment, S.COMPLETED, by=lin).state == S.COMPLETED


def test_a_completed_one_is_taken_up_again_with_a_reason(lin: User) -> None:
    commitment = completed()
    with pytest.raises(ReasonInBothLanguages):
        actions.change_commitment(commitment, S.IN_PROGRESS, by=lin)

    again = actions.change_commitment(commitment, S.IN_PROGRESS, by=lin, **WHY)

    assert again.state == S.IN_PROGRESS


def test_a_commitment_of_a_body_that_merged_is_handed_over(lin: User, point: Membership) -> None:
    report = ReportFactory(commitment__organisation__name_zh_hans="旧局")
    commitment = report.commitment
    actions.change_standing(commitment.organisation, Standing.CLOSED, by=lin, reason="Merged.")
    assert list(Commitment.objects.orphaned()) == [commitment]

    moved = actions.hand_over(commitment, point.organisation, by=lin, **MERGED)

    assert not Commitment.objects.orphaned().exists()
    assert Commitment.objects.of(point.user).get() == moved
    assert moved.reports.get() == report
    assert "旧局" in AuditEvent.objects.about(moved).get().note
    handover = moved.handovers.get()
    assert (handover.giver.name_zh_hans, handover.taker) == ("旧局", point.organisation)
    with pytest.raises(IntegrityError), transaction.atomic():
        handover.delete()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_both_organisations_are_told_why_it_was_handed_over(
    lin: User, point: Membership, client: Client, language: str
) -> None:
    giver = MembershipFactory(user__language=language)
    commitment = CommitmentFactory(organisation=giver.organisation)

    actions.hand_over(commitment, point.organisation, by=lin, **MERGED)

    told = OutgoingMessage.objects.filter(kind="network.commitment_handed_over")
    assert {each.recipient for each in told} == {giver.user, point.user}
    words = {"en": "The task has moved.", "zh-hans": "职能已经划转。"}[language]
    assert words in told.get(recipient=giver.user).text
    public = client.get(f"/{language}/commitments/{commitment.pk}/").content.decode()
    assert str(getattr(giver.organisation, f"name_{language.replace('-', '_')}")) in public
    assert words not in public
    (earlier,) = client.get(f"/api/v1/commitments/{commitment.pk}/").json()["earlier_owners"]
    assert earlier["organisation"] == giver.organisation.slug
    assert earlier["organisation_name"]["en"] == giver.organisation.name_en
    client.force_login(point.user)
    address = f"/{language}/my-organisations/{point.organisation.slug}/commitments/{commitment.pk}/"
    assert words in client.get(address).content.decode()


def test_it_is_handed_over_to_another_partner_only(lin: User) -> None:
    commitment, closed = CommitmentFactory(), OrganisationFactory(standing=Standing.CLOSED)
    with pytest.raises(ReasonInBothLanguages):
        actions.hand_over(commitment, OrganisationFactory(), by=lin, **{**MERGED, "reason_en": " "})
    with pytest.raises(SameOwner):
        actions.hand_over(commitment, commitment.organisation, by=lin, **MERGED)
    with pytest.raises(OwnerGone):
        actions.hand_over(commitment, closed, by=lin, **MERGED)
    assert not commitment.handovers.exists()


def test_a_proposal_is_thrown_away_with_its_files(point: Membership) -> None:
    made = actions.propose_commitment(point.organisation, by=point.user, **FIELDS)
    file = documents.upload(ContentFile(b"%PDF", "a.pdf"), by=point.user)
    actions.add_evidence(made, file, by=point.user, title_zh_hans="函")

    actions.withdraw_proposal(made, by=point.user)

    assert not Commitment.objects.exists()
    assert not StoredFile.objects.filter(pk=file.pk).exists()


def test_what_was_agreed_is_not_thrown_away(lin: User) -> None:
    with pytest.raises(TransitionRefused):
        actions.withdraw_proposal(CommitmentFactory(), by=lin)


def test_names_say_what_is_there() -> None:
    assert str(CommitmentFactory(title_zh_hans="承诺")) == "承诺"
    assert str(Commitment(pk=7)) == "#7"
