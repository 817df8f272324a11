"""The roles people hold in the portal: the one table of what each is for."""

from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person works as. A person may hold several, except the audit administrator."""

    SECRETARIAT = "secretariat", _("Secretariat")
    PUBLISHER = "publisher", _("Publisher")
    REVIEWER = "reviewer", _("Reviewer")
    AUDIT_ADMINISTRATOR = "audit-administrator", _("Audit administrator")
    MEMBER = "member", _("Member")


@dataclass(frozen=True, slots=True)
class RoleSheet:
    """One line of the table: what the role is for, what it may do, whether it enters the admin.

    `stands_alone`: who holds it holds no other, so that nobody checks their own deeds.
    """

    description: Promise
    may: tuple[Promise, ...]
    is_staff: bool = False
    stands_alone: bool = False


ROLE_SHEETS: Final[dict[Role, RoleSheet]] = {
    Role.SECRETARIAT: RoleSheet(
        _("Runs the partnership's work in the portal."),
        (
            _("invite people, grant and withdraw roles of others, deactivate accounts"),
            _("edit all content in both languages"),
            _("decide on registrations, nominations and reports"),
        ),
        is_staff=True,
    ),
    Role.PUBLISHER: RoleSheet(
        _("Decides what becomes public."),
        (_("publish and withdraw texts, per language"),),
        is_staff=True,
    ),
    Role.REVIEWER: RoleSheet(
        _("Judges cases and survey data as an expert."),
        (_("read what is under review and was given to them"), _("comment and recommend")),
    ),
    Role.AUDIT_ADMINISTRATOR: RoleSheet(
        _("Watches over the audit trail."),
        (_("read the audit trail and what it tells of, export it, change nothing"),),
        is_staff=True,
        stands_alone=True,
    ),
    Role.MEMBER: RoleSheet(
        _("Works for a city or an organisation of the partnership."),
        (_("act for the organisations that named them"),),
    ),
}

STAFF_ROLES: Final = frozenset(role for role, sheet in ROLE_SHEETS.items() if sheet.is_staff)
ROLES_THAT_STAND_ALONE: Final = frozenset(
    role for role, sheet in ROLE_SHEETS.items() if sheet.stands_alone
)


class SessionEnd(models.TextChoices):
    """Why a sign-in ended by itself."""

    IDLE = "idle", _("You were signed out because nothing was done for a while.")
    LONGEST = "longest", _("You were signed out because a sign-in lasts twelve hours at most.")
