"""Who may do what with nominations, and the reason when they may not."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.events import policies as of_events
from partnership.network import policies as of_network
from partnership.network import superiors
from partnership.network.models import Membership, Organisation
from partnership.network.roles import Right
from partnership.nominations.choices import READERS
from partnership.nominations.models import Nomination, NominationQuota

Person = User | AnonymousUser

NOT_ABOVE = _("Only endorsers of the body above the organisation endorse its nominations.")
OWN_LIST = _("You have submitted this list yourself. A colleague has to endorse it.")
NOT_INSIDE = _("Only the people of the organisation and the secretariat see this.")


def may_ask(user: Person) -> Verdict:
    """Keep seats for organisations, change them, give the unused ones back."""
    return of_events.may_edit(user)


def may_fill(user: Person, quota: NominationQuota) -> Verdict:
    """Write and rank the list of an organisation."""
    return of_network.may(user, quota.organisation, Right.DRAFT)


def may_submit(user: Person, quota: NominationQuota) -> Verdict:
    """Hand the list in, withdraw and replace people on it."""
    return of_network.may(user, quota.organisation, Right.SUBMIT)


def may_endorse(user: Person, nomination: Nomination) -> Verdict:
    """Endorse for the body above, or return."""
    organisation = nomination.quota.organisation
    if not (user.is_authenticated and superiors.below(user).filter(pk=organisation.pk).exists()):
        return Verdict(NOT_ABOVE)
    return Verdict(OWN_LIST) if nomination.submitted_by_id == user.pk else ALLOWED


def may_decide(user: Person) -> Verdict:
    """Accept, put on the reserve list, decline, return and replace for the secretariat."""
    return of_events.may_decide(user)


def may_compare(user: Person) -> Verdict:
    """Read in numbers who took part for which organisation."""
    is_reader = user.is_authenticated and user.has_role(*READERS)
    return ALLOWED if is_reader else Verdict(NOT_INSIDE)


def may_look_back(user: Person, organisation: Organisation) -> Verdict:
    """Read who took part for the organisation."""
    if may_compare(user):
        return ALLOWED
    inside = Membership.objects.live().of(user).filter(organisation=organisation)
    return ALLOWED if inside.exists() else Verdict(NOT_INSIDE)
