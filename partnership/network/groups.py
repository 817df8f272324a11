"""Groups of people by what they do for organisations, and for which."""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.network.choices import OrganisationType, Standing
from partnership.network.models import Membership, Organisation
from partnership.network.roles import MemberRole
from partnership.notifications.group_registry import Family, Group, register, register_family
from partnership.reference import names

COUNTRY: Final = "network-country-"
CITIES: Final = "network-cities-"
BY_ROLE: Final = _("People of organisations")
BY_TYPE: Final = _("People of organisations of this type")
BY_COUNTRY: Final = _("People of organisations in this country")
OF_CITIES: Final = _("People of city governments in this country")
ROLES: Final = {
    MemberRole.FOCAL_POINT: _("Focal points"),
    MemberRole.SUBMITTER: _("Submitters"),
    MemberRole.DRAFTER: _("Drafters"),
    MemberRole.ENDORSER: _("Endorsers"),
}


def acting(**condition: Any) -> QuerySet[User]:
    """Return who acts today for an organisation that takes part."""
    members = Membership.objects.live().filter(**condition)
    return User.objects.active().filter(pk__in=members.values("user"))


def _of_role(role: MemberRole) -> Group:
    return Group(f"network-{role}", ROLES[role], lambda: acting(role=role), BY_ROLE)


def _of_type(kind: OrganisationType) -> Group:
    people = lambda: acting(organisation__type=kind)  # noqa: E731
    return Group(f"network-type-{kind}", kind.label, people, BY_TYPE)


def _of_country(code: str) -> Group:
    people = lambda: acting(organisation__in=Organisation.objects.in_place(code))  # noqa: E731
    return Group(f"{COUNTRY}{code}", _named(code), people, BY_COUNTRY)


def _of_cities(code: str) -> Group:
    cities = Organisation.objects.of_type(OrganisationType.CITY_GOVERNMENT)
    people = lambda: acting(organisation__in=cities.in_place(code))  # noqa: E731
    return Group(f"{CITIES}{code}", _named(code), people, OF_CITIES)


def _named(code: str) -> str:
    return names.names_of("country", [code]).get(code, code)


def _countries(**condition: Any) -> Iterable[str]:
    """Return the codes of the countries of organisations that take part, in the reader's order."""
    partners = Organisation.objects.filter(standing=Standing.PARTNER, **condition)
    return names.names_of("country", partners.countries())


register(
    Group("network-all", _("Everyone who acts for an organisation"), acting, BY_ROLE),
    *map(_of_role, ROLES),
    *map(_of_type, OrganisationType),
)
register_family(
    Family(COUNTRY, _countries, _of_country),
    Family(CITIES, lambda: _countries(type=OrganisationType.CITY_GOVERNMENT), _of_cities),
)
