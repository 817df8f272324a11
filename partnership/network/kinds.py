"""The kinds of message of the network; beforehand each is looked at with what happened last."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.network.models import (
    Commitment,
    CommitmentEvidence,
    CommitmentReport,
    Enquiry,
    Handover,
    Membership,
    MembershipRequest,
    NameChange,
    Organisation,
)
from partnership.network.roles import MemberRole
from partnership.notifications.choices import MailChoice
from partnership.notifications.registry import Context, Kind, register


def _example() -> Organisation:
    return Organisation(name_zh_hans="组织示例", name_en="Example of an organisation")


def _membership(person: User) -> Context:
    """What the last member was told, as if it were the reader."""
    rows = Membership.objects.live().select_related("organisation")
    last = rows.order_by("-approved_at", "-pk").first()
    membership = Membership(
        user=person,
        organisation=last.organisation if last else _example(),
        role=last.role if last else MemberRole.SUBMITTER,
    )
    return {
        "person": person,
        "organisation": membership.organisation,
        "membership": membership,
        "link": links.absolute("network:mine", person.language),
    }


def _name(person: User) -> Context:
    last = NameChange.objects.select_related("organisation").order_by("-pk").first()
    change = last or NameChange(
        organisation=_example(),
        chinese_name="–",
        english_name="–",
        reason="–",
    )
    return {**_membership(person), "organisation": change.organisation, "change": change}


def _commitment(person: User) -> Context:
    last = Commitment.objects.select_related("organisation").order_by("-pk").first()
    commitment = last or Commitment(
        organisation=_example(),
        title_zh_hans="承诺示例",
        title_en="Example of a commitment",
        reason="–",
    )
    reports = CommitmentReport.objects.filter(commitment=last).order_by("-pk")
    report = reports.first() or CommitmentReport(
        commitment=commitment, remark_zh_hans="–", remark_en="–"
    )
    evidence = CommitmentEvidence.objects.filter(commitment=last).order_by("-pk").first()
    page = links.absolute("network:mine", person.language)
    return {
        "commitment": commitment,
        "report": report,
        "evidence": evidence or CommitmentEvidence(title_zh_hans="–", title_en="–"),
        "link": page,
    }


def _handover(person: User) -> Context:
    rows = Handover.objects.select_related("commitment", "giver", "taker")
    last = rows.order_by("-pk").first()
    if last is None:
        commitment: Any = _commitment(person)["commitment"]
        owner = commitment.organisation
        last = Handover(
            commitment=commitment, giver=owner, taker=owner, reason_zh_hans="–", reason_en="–"
        )
    page = links.absolute("network:commitments", person.language)
    return {"commitment": last.commitment, "handover": last, "link": page}


def _request(person: User) -> Context:
    last = MembershipRequest.objects.order_by("-pk").first()
    return {
        "organisation": last.organisation_name if last else _example(),
        "reason": last.reason if last and last.reason else "–",
        "reference": last.reference if last else "ABCDEFGHJK",
        "link": links.absolute("network:mine", person.language),
    }


def _enquiry(_person: User) -> Context:
    last = Enquiry.objects.exclude(answer="").order_by("-pk").first()
    return {
        "answer": last.answer if last else "–",
        "reference": last.reference if last else "ABCDEFGHJK",
    }


register(
    Kind(
        "network.asked",
        _("Request for membership"),
        _request,
        is_optional=True,
        mail=MailChoice.DAILY,
        roles=frozenset({Role.SECRETARIAT}),
    ),
    Kind("network.invited", _("Invited to act for an organisation"), _membership),
    Kind("network.approved", _("Request for membership approved"), _membership),
    Kind("network.refused", _("Request for membership refused"), _request),
    Kind("network.withdrawn", _("Membership ended"), _membership),
    Kind("network.name_approved", _("Change of a name approved"), _name),
    Kind("network.name_refused", _("Change of a name refused"), _name),
    Kind("network.answered", _("Answer to an enquiry"), _enquiry),
    Kind("network.commitment_settled", _("New state of a commitment"), _commitment),
    Kind("network.commitment_handed_over", _("Commitment handed over"), _handover),
    Kind("network.report_asked", _("Report on a commitment asked for"), _commitment),
    Kind("network.report_decided", _("Report on a commitment reviewed"), _commitment),
    Kind("network.evidence_decided", _("Document of a commitment reviewed"), _commitment),
)
