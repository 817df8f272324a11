"""Who may do what with events and registrations, and the reason when they may not."""

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.events.choices import EDITORS, PUBLISHERS
from partnership.events.models import Event, Registration

Person = User | AnonymousUser

EDITORS_ONLY = _("Only the secretariat looks after events and registrations.")
PUBLISHERS_ONLY = _("Only a publisher decides what is public. Ask a colleague with this role.")
NOT_THEIRS = _("This registration is somebody else's.")


def may_edit(user: Person, event: Event | None = None) -> Verdict:
    """Write events, postpone and cancel them, decide about seats; None asks about new events."""
    return _holding(user, EDITORS, EDITORS_ONLY)


def may_publish(user: Person, event: Event) -> Verdict:
    """Announce an event in a language, and withdraw it."""
    return _holding(user, PUBLISHERS, PUBLISHERS_ONLY)


def may_decide(user: Person) -> Verdict:
    """Accept, decline, enter and cancel registrations of others."""
    return _holding(user, EDITORS, EDITORS_ONLY)


def may_act_for(user: Person, registration: Registration) -> Verdict:
    """Accept an offer or cancel as the person registered, from their account."""
    own = user.is_authenticated and registration.person_id == user.pk
    return ALLOWED if own else Verdict(NOT_THEIRS)


def _holding(user: Person, roles: frozenset[str], refusal: Promise) -> Verdict:
    return ALLOWED if user.is_authenticated and user.has_role(*roles) else Verdict(refusal)
