"""Organisations the demo people act for: invented, named as demo, and never in the directory."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class DemoOffice:
    """An office that does not exist, and what its one demo person does for it."""

    member: str
    slug: str
    place: str
    chinese: str
    english: str
    type: OrganisationType = OrganisationType.CITY_GOVERNMENT
    role: MemberRole = MemberRole.FOCAL_POINT

    @property
    def email(self) -> str:
        return f"demo.{self.member}@example.org"


OFFICES: Final = (
    DemoOffice("member.zh", "demo-xiamen", "cn-xiamen", "厦门（演示组织）", "Xiamen (demo)"),
    DemoOffice("member.en", "demo-da-nang", "vn-da-nang", "岘港（演示组织）", "Da Nang (demo)"),
    # A city with a province above it that endorses what the city hands in.
    DemoOffice("official", "demo-beihai", "cn-beihai", "北海（演示组织）", "Beihai (demo)"),
    DemoOffice(
        *("endorser", "demo-guangxi", "CN-GX", "广西（演示组织）", "Guangxi (demo)"),
        type=OrganisationType.PROVINCE,
        role=MemberRole.ENDORSER,
    ),
)
EMAILS: Final = tuple(office.email for office in OFFICES)


@transaction.atomic
def join() -> int:
    """Let each demo member speak for a demo office; return how many were added."""
    approver = User.objects.get(email=APPROVER)
    return sum(_join(office, approver) for office in OFFICES)


def _join(office: DemoOffice, approver: User) -> bool:
    member = User.objects.get(email=office.email)
    organisation, _is_new = Organisation.objects.get_or_create(
        slug=office.slug,
        defaults={
            "type": office.type,
            "place": Place.objects.get(code=office.place),
            "name_zh_hans": office.chinese,
            "name_en": office.english,
            "standing": Standing.PARTNER,
            "confirmed_at": timezone.now(),
        },
    )
    if Membership.objects.filter(user=member, organisation=organisation).exists():
        return False
    membership = Membership.objects.create(
        user=member, organisation=organisation, role=office.role, approved_by=approver
    )
    audit.record(Verb.ROLE_GRANTED, membership, by=LOADER)
    return True
