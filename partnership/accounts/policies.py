"""Who may manage people, and the reason when they may not."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict

Person = User | AnonymousUser

SECRETARIAT_ONLY = _("Only the secretariat manages accounts.")
NOT_ONESELF = _("Nobody changes their own roles or standing. Ask a colleague.")


def may_manage_people(user: Person) -> Verdict:
    """See the accounts, invite people, correct names and addresses."""
    manages = user.is_authenticated and user.is_active and user.has_role(Role.SECRETARIAT)
    return ALLOWED if manages else Verdict(SECRETARIAT_ONLY)


def may_change_roles(user: Person, person: User) -> Verdict:
    return _may_decide_about(user, person)


def may_change_standing(user: Person, person: User) -> Verdict:
    """Deactivate, reactivate, or take the second factor off an account."""
    return _may_decide_about(user, person)


def _may_decide_about(user: Person, person: User) -> Verdict:
    manages = may_manage_people(user)
    if not manages:
        return manages
    return Verdict(NOT_ONESELF) if user.pk == person.pk else ALLOWED
