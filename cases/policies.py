"""Who may do what with a case, and the reason when they may not."""

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.choices import DRAFT_READERS, EDITORS, PUBLISHERS
from cases.models import Case
from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict

Person = User | AnonymousUser

NOT_PUBLIC = _("This case is not public.")
EDITORS_ONLY = _("Only the secretariat edits cases.")
PUBLISHERS_ONLY = _("Only a publisher decides what is public. Ask a colleague with this role.")


def may_see(user: Person, case: Case) -> Verdict:
    """Everyone sees what is public; staff see drafts too. `visible_to` asks the same of lists."""
    return ALLOWED if case.is_public else _holding(user, DRAFT_READERS, NOT_PUBLIC)


def may_edit(user: Person, case: Case | None = None) -> Verdict:
    """The secretariat edits, drafts and public cases alike; None asks about new cases."""
    return _holding(user, EDITORS, EDITORS_ONLY)


def may_publish(user: Person, case: Case) -> Verdict:
    """Also asked before a case is withdrawn or confirmed: one person answers for all three."""
    return _holding(user, PUBLISHERS, PUBLISHERS_ONLY)


def may_check_facts(user: Person, case: Case) -> Verdict:
    return _holding(user, EDITORS, EDITORS_ONLY)


def _holding(user: Person, roles: frozenset[str], refusal: Promise) -> Verdict:
    return ALLOWED if user.is_authenticated and user.has_role(*roles) else Verdict(refusal)
