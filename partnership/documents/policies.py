"""Who may send, look after and withdraw files and pictures, and the reason when they may not."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.documents.choices import KEEPERS, LOOKERS
from partnership.documents.models import StoredFile

Person = User | AnonymousUser

SIGN_IN = _("Sign in to send files.")
KEEPERS_ONLY = _("Only the secretariat looks after files, pictures and consents.")
STAFF_ONLY = _("The size for print is for the secretariat and publishers.")


def may_upload(user: Person) -> Verdict:
    """Whoever has an account, up to their quota."""
    return ALLOWED if user.is_authenticated and user.is_active else Verdict(SIGN_IN)


def may_offer(user: Person, file: StoredFile) -> Verdict:
    """Say whose a picture is and under which terms: whoever has sent it, and the secretariat."""
    is_own = user.is_authenticated and file.owner_id == user.pk
    return ALLOWED if is_own else may_keep(user)


def may_take_the_large_one(user: Person) -> Verdict:
    """Fetch a picture in the size for print."""
    holds = user.is_authenticated and user.has_role(*LOOKERS)
    return ALLOWED if holds else Verdict(STAFF_ONLY)


def may_keep(user: Person) -> Verdict:
    """Edit rights, record consents, withdraw, check again, take out of use."""
    holds = user.is_authenticated and user.has_role(*KEEPERS)
    return ALLOWED if holds else Verdict(KEEPERS_ONLY)
