"""What has to be in order before staff roles count."""

from partnership.accounts import passwords, second_factor
from partnership.accounts.choices import STAFF_ROLES
from partnership.accounts.models import User

SECOND_FACTOR = "mfa_activate_totp"
NEW_PASSWORD = "account_change_password"  # noqa: S105, the name of a page


def unmet(user: User) -> str | None:
    """Return the name of the page where `user` sets right what is missing, if anything is."""
    if STAFF_ROLES.isdisjoint(user.roles):
        return None
    if second_factor.is_missing(user):
        return SECOND_FACTOR
    return NEW_PASSWORD if passwords.is_too_old(user) else None


def withhold_staff_roles(user: User) -> None:
    """Let staff roles count, on every page and in the API, only when nothing is missing."""
    if unmet(user):
        user.withheld_roles = STAFF_ROLES
