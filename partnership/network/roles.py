"""What people do for an organisation: the one table of roles and rights."""

from enum import StrEnum
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class MemberRole(models.TextChoices):
    """What a person does for an organisation; one role in each."""

    DRAFTER = "drafter", _("Drafter: writes, and leaves it to others to submit")
    SUBMITTER = "submitter", _("Submitter: writes and submits")
    ENDORSER = "endorser", _("Endorser: endorses what others submit")
    FOCAL_POINT = "focal-point", _("Focal point: writes, submits and looks after its people")


class Right(StrEnum):
    """What a role allows."""

    DRAFT = "draft"
    SUBMIT = "submit"
    ENDORSE = "endorse"
    EDIT_PROFILE = "edit-profile"
    MANAGE_PEOPLE = "manage-people"


RIGHTS: Final[dict[MemberRole, frozenset[Right]]] = {
    MemberRole.DRAFTER: frozenset({Right.DRAFT}),
    MemberRole.SUBMITTER: frozenset({Right.DRAFT, Right.SUBMIT, Right.EDIT_PROFILE}),
    MemberRole.ENDORSER: frozenset({Right.ENDORSE}),
    MemberRole.FOCAL_POINT: frozenset(
        {Right.DRAFT, Right.SUBMIT, Right.EDIT_PROFILE, Right.MANAGE_PEOPLE}
    ),
}

# A focal point gives roles within its own; endorsers and focal points come from the secretariat.
GIVEN_BY_FOCAL_POINT: Final = frozenset(
    role
    for role, rights in RIGHTS.items()
    if rights < RIGHTS[MemberRole.FOCAL_POINT] and role != MemberRole.FOCAL_POINT
)


def roles_with(right: Right) -> list[MemberRole]:
    """Return the roles that include `right`."""
    return [role for role, rights in RIGHTS.items() if right in rights]
