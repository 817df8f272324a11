"""Messages about commitments to those who submit for the owner."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from partnership.accounts.models import User
from partnership.network.models import (
    Commitment,
    CommitmentEvidence,
    CommitmentReport,
    Handover,
    Membership,
    Organisation,
)
from partnership.network.roles import Right
from partnership.notifications.actions.telling import notify


def settled(commitment: Commitment) -> None:
    """The secretariat has agreed to it, or noted a new state."""
    _tell("network.commitment_settled", commitment, f"version-{commitment.version}")


def handed_over(handover: Handover) -> None:
    """Both organisations hear of it; its page is where both can read on."""
    commitment = handover.commitment
    for organisation in (handover.giver, handover.taker):
        for person in _people(organisation):
            notify(
                "network.commitment_handed_over",
                person,
                event=f"commitment-{commitment.pk}-handover-{handover.pk}",
                page=lambda: reverse("network:commitment", args=[commitment.pk]),
                commitment=commitment,
                handover=handover,
            )


def asked(commitment: Commitment) -> None:
    """A report is due, or the secretariat would like one."""
    event = f"asked-{commitment.asked_on}-{commitment.times_asked}"
    _tell("network.report_asked", commitment, event)


def decided(report: CommitmentReport) -> None:
    """The secretariat has accepted a report, or returned it with a remark."""
    event = f"report-{report.pk}-{report.decided_at:%Y%m%d%H%M%S}"
    _tell("network.report_decided", report.commitment, event, report=report)


def evidence_decided(evidence: CommitmentEvidence) -> None:
    """The secretariat has accepted a document of a commitment, or hands it out no longer."""
    deed = "accepted" if evidence.is_standing else "withdrawn"
    event = f"evidence-{evidence.pk}-{deed}"
    _tell("network.evidence_decided", evidence.commitment, event, evidence=evidence)


def _tell(kind: str, commitment: Commitment, event: str, **context: Any) -> None:
    address = [commitment.organisation.slug, commitment.pk]
    for person in _people(commitment.organisation):
        notify(
            kind,
            person,
            event=f"commitment-{commitment.pk}-{event}",
            page=lambda: reverse("network:own-commitment", args=address),
            commitment=commitment,
            **context,
        )


def _people(organisation: Organisation) -> Iterator[User]:
    rows = Membership.objects.with_right(Right.SUBMIT).select_related("user")
    for membership in rows.filter(organisation=organisation).in_order():
        yield membership.user
