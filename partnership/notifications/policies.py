"""Who may look after messages, and the reason when they may not."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.notifications.choices import SENDERS

SECRETARIAT_ONLY = _("Only the secretariat looks after messages.")


def may_look_after_messages(user: User | AnonymousUser) -> Verdict:
    """See them, repeat and stop them, write to groups."""
    if user.is_authenticated and user.is_active and user.has_role(*SENDERS):
        return ALLOWED
    return Verdict(SECRETARIAT_ONLY)
