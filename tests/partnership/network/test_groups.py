"""The secretariat writes to those who act for organisations: by role, type and country."""

from dataclasses import dataclass

import pytest
from django.utils import timezone
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.network.choices import OrganisationType, Standing
from partnership.network.models import Membership, Organisation
from partnership.network.roles import MemberRole
from partnership.notifications import group_registry
from tests.factories.network import MembershipFactory, OrganisationFactory
from tests.factories.reference import CityFactory

pytestmark = pytest.mark.django_db


def people(key: str) -> set[User]:
    return set(group_registry.get(key).people())


@dataclass
class Bodies:
    """A city government with a focal point and a drafter, and an NGO of another country."""

    focal: User
    drafter: User
    ngo: User
    country: str
    elsewhere: str


@pytest.fixture
def bodies() -> Bodies:
    here, there = CityFactory(), CityFactory()
    city = OrganisationFactory(type=OrganisationType.CITY_GOVERNMENT, place=here)
    ngo = OrganisationFactory(type=OrganisationType.NGO, place=there)
    return Bodies(
        MembershipFactory(organisation=city, role=MemberRole.FOCAL_POINT).user,
        MembershipFactory(organisation=city, role=MemberRole.DRAFTER).user,
        MembershipFactory(organisation=ngo, role=MemberRole.SUBMITTER).user,
        here.country.code,
        there.country.code,
    )


def test_people_are_found_by_what_they_do_and_for_whom(bodies: Bodies) -> None:
    city, ngo = {bodies.focal, bodies.drafter}, {bodies.ngo}

    assert people("network-all") == city | ngo
    assert people("network-focal-point") == {bodies.focal}
    assert people("network-type-city-government") == city
    assert people("network-type-ngo") == ngo
    assert people(f"network-country-{bodies.country}") == city
    assert people(f"network-country-{bodies.elsewhere}") == ngo
    assert people(f"network-cities-{bodies.country}") == city
    assert people(f"network-cities-{bodies.elsewhere}") == set()


def test_who_has_left_and_whose_organisation_takes_no_part_is_in_none(bodies: Bodies) -> None:
    ended = Membership.objects.filter(user=bodies.drafter)
    ended.update(withdrawn_by=bodies.focal, withdrawn_at=timezone.now())
    Organisation.objects.filter(type=OrganisationType.NGO).update(
        standing=Standing.CLOSED, listed_since=None
    )
    User.objects.filter(pk=bodies.focal.pk).update(is_active=False, deactivated_at=timezone.now())

    assert people("network-all") == set()


def test_countries_are_offered_where_somebody_takes_part(bodies: Bodies) -> None:
    known = CityFactory()
    OrganisationFactory(standing=Standing.PUBLIC_INFORMATION, place=known)
    keys = {group.key for group in group_registry.groups()}

    assert f"network-country-{bodies.country}" in keys
    assert f"network-country-{bodies.elsewhere}" in keys
    assert f"network-cities-{bodies.country}" in keys
    assert f"network-country-{known.country.code}" not in keys
    assert f"network-cities-{bodies.elsewhere}" not in keys


def test_a_group_is_named_in_the_language_of_the_page(bodies: Bodies) -> None:
    with override("en"):
        assert group_registry.title("network-type-ngo").endswith(": Non-governmental organisation")
        headings = [
            str(heading) for heading, lines in group_registry.choices() if isinstance(lines, list)
        ]
    with override("zh-hans"):
        assert "：" in group_registry.title("network-focal-point")

    assert len(headings) == len(set(headings)) > 4, "those of one kind stand together"
