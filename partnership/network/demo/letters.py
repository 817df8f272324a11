"""What demo people ask of the secretariat: an account, a correction, an answer."""

from typing import Any, Final

from django.db import transaction

from partnership.core import languages
from partnership.network.actions import ask_for_membership, send_enquiry
from partnership.network.choices import EnquiryKind, OrganisationType
from partnership.network.models import Enquiry, MembershipRequest
from partnership.network.roles import MemberRole

REQUESTS: Final[tuple[dict[str, Any], ...]] = (
    {
        "reference": "DEMOASK001",
        "name": "Demo Applicant",
        "email": "demo.applicant.en@example.org",
        "language": languages.ENGLISH,
        "organisation_name": "Da Nang (demo)",
        "organisation_type": OrganisationType.CITY_GOVERNMENT,
        "role": MemberRole.SUBMITTER,
        "message": "Demo data: I report on beach litter for the city and would like to submit cases.",
    },
    {
        "reference": "DEMOASK002",
        "name": "演示申请人",
        "email": "demo.applicant.zh@example.org",
        "language": languages.CHINESE,
        "organisation_name": "宁波（演示组织）",
        "organisation_type": OrganisationType.CITY_GOVERNMENT,
        "role": MemberRole.FOCAL_POINT,
        "message": "演示数据：本市拟提交海洋垃圾治理典型案例，申请开通账号。",
    },
)
ENQUIRIES: Final[tuple[dict[str, Any], ...]] = (
    {
        "reference": "DEMOWRITE1",
        "kind": EnquiryKind.QUESTION,
        "name": "演示提问人",
        "email": "demo.reader.zh@example.org",
        "language": languages.CHINESE,
        "message": "演示数据：我校学生想参加海滩垃圾调查，请问有没有可以使用的记录表？",
    },
    {
        "reference": "DEMOWRITE2",
        "kind": EnquiryKind.ERROR,
        "name": "Demo Reader",
        "email": "demo.reader.en@example.org",
        "language": languages.ENGLISH,
        "page": "/en/cases/",
        "message": "Demo data: the year under one of the figures does not agree with its source.",
    },
)


@transaction.atomic
def write() -> int:
    """Put on the secretariat's list what was never there; return how many that were."""
    asked = [row for row in REQUESTS if not _is_known(MembershipRequest, row)]
    for row in asked:
        ask_for_membership(**row)
    written = [row for row in ENQUIRIES if not _is_known(Enquiry, row)]
    for row in written:
        send_enquiry(**row)
    return len(asked) + len(written)


def _is_known(model: type[MembershipRequest] | type[Enquiry], row: dict[str, Any]) -> bool:
    return model.objects.filter(reference=row["reference"]).exists()
