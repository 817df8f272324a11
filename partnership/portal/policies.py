"""Who may do what with the portal's own texts, and the reason when they may not."""

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.portal.choices import DRAFT_READERS, EDITORS, PUBLISHERS
from partnership.portal.models import PublishedText

Person = User | AnonymousUser

NOT_PUBLIC = _("This text is not public.")
EDITORS_ONLY = _("Only the secretariat edits pages and news.")
PUBLISHERS_ONLY = _("Only a publisher decides what is public. Ask a colleague with this role.")


def may_see(user: Person, text: PublishedText) -> Verdict:
    """Everyone sees what is public; staff see drafts too. `visible_to` asks the same of lists."""
    return ALLOWED if text.is_public else _holding(user, DRAFT_READERS, NOT_PUBLIC)


def may_edit(user: Person, text: PublishedText | None = None) -> Verdict:
    """The secretariat edits, drafts and public texts alike; None asks about new ones."""
    return _holding(user, EDITORS, EDITORS_ONLY)


def may_publish(user: Person, text: PublishedText) -> Verdict:
    """Also asked before a text is withdrawn or confirmed: one person answers for all three."""
    return _holding(user, PUBLISHERS, PUBLISHERS_ONLY)


def _holding(user: Person, roles: frozenset[str], refusal: Promise) -> Verdict:
    return ALLOWED if user.is_authenticated and user.has_role(*roles) else Verdict(refusal)
