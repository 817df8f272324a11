"""Who may do what in the network, and the reason when they may not."""

from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.network.choices import EDITORS
from partnership.network.commitment_choices import CommitmentState
from partnership.network.models import Commitment, Membership, Organisation
from partnership.network.roles import GIVEN_BY_FOCAL_POINT, MemberRole, Right

Person = User | AnonymousUser

SECRETARIAT_ONLY = _("Only the secretariat looks after organisations.")
NOT_THEIRS: Final[dict[Right, Promise]] = {
    Right.DRAFT: _("Only drafters, submitters and focal points of the organisation write for it."),
    Right.SUBMIT: _("Only submitters and focal points of the organisation submit for it."),
    Right.ENDORSE: _("Only endorsers of the organisation endorse for it."),
    Right.EDIT_PROFILE: _("Only submitters and focal points edit the organisation's profile."),
    Right.MANAGE_PEOPLE: _("Only a focal point of the organisation looks after its people."),
}
ALREADY_AGREED = _(
    "What was agreed is changed by the secretariat only. Write to it and say what has changed."
)
BEYOND_FOCAL_POINT = _(
    "A focal point looks after drafters and submitters. For an endorser or another focal point, "
    "ask the secretariat."
)


def may_manage(user: Person) -> Verdict:
    """Add organisations, check them, change name and type, decide about memberships."""
    return ALLOWED if _is_editor(user) else Verdict(SECRETARIAT_ONLY)


def may(user: Person, organisation: Organisation, right: Right) -> Verdict:
    """Act for the organisation. Asked anew with every request: a withdrawal counts at once."""
    own = Membership.objects.with_right(right).of(user)
    return ALLOWED if own.filter(organisation=organisation).exists() else Verdict(NOT_THEIRS[right])


def may_list(user: Person, organisation: Organisation) -> Verdict:
    """Put the organisation into the public directory, or take it out."""
    return ALLOWED if _is_editor(user) else may(user, organisation, Right.MANAGE_PEOPLE)


def may_edit_profile(user: Person, organisation: Organisation) -> Verdict:
    return ALLOWED if _is_editor(user) else may(user, organisation, Right.EDIT_PROFILE)


def may_give(user: Person, organisation: Organisation, role: MemberRole) -> Verdict:
    """Propose somebody for `role`, or change a member's role to it."""
    if _is_editor(user):
        return ALLOWED
    manages = may(user, organisation, Right.MANAGE_PEOPLE)
    if not manages:
        return manages
    return ALLOWED if role in GIVEN_BY_FOCAL_POINT else Verdict(BEYOND_FOCAL_POINT)


def may_withdraw(user: Person, membership: Membership) -> Verdict:
    """Everybody may leave; others are withdrawn by whoever may give their role."""
    if user.is_authenticated and membership.user_id == user.pk:
        return ALLOWED
    return may_give(user, membership.organisation, MemberRole(membership.role))


def may_change_role(user: Person, membership: Membership, role: MemberRole) -> Verdict:
    """Both the present and the new role must be theirs to give."""
    present = may_give(user, membership.organisation, MemberRole(membership.role))
    return may_give(user, membership.organisation, role) if present else present


def may_commit(user: Person, organisation: Organisation) -> Verdict:
    """Propose a commitment of the organisation, and report on it."""
    return may(user, organisation, Right.SUBMIT)


def may_edit_commitment(user: Person, commitment: Commitment) -> Verdict:
    """The owner's people until it is agreed, the secretariat at any time."""
    if _is_editor(user):
        return ALLOWED
    verdict = may_commit(user, commitment.organisation)
    if verdict and commitment.state != CommitmentState.PROPOSED:
        return Verdict(ALREADY_AGREED)
    return verdict


def _is_editor(user: Person) -> bool:
    return user.is_authenticated and user.has_role(*EDITORS)
