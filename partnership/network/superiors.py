"""Which bodies stand above an organisation and endorse what it hands in."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef

from partnership.accounts.models import User
from partnership.network.choices import OrganisationType
from partnership.network.models import Membership, Organisation
from partnership.network.querysets import OrganisationQuerySet
from partnership.network.roles import Right


def provinces_of(organisation: Organisation) -> OrganisationQuerySet:
    """Return the bodies of its province; a province has none, nor has who sits in no province."""
    rows: OrganisationQuerySet = Organisation.objects.all()
    if organisation.place is None or organisation.type == OrganisationType.PROVINCE:
        return rows.none()
    return rows.filter(
        type=OrganisationType.PROVINCE, place__isnull=False, place=organisation.place.province_id
    )


def above(organisation: Organisation) -> OrganisationQuerySet:
    """Return the bodies of its province with somebody who endorses: another would keep what it is
    sent for ever."""
    endorsers = Membership.objects.with_right(Right.ENDORSE).filter(organisation=OuterRef("pk"))
    return provinces_of(organisation).filter(Exists(endorsers))


def below(user: User | AnonymousUser) -> OrganisationQuerySet:
    """Return the organisations for which `user` endorses what they hand in."""
    own = Membership.objects.with_right(Right.ENDORSE).of(user)
    provinces = own.filter(organisation__type=OrganisationType.PROVINCE)
    rows: OrganisationQuerySet = Organisation.objects.all()
    return rows.exclude(type=OrganisationType.PROVINCE).filter(
        place__province__in=provinces.values("organisation__place")
    )
