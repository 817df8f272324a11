"""Who may do what: the whole matrix."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from cases import policies
from cases.models import Case
from partnership.accounts.choices import Role
from partnership.accounts.models import User

ROLES = [None, *Role.values]
STAFF = {Role.SECRETARIAT, Role.PUBLISHER, Role.AUDIT_ADMINISTRATOR}
DRAFT, PUBLIC = Case(), Case(public_since=timezone.now())


def person(role: str | None) -> policies.Person:
    if role is None:
        return AnonymousUser()
    return User(roles=[role])


@pytest.mark.parametrize("role", ROLES)
def test_everyone_sees_a_public_case_and_staff_a_draft(role: str | None) -> None:
    assert policies.may_see(person(role), PUBLIC)
    assert bool(policies.may_see(person(role), DRAFT)) == (role in STAFF)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("policy", [policies.may_edit, policies.may_check_facts])
@pytest.mark.parametrize("case", [DRAFT, PUBLIC])
def test_only_the_secretariat_edits(policy, role: str | None, case: Case) -> None:
    assert bool(policy(person(role), case)) == (role == Role.SECRETARIAT)


@pytest.mark.parametrize("role", ROLES)
def test_only_the_secretariat_begins_a_case(role: str | None) -> None:
    assert bool(policies.may_edit(person(role))) == (role == Role.SECRETARIAT)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("case", [DRAFT, PUBLIC])
def test_only_a_publisher_decides_what_is_public(role: str | None, case: Case) -> None:
    assert bool(policies.may_publish(person(role), case)) == (role == Role.PUBLISHER)


def test_it_says_why_not() -> None:
    reasons = [
        policies.may_see(AnonymousUser(), DRAFT).reason,
        policies.may_edit(AnonymousUser(), DRAFT).reason,
        policies.may_publish(AnonymousUser(), DRAFT).reason,
    ]

    assert reasons == [policies.NOT_PUBLIC, policies.EDITORS_ONLY, policies.PUBLISHERS_ONLY]
