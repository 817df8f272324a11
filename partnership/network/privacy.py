"""What the network keeps of people."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy, retention
from partnership.core.choices import DataClass
from partnership.core.privacy import ONESELF, PersonalField
from partnership.network.models import Enquiry, MembershipRequest

REQUESTS: Final = "decided-membership-requests"
ENQUIRIES: Final = "decided-enquiries"
SECRETARIAT: Final = Role.SECRETARIAT.value


def _of_a_request(field: str, category: DataClass = DataClass.ORDINARY) -> PersonalField:
    return PersonalField(
        "partnership.membershiprequest",
        field,
        purpose=_("To decide who may speak for an organisation."),
        retention=_("Half a year after the decision."),
        retention_days=settings.MEMBERSHIP_REQUEST_RETENTION_DAYS,
        rule=REQUESTS,
        category=category,
        seen_by=(SECRETARIAT,),
    )


def _of_an_enquiry(field: str, category: DataClass = DataClass.ORDINARY) -> PersonalField:
    return PersonalField(
        "partnership.enquiry",
        field,
        purpose=_("To answer whoever wrote."),
        retention=_("A year after the answer."),
        retention_days=settings.ENQUIRY_RETENTION_DAYS,
        rule=ENQUIRIES,
        category=category,
        seen_by=(SECRETARIAT,),
    )


privacy.register(
    _of_an_enquiry("name"),
    _of_an_enquiry("email", DataClass.CONTACT),
    _of_an_enquiry("message"),
    _of_an_enquiry("answer"),
    _of_a_request("name"),
    _of_a_request("email", DataClass.CONTACT),
    _of_a_request("message"),
    *(
        PersonalField(
            "partnership.membership",
            field,
            purpose=_("To know who spoke for whom, and when."),
            retention=_(
                "As long as what was done for the organisation; the name goes with the account."
            ),
            seen_by=(ONESELF, Role.MEMBER.value, SECRETARIAT),
            masked=False,
        )
        for field in ("user", "role")
    ),
    PersonalField(
        "partnership.commitmentreport",
        "given_by",
        purpose=_("To know who reported for the organisation, and tell colleagues who was first."),
        retention=_("As long as the report; the name goes with the account."),
        seen_by=(ONESELF, Role.MEMBER.value, SECRETARIAT),
        masked=False,
    ),
    PersonalField(
        "partnership.membership",
        "withdrawal_reason",
        purpose=_("To know why somebody no longer speaks for an organisation."),
        retention=_("As long as what was done for the organisation."),
        seen_by=(SECRETARIAT,),
    ),
)


def _decided(now: datetime) -> QuerySet[MembershipRequest]:
    kept_for = timedelta(days=settings.MEMBERSHIP_REQUEST_RETENTION_DAYS)
    rows: QuerySet[MembershipRequest] = MembershipRequest.objects.decided_before(now - kept_for)
    return rows


def _answered(now: datetime) -> QuerySet[Enquiry]:
    kept_for = timedelta(days=settings.ENQUIRY_RETENTION_DAYS)
    rows: QuerySet[Enquiry] = Enquiry.objects.decided_before(now - kept_for)
    return rows


retention.register(
    retention.Rule(
        REQUESTS,
        _("A request for membership goes half a year after the decision."),
        _decided,
        lambda rows: rows.delete(),
    ),
    retention.Rule(
        ENQUIRIES,
        _("A message goes a year after it was answered or closed."),
        _answered,
        lambda rows: rows.delete(),
    ),
)
