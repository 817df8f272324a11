"""Giving and taking roles. A change counts from the person's next request on."""

from django.db import transaction

from partnership.accounts import policies
from partnership.accounts.actions.rows import locked, require_another_in_the_secretariat
from partnership.accounts.choices import ROLES_THAT_STAND_ALONE, Role
from partnership.accounts.errors import RoleAlreadyHeld, RoleNotHeld, RoleStandsAlone
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb


@transaction.atomic
def grant_role(person: User, role: Role, *, by: User) -> User:
    """Give `role` to `person`; return them as they now are."""
    policies.may_change_roles(by, person).require()
    fresh = locked(person)
    if role in fresh.roles:
        raise RoleAlreadyHeld
    roles = [*fresh.roles, role.value]
    if len(roles) > 1 and not ROLES_THAT_STAND_ALONE.isdisjoint(roles):
        raise RoleStandsAlone
    return _save(fresh, roles, Verb.ROLE_GRANTED, by)


@transaction.atomic
def withdraw_role(person: User, role: Role, *, by: User) -> User:
    """Take `role` from `person`; return them as they now are."""
    policies.may_change_roles(by, person).require()
    if role == Role.SECRETARIAT:
        require_another_in_the_secretariat(person)
    fresh = locked(person)
    if role not in fresh.roles:
        raise RoleNotHeld
    roles = [held for held in fresh.roles if held != role]
    return _save(fresh, roles, Verb.ROLE_WITHDRAWN, by)


def _save(person: User, roles: list[str], verb: Verb, by: User) -> User:
    before, person.roles = person.roles, roles
    person.save(update_fields=["roles"])
    audit.record(verb, person, by=by, changes={"roles": [before, roles]})
    return person
