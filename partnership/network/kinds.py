"""The kinds of message of the network."""

from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.network.models import (
    Commitment,
    CommitmentReport,
    Membership,
    NameChange,
    Organisation,
)
from partnership.network.roles import MemberRole
from partnership.notifications.choices import MailChoice
from partnership.notifications.registry import Context, Kind, register


def _membership(person: User) -> Context:
    organisation = Organisation.objects.first() or Organisation(name_zh_hans="–", name_en="–")
    membership = Membership(user=person, organisation=organisation, role=MemberRole.SUBMITTER)
    return {
        "person": person,
        "organisation": organisation,
        "membership": membership,
        "link": links.absolute("network:mine", person.language),
    }


def _name(person: User) -> Context:
    change = NameChange(chinese_name="–", english_name="–", reason="–")
    return {**_membership(person), "change": change}


def _commitment(person: User) -> Context:
    organisation = Organisation(name_zh_hans="–", name_en="–")
    commitment = Commitment(organisation=organisation, title_zh_hans="–", title_en="–", reason="–")
    report = CommitmentReport(commitment=commitment, remark="–")
    page = links.absolute("network:mine", person.language)
    return {"commitment": commitment, "report": report, "link": page}


def _text(person: User) -> Context:
    example = {"organisation": "–", "reason": "–", "answer": "–", "reference": "ABCDEFGHJK"}
    return {**example, "link": links.absolute("network:mine", person.language)}


register(
    Kind(
        "network.asked", _("Request for membership"), _text, is_optional=True, mail=MailChoice.DAILY
    ),
    Kind("network.invited", _("Invited to act for an organisation"), _membership),
    Kind("network.approved", _("Request for membership approved"), _membership),
    Kind("network.refused", _("Request for membership refused"), _text),
    Kind("network.withdrawn", _("Membership ended"), _membership),
    Kind("network.name_approved", _("Change of a name approved"), _name),
    Kind("network.name_refused", _("Change of a name refused"), _name),
    Kind("network.answered", _("Answer to an enquiry"), _text),
    Kind("network.commitment_settled", _("New state of a commitment"), _commitment),
    Kind("network.report_asked", _("Report on a commitment asked for"), _commitment),
    Kind("network.report_decided", _("Report on a commitment reviewed"), _commitment),
)
