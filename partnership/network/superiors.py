"""Which bodies stand above an organisation and endorse what it hands in."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef

from partnership.accounts.models import User
from partnership.network.choices import OrganisationType
from partnership.network.models import Membership, Organisation
from partnership.network.querysets import OrganisationQuerySet
from partnership.network.roles import Right


def above(organisation: Organisation) -> OrganisationQuerySet:
    """Return the bodies of its province; a province has none, nor has who sits in no province.

    Only those with somebody who endorses: another would keep what it is sent for ever.
    """
    rows: OrganisationQuerySet = Organisation.objects.all()
    if organisation.place is None or organisation.type == OrganisationType.PROVINCE:
        return rows.none()
    endorsers = Membership.objects.with_right(Right.ENDORSE).filter(organisation=OuterRef("pk"))
    return rows.filter(
        Exists(endorsers),
        type=OrganisationType.PROVINCE,
        place__isnull=False,
        place=organisation.place.province_id,
    )


def below(user: User | AnonymousUser) -> OrganisationQuerySet:
    """Return the organisations for which `user` endorses what they hand in."""
    own = Membership.objects.with_right(Right.ENDORSE).of(user)
    provinces = own.filter(organisation__type=OrganisationType.PROVINCE)
    rows: OrganisationQuerySet = Organisation.objects.all()
    return rows.exclude(type=OrganisationType.PROVINCE).filter(
        place__province__in=provinces.values("organisation__place")
    )
