"""Who may do what with outcome documents and projects, and the reason when they may not."""

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from roundtables.choices import EDITORS, PUBLISHERS
from roundtables.models.written import Written

Person = User | AnonymousUser

EDITORS_ONLY = _("Only the secretariat looks after outcome documents and projects.")
PUBLISHERS_ONLY = _("Only a publisher decides what is public. Ask a colleague with this role.")


def may_edit(user: Person, written: Written | None = None) -> Verdict:
    """Write outcome documents and projects, and move projects on; None asks about new ones."""
    return _holding(user, EDITORS, EDITORS_ONLY)


def may_publish(user: Person, written: Written) -> Verdict:
    """Also asked before something is withdrawn or confirmed: one person answers for all three."""
    return _holding(user, PUBLISHERS, PUBLISHERS_ONLY)


def _holding(user: Person, roles: frozenset[str], refusal: Promise) -> Verdict:
    return ALLOWED if user.is_authenticated and user.has_role(*roles) else Verdict(refusal)
