"""Commitments on the secretariat's desk."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core.admin import waiting
from partnership.network.choices import Standing
from partnership.network.models import Commitment, CommitmentEvidence, CommitmentReport
from partnership.notifications.models import OutgoingMessage
from partnership.notifications.registry import kinds
from tests.factories.commitments import (
    CommitmentFactory,
    EvidenceFactory,
    ProposalFactory,
    ReportFactory,
    days_ago,
)
from tests.factories.network import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

LIST = reverse("admin:partnership_commitment_changelist")
REPORTS = reverse("admin:partnership_commitmentreport_changelist")
WHY = {"reason_zh": "招标流标。", "reason_en": "Tender failed."}
EVIDENCE = reverse("admin:partnership_commitmentevidence_changelist")


@pytest.fixture
def desk(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


def deed(row: object, slug: str) -> str:
    meta = row._meta  # type: ignore[attr-defined]
    name = f"admin:{meta.app_label}_{meta.model_name}_deed"
    return reverse(name, args=[row.pk, slug])  # type: ignore[attr-defined]


def change(row: object) -> str:
    meta = row._meta  # type: ignore[attr-defined]
    name = f"admin:{meta.app_label}_{meta.model_name}_change"
    return reverse(name, args=[row.pk])  # type: ignore[attr-defined]


def sent(kind: str) -> list[str]:
    rows = OutgoingMessage.objects.filter(kind=kind)
    return list(rows.values_list("to_address", flat=True))


def test_lists_ask_the_same_number_of_queries_for_1_3_and_50_rows(desk: Client) -> None:
    report = ReportFactory()
    commitment = report.commitment
    EvidenceFactory(commitment=commitment)
    asked: dict[str, list[int]] = {LIST: [], REPORTS: [], EVIDENCE: []}
    for path in asked:
        desk.get(path)
    for more in (0, 2, 47):
        rows = CommitmentFactory.build_batch(more, organisation=commitment.organisation)
        Commitment.objects.bulk_create(rows)
        CommitmentReport.objects.bulk_create(
            ReportFactory.build(commitment=commitment, given_on=days_ago(more * 10 + number + 1))
            for number in range(more)
        )
        for path, found in asked.items():
            with CaptureQueriesContext(connection) as queries:
                assert desk.get(path).status_code == 200
            found.append(len(queries))

    assert all(len(set(found)) == 1 for found in asked.values()), asked


def test_the_list_is_narrowed_by_light_and_state(desk: Client) -> None:
    red, green = CommitmentFactory(due_on=days_ago(1)), CommitmentFactory()

    def rows(query: str) -> set[Commitment]:
        return set(desk.get(LIST, dict([query.split("=")])).context["cl"].result_list)

    assert rows("light=red") == {red}
    assert rows("state=agreed") == {red, green}


def test_a_commitment_is_proposed_agreed_and_edited(desk: Client) -> None:
    member = MembershipFactory()
    texts = {"title": "T", "indicator": "I", "unit": "U", "description": "D"}
    pairs = {f"{k}_{c}": v for k, v in texts.items() for c in ("zh_hans", "en")}
    form = {
        **pairs,
        "kind": "policy",
        "baseline": "0",
        "target": "5",
        "direction": "up",
        "due_on": str(days_ago(-100)),
        "report_every": "6",
    }
    desk.post(
        reverse("admin:partnership_commitment_add"),
        {**form, "organisation": member.organisation.pk},
    )
    made = Commitment.objects.get()
    assert made.state == "proposed"

    desk.post(deed(made, "agree"))
    made.refresh_from_db()
    assert made.is_public
    assert sent("network.commitment_settled") == [member.user.email]

    assert desk.get(change(made)).status_code == 200
    desk.post(change(made), {**form, "target": "6", "opened_version": made.version})
    made.refresh_from_db()
    assert (made.target, made.report_every) == (6, 6)


def test_what_forbids_an_agreement_is_said_on_the_page(desk: Client) -> None:
    proposal = ProposalFactory(unit_en="")

    page = desk.post(deed(proposal, "agree")).content.decode()

    assert "两种语言" in page or "中英文" in page
    assert Commitment.objects.get().state == "proposed"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "“Old bureau” takes no part in the partnership. Hand the commitment over"),
        (
            "zh-hans",
            "“旧局”未参加伙伴关系。请将该承诺移交承接其工作的组织，或说明原因后终止。",
        ),
    ],
)
def test_that_the_owner_is_gone_is_said_in_the_language_of_the_desk(
    client: Client, lin: User, language: str, words: str
) -> None:
    lin.language = language
    lin.save()
    client.force_login(lin)
    closed = OrganisationFactory(
        standing=Standing.CLOSED, name_en="Old bureau", name_zh_hans="旧局"
    )
    proposal, running = ProposalFactory(organisation=closed), CommitmentFactory(organisation=closed)

    for refused in (deed(proposal, "agree"), deed(running, "ask")):
        assert words in client.post(refused, follow=True).content.decode()

    proposal.refresh_from_db()
    running.refresh_from_db()
    assert (proposal.state, running.asked_on) == ("proposed", None)


def test_the_owner_is_asked_told_and_reviewed(desk: Client) -> None:
    member = MembershipFactory()
    commitment = CommitmentFactory(organisation=member.organisation)
    desk.post(deed(commitment, "ask"))
    assert sent("network.report_asked") == [member.user.email]

    first, second = (
        ReportFactory(commitment=commitment, state="given", given_on=days_ago(days))
        for days in (0, 90)
    )
    EvidenceFactory(commitment=commitment, report=first)
    assert desk.get(change(first)).status_code == 200
    desk.post(deed(first, "accept"))
    desk.post(deed(second, "return"), WHY)

    assert CommitmentReport.objects.accepted().get() == first
    assert len(sent("network.report_decided")) == 2


def test_states_follow_the_buttons(desk: Client) -> None:
    commitment = CommitmentFactory()
    partner = OrganisationFactory()
    assert (
        "招标流标。"
        in desk.post(deed(commitment, "delay"), {"reason_zh": WHY["reason_zh"]}).content.decode()
    )
    desk.post(deed(commitment, "delay"), WHY)
    desk.post(deed(commitment, "begin"))
    desk.post(
        deed(commitment, "hand-over"),
        {"organisation": partner.pk, "reason_zh": "已合并。", "reason_en": "Merged."},
    )
    evidence = EvidenceFactory(
        commitment=commitment, report=ReportFactory(commitment=commitment, value=40)
    )
    desk.post(deed(commitment, "complete"))
    commitment.refresh_from_db()
    assert (commitment.state, commitment.organisation) == ("completed", partner)

    assert desk.get(change(evidence)).status_code == 200
    added = EvidenceFactory(commitment=commitment, accepted_on=None)
    found = desk.get(f"{EVIDENCE}?state=waiting").context["cl"].result_list
    assert list(found) == [added]
    desk.post(deed(added, "accept"))
    added.refresh_from_db()
    assert added.accepted_on == days_ago(0)
    desk.post(deed(added, "withdraw"), WHY)
    withdrawn = desk.get(f"{EVIDENCE}?state=withdrawn").context["cl"].result_list
    assert list(withdrawn) == [added]
    assert desk.get(EVIDENCE).context["cl"].result_count == 2
    desk.post(deed(evidence, "withdraw"), WHY)
    assert not CommitmentEvidence.objects.standing().exists()
    desk.post(deed(commitment, "resume"), WHY)
    commitment.refresh_from_db()
    assert commitment.state == "in-progress"


def test_the_desk_counts_what_waits(lin: User) -> None:
    ProposalFactory()
    ReportFactory(state="given")
    closed = OrganisationFactory(standing=Standing.CLOSED)
    EvidenceFactory(commitment=CommitmentFactory(organisation=closed), accepted_on=None)
    lists = (LIST, REPORTS, EVIDENCE)

    found = [each for each in waiting.items_for(lin) if each.url.startswith(lists)]

    assert [each.count for each in found] == [1, 1, 1, 1]


def test_every_kind_of_message_is_registered() -> None:
    known = {kind.key for kind in kinds()}

    assert {"network.commitment_settled", "network.report_asked", "network.report_decided"} <= known
