"""Organisations the demo people act for: invented, named as demo, and never in the directory."""

from typing import Final

from django.db import transaction
from django.utils import timezone

from partnership.accounts.loader import LOADER
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.network.choices import OrganisationType, Standing
from partnership.network.models import Membership, Organisation
from partnership.network.roles import MemberRole
from partnership.reference.models import Place

APPROVER: Final = "demo.secretariat@example.org"
# Address of the demo person: slug, place, name in Chinese and in English.
ORGANISATIONS: Final = {
    "demo.member.zh@example.org": ("demo-xiamen", "cn-xiamen", "厦门（演示组织）", "Xiamen (demo)"),
    "demo.member.en@example.org": (
        "demo-da-nang",
        "vn-da-nang",
        "岘港（演示组织）",
        "Da Nang (demo)",
    ),
}


@transaction.atomic
def join() -> int:
    """Let each demo member speak for a demo city as focal point; return how many were added."""
    approver = User.objects.get(email=APPROVER)
    return sum(_join(email, approver) for email in ORGANISATIONS)


def _join(email: str, approver: User) -> bool:
    member = User.objects.get(email=email)
    slug, place, chinese, english = ORGANISATIONS[email]
    organisation, _is_new = Organisation.objects.get_or_create(
        slug=slug,
        defaults={
            "type": OrganisationType.CITY_GOVERNMENT,
            "place": Place.objects.get(code=place),
            "name_zh_hans": chinese,
            "name_en": english,
            "standing": Standing.PARTNER,
            "confirmed_at": timezone.now(),
        },
    )
    if Membership.objects.filter(user=member, organisation=organisation).exists():
        return False
    membership = Membership.objects.create(
        user=member, organisation=organisation, role=MemberRole.FOCAL_POINT, approved_by=approver
    )
    audit.record(Verb.ROLE_GRANTED, membership, by=LOADER)
    return True
