"""Who endorses a case."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.network.choices import OrganisationType
from partnership.network.models import Membership, Organisation
from partnership.network.roles import Right
from partnership.network.superiors import above

NOT_ABOVE = _("Only endorsers of the province decide on the endorsement.")


def may_endorse_for(user: User, organisation: Organisation) -> Verdict:
    endorses = Membership.objects.with_right(Right.ENDORSE).of(user)
    is_theirs = endorses.filter(organisation__in=above(organisation)).exists()
    return ALLOWED if is_theirs else Verdict(NOT_ABOVE)


def endorsed_by(user: User) -> Q:
    """Return the condition on submissions that `may_endorse_for` allows `user` to decide on."""
    provinces = Membership.objects.with_right(Right.ENDORSE).of(user)
    places = provinces.filter(organisation__type=OrganisationType.PROVINCE)
    below = Q(of_case__organisation__place__province__in=places.values("organisation__place"))
    return below & ~Q(of_case__organisation__type=OrganisationType.PROVINCE)
