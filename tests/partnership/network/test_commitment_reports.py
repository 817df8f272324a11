"""Progress reports: given, returned, accepted, asked for; and the evidence for them."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, ReasonMissing
from partnership.core.models import AuditEvent
from partnership.network import actions
from partnership.network.actions import commitment_reports
from partnership.network.choices import Standing
from partnership.network.commitment_choices import CommitmentState, ReportState
from partnership.network.commitment_errors import (
    AlreadyAccepted,
    EvidenceDecided,
    EvidenceWithdrawn,
    NotRunning,
    NotSound,
    OwnerGone,
    PeriodNotOver,
    PeriodTaken,
    ReasonInBothLanguages,
    ReportDecided,
)
from partnership.network.models import (
    Commitment,
    CommitmentEvidence,
    CommitmentReport,
    Membership,
)
from partnership.network.roles import MemberRole
from partnership.notifications.models import OutgoingMessage
from tests.factories.commitments import (
    CommitmentFactory,
    EvidenceFactory,
    ReportFactory,
    days_ago,
)
from tests.factories.files import StoredFileFactory
from tests.factories.network import MembershipFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def point(wang: User) -> Membership:
    """Wang is the focal point of a partner."""
    return MembershipFactory(user=wang)


@pytest.fixture
def commitment(point: Membership) -> Commitment:
    """Wang's organisation has agreed to it."""
    made: Commitment = CommitmentFactory(organisation=point.organisation)
    return made


def typed(**changed: object) -> dict[str, Any]:
    period = {"period_from": days_ago(60), "period_to": days_ago(30)}
    return {**period, "value": 20, "text_zh_hans": "进展。", **changed}


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "lost"},
        {"text_zh_hans": "", "text_en": ""},
        {"period_from": days_ago(-1)},
        {"decided_at": None},
        {"state": ReportState.RETURNED},
    ],
)
def test_the_database_refuses(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportFactory(**wrong)


def test_the_database_refuses_a_second_report_on_a_period() -> None:
    report = ReportFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportFactory(commitment=report.commitment, given_on=report.given_on)


@pytest.mark.parametrize(
    "wrong", [{"title_zh_hans": "", "title_en": ""}, {"withdrawn_on": "2026-01-01"}]
)
def test_the_database_refuses_evidence(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        EvidenceFactory(**wrong)


def test_a_report_is_given_and_counts_once_it_is_accepted(
    commitment: Commitment, wang: User, lin: User
) -> None:
    report = actions.give_report(commitment, by=wang, **typed())
    assert not CommitmentReport.objects.accepted().exists()
    assert CommitmentReport.objects.waiting().get() == report

    actions.accept_report(report, by=lin)

    row = Commitment.objects.with_last_report().get()
    assert (row.state, row.last_value) == (CommitmentState.IN_PROGRESS, 20)
    history = AuditEvent.objects.about(report).values_list("verb", flat=True)
    assert set(history) == {"submitted", "accepted"}


def test_a_later_report_leaves_the_state_alone(
    commitment: Commitment, wang: User, lin: User
) -> None:
    commitment.state = CommitmentState.DELAYED
    commitment.save()

    actions.accept_report(actions.give_report(commitment, by=wang, **typed()), by=lin)

    commitment.refresh_from_db()
    assert commitment.state == CommitmentState.DELAYED


def test_of_two_people_who_report_a_period_the_second_is_told_who_was_first(
    commitment: Commitment, wang: User
) -> None:
    colleague = MembershipFactory(organisation=commitment.organisation, role=MemberRole.SUBMITTER)
    actions.give_report(commitment, by=wang, **typed())

    with pytest.raises(PeriodTaken) as refused:
        actions.give_report(
            commitment,
            by=colleague.user,
            **typed(period_from=days_ago(30), period_to=days_ago(1)),
        )

    assert "Wang" in str(refused.value)
    assert CommitmentReport.objects.count() == 1


def test_a_report_nobody_signed_is_the_organisations(commitment: Commitment, wang: User) -> None:
    ReportFactory(commitment=commitment)

    with pytest.raises(PeriodTaken) as refused:
        actions.give_report(commitment, by=wang, **typed(period_to=days_ago(1)))

    assert str(commitment.organisation) in str(refused.value)


def test_a_returned_report_is_corrected_and_decided_anew(
    commitment: Commitment, wang: User, lin: User
) -> None:
    report = actions.give_report(commitment, by=wang, **typed())
    with pytest.raises(ReasonInBothLanguages):
        actions.return_report(report, by=lin, reason_zh=" ", reason_en="Which beaches?")
    actions.return_report(report, by=lin, reason_zh="哪些海滩？", reason_en="Which beaches?")

    again = actions.correct_report(report, by=wang, **typed(value=25))

    assert (again.state, again.value, again.decided_by) == (ReportState.GIVEN, 25, None)
    assert (again.remark_zh_hans, again.remark_en) == ("哪些海滩？", "Which beaches?")
    assert AuditEvent.objects.about(report).filter(changes__value=["20.000", "25.000"]).exists()


def test_an_accepted_report_stays_as_it_is(commitment: Commitment, wang: User) -> None:
    report = ReportFactory(commitment=commitment)

    with pytest.raises(AlreadyAccepted):
        actions.correct_report(report, by=wang, **typed())


def test_two_colleagues_decide_and_the_first_decision_stands(lin: User, zhao: User) -> None:
    report = ReportFactory(state=ReportState.GIVEN)
    actions.accept_report(report, by=lin)

    with pytest.raises(ReportDecided) as refused:
        actions.return_report(report, by=zhao, reason_zh="否。", reason_en="No.")

    assert "Lin" in str(refused.value)


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"period_to": days_ago(61)}, NotSound),
        ({"text_zh_hans": ""}, NotSound),
        ({"period_to": days_ago(-1)}, PeriodNotOver),
    ],
)
def test_what_cannot_be_is_refused(
    commitment: Commitment, wang: User, wrong: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        actions.give_report(commitment, by=wang, **typed(**wrong))


@pytest.mark.parametrize("state", [CommitmentState.COMPLETED, CommitmentState.DROPPED])
def test_nothing_is_reported_on_what_has_ended(
    commitment: Commitment, wang: User, lin: User, state: CommitmentState
) -> None:
    commitment.state = state
    commitment.save()

    with pytest.raises(NotRunning):
        actions.give_report(commitment, by=wang, **typed())
    with pytest.raises(NotRunning):
        actions.ask_for_report(commitment, by=lin)


def test_strangers_report_and_decide_nothing(commitment: Commitment, nguyen: User) -> None:
    report = ReportFactory(commitment=commitment, state=ReportState.GIVEN)
    evidence = EvidenceFactory(commitment=commitment)

    with pytest.raises(NotAllowed):
        actions.give_report(commitment, by=nguyen, **typed())
    with pytest.raises(NotAllowed):
        actions.accept_report(report, by=nguyen)
    with pytest.raises(NotAllowed):
        actions.add_evidence(commitment, StoredFileFactory(), by=nguyen, title_en="A")
    with pytest.raises(NotAllowed):
        actions.withdraw_evidence(evidence, by=nguyen, reason_en="Mine.")
    with pytest.raises(NotAllowed):
        actions.ask_for_report(commitment, by=nguyen)


def test_evidence_is_withdrawn_with_a_reason_and_its_row_stays(
    commitment: Commitment, wang: User, lin: User
) -> None:
    evidence = actions.add_evidence(commitment, StoredFileFactory(), by=wang, title_zh_hans="函")
    with pytest.raises(ReasonMissing):
        actions.withdraw_evidence(evidence, by=wang, reason_en=" ")
    with pytest.raises(ReasonInBothLanguages):
        actions.withdraw_evidence(evidence, by=lin, reason_en="Wrong file.")
    actions.withdraw_evidence(evidence, by=wang, reason_en="Wrong file.")
    with pytest.raises(EvidenceWithdrawn):
        actions.withdraw_evidence(evidence, by=lin, reason_en="Again.")

    row = CommitmentEvidence.objects.get()
    assert (row.is_standing, row.reason_en) == (False, "Wrong file.")
    assert not CommitmentEvidence.objects.standing().exists()


def test_evidence_is_public_with_the_report_it_belongs_to(lin: User) -> None:
    waiting = ReportFactory(state=ReportState.GIVEN)
    EvidenceFactory(commitment=waiting.commitment, report=waiting)
    evidence = actions.add_evidence(
        waiting.commitment, StoredFileFactory(), by=lin, title_en="Letter"
    )

    assert CommitmentEvidence.objects.public().get() == evidence
    assert str(evidence) == "photo.jpg"
    assert str(EvidenceFactory()) == "证明材料"


def test_what_an_owner_adds_is_public_once_the_secretariat_accepts_it(
    commitment: Commitment, wang: User, lin: User
) -> None:
    added, wrong, with_report = (
        actions.add_evidence(commitment, StoredFileFactory(), by=wang, report=report, title_en="A")
        for report in (None, None, ReportFactory(commitment=commitment, state=ReportState.GIVEN))
    )
    rows = CommitmentEvidence.objects
    assert not rows.public().exists()
    assert set(rows.waiting()) == {added, wrong}
    with pytest.raises(NotAllowed):
        actions.accept_evidence(added, by=wang)

    actions.accept_evidence(added, by=lin)
    actions.withdraw_evidence(wrong, by=lin, reason_zh="另一年的。", reason_en="Of another year.")

    assert rows.public().get() == added
    assert not rows.waiting().exists()
    for decided, refusal in (
        (added, EvidenceDecided),
        (with_report, EvidenceDecided),
        (wrong, EvidenceWithdrawn),
    ):
        with pytest.raises(refusal):
            actions.accept_evidence(decided, by=lin)
    told = OutgoingMessage.objects.filter(kind="network.evidence_decided").order_by("pk")
    assert [row.to_address for row in told] == [wang.email] * 2
    assert "另一年的。" in told[1].text
    assert "Of another year." not in told[1].text


def test_reports_are_seen_by_who_may(
    commitment: Commitment, wang: User, lin: User, nguyen: User
) -> None:
    report = ReportFactory(commitment=commitment, state=ReportState.GIVEN)

    for person, sees in ((wang, True), (lin, True), (nguyen, False), (AnonymousUser(), False)):
        assert CommitmentReport.objects.visible_to(person).filter(pk=report.pk).exists() == sees
        assert Commitment.objects.visible_to(person).exists()
    assert not Commitment.objects.of(AnonymousUser()).exists()
    assert str(days_ago(0).year) in str(report)


def test_the_secretariat_asks_for_a_report(commitment: Commitment, lin: User) -> None:
    asked = actions.ask_for_report(commitment, by=lin)

    assert (asked.asked_on, asked.times_asked) == (days_ago(0), 1)
    closed = CommitmentFactory(organisation=OrganisationFactory(standing=Standing.CLOSED))
    with pytest.raises(OwnerGone):
        actions.ask_for_report(closed, by=lin)


def test_over_two_years_it_is_asked_for_each_report_a_few_times(
    commitment: Commitment, wang: User, lin: User
) -> None:
    begun, asked_on = timezone.now(), []
    for day in range(0, 731, 5):
        with time_machine.travel(begun + timedelta(days=day), tick=False):
            if actions.ask_for_due_reports():
                asked_on.append(day)
                assert actions.ask_for_due_reports() == 0
            if day == 400:
                report = actions.give_report(commitment, by=wang, **typed(period_to=days_ago(1)))
                actions.accept_report(report, by=lin)

    assert asked_on == [335, 365, 395, 730]
    commitment.refresh_from_db()
    assert commitment.times_asked == 1


@pytest.mark.parametrize(("months", "first"), [(3, 61), (6, 152), (12, 335)])
def test_it_is_asked_in_the_rhythm_of_the_commitment(months: int, first: int) -> None:
    commitment = CommitmentFactory(report_every=months)

    assert not actions.ask_for_due_reports(days_ago(1 - first))
    assert actions.ask_for_due_reports(days_ago(-first))
    assert Commitment.objects.with_light(days_ago(-364)).get(pk=commitment.pk).finding == "fresh"


def test_it_is_asked_at_most_four_times_and_when_the_due_date_passes() -> None:
    silent = CommitmentFactory(agreed_on=days_ago(600))
    passed = CommitmentFactory(agreed_on=days_ago(30), due_on=days_ago(0))
    waits = ReportFactory(
        commitment__agreed_on=days_ago(600), state=ReportState.GIVEN, given_on=days_ago(200)
    )
    for day in range(0, 300, 10):
        actions.ask_for_due_reports(days_ago(-day))

    silent.refresh_from_db()
    passed.refresh_from_db()
    waits.commitment.refresh_from_db()
    assert (silent.times_asked, passed.times_asked, waits.commitment.times_asked) == (4, 4, 0)


def test_a_second_worker_asks_nobody_twice(commitment: Commitment) -> None:
    assert commitment_reports._ask_if_due(commitment.pk, days_ago(-400))
    assert not commitment_reports._ask_if_due(commitment.pk, days_ago(-400))
