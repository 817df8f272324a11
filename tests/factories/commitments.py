"""Commitments for tests. `CommitmentFactory` makes an agreed one of a listed partner, due in two
years; the days count from today."""

from datetime import date, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from partnership.network.commitment_choices import CommitmentKind, CommitmentState, ReportState
from partnership.network.models import Commitment, CommitmentEvidence, CommitmentReport
from tests.factories.files import StoredFileFactory
from tests.factories.network import ListedOrganisationFactory


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


class CommitmentFactory(DjangoModelFactory):
    """Agreed today, in both languages, without a report: from 10 km to 40 km."""

    class Meta:
        model = Commitment

    organisation = factory.SubFactory(ListedOrganisationFactory)
    kind = CommitmentKind.ACTION
    title_zh_hans = factory.Sequence(lambda n: f"承诺{n}")
    title_en = factory.Sequence(lambda n: f"Commitment {n}")
    description_zh_hans = "说明。"
    description_en = "Description."
    indicator_zh_hans = "每周清理的岸线"
    indicator_en = "Shore cleaned every week"
    unit_zh_hans = "千米"
    unit_en = "km"
    baseline = 10
    target = 40
    due_on = factory.LazyFunction(lambda: days_ago(-730))
    state = CommitmentState.AGREED
    agreed_on = factory.LazyFunction(lambda: days_ago(0))
    settled_on = factory.LazyFunction(lambda: days_ago(0))


class ProposalFactory(CommitmentFactory):
    """Proposed, agreed by nobody."""

    state = CommitmentState.PROPOSED
    agreed_on = None
    settled_on = None


class ReportFactory(DjangoModelFactory):
    """Accepted; about the thirty days before the day it was given."""

    class Meta:
        model = CommitmentReport

    commitment = factory.SubFactory(CommitmentFactory)
    given_on = factory.LazyFunction(lambda: days_ago(0))
    period_to = factory.SelfAttribute("given_on")
    period_from = factory.LazyAttribute(lambda report: report.period_to - timedelta(days=29))
    value = 20
    text_zh_hans = "进展。"
    text_en = "Progress."
    state = ReportState.ACCEPTED
    decided_at = factory.LazyAttribute(lambda report: _decided(report.state))


class EvidenceFactory(DjangoModelFactory):
    """Stands, and is accepted: by itself, or with its report."""

    class Meta:
        model = CommitmentEvidence

    commitment = factory.SubFactory(CommitmentFactory)
    title_zh_hans = "证明材料"
    title_en = "Evidence"
    file = factory.SubFactory(StoredFileFactory)
    report = None
    accepted_on = factory.LazyAttribute(lambda evidence: None if evidence.report else days_ago(0))


def completed(**values: Any) -> Commitment:
    """A commitment whose target is reached, with a document that shows it."""
    state = {"state": CommitmentState.COMPLETED, **values}
    commitment: Commitment = CommitmentFactory(**state)
    EvidenceFactory(commitment=commitment, report=ReportFactory(commitment=commitment, value=40))
    return commitment


def _decided(state: str) -> Any:
    return None if state == ReportState.GIVEN else timezone.now()
