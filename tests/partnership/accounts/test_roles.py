"""Roles: the table, who gives and takes them, and when that counts."""

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnership.accounts import actions, policies
from partnership.accounts.choices import ROLE_SHEETS, STAFF_ROLES, Role
from partnership.accounts.errors import (
    LastOfTheSecretariat,
    RoleAlreadyHeld,
    RoleNotHeld,
    RoleStandsAlone,
)
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent


def test_every_role_says_what_it_is_for() -> None:
    assert set(ROLE_SHEETS) == set(Role)
    assert all(sheet.description and sheet.may for sheet in ROLE_SHEETS.values())
    assert {Role.SECRETARIAT, Role.PUBLISHER, Role.AUDIT_ADMINISTRATOR} == STAFF_ROLES


def test_the_secretariat_gives_a_role_and_the_trail_says_so(lin: User, wang: User) -> None:
    fresh = actions.grant_role(wang, Role.REVIEWER, by=lin)

    assert fresh.roles == ["member", "reviewer"]
    event = AuditEvent.objects.about(wang).get(verb=Verb.ROLE_GRANTED)
    assert event.actor_id == str(lin.pk)
    assert event.changes == {"roles": [["member"], ["member", "reviewer"]]}


def test_a_role_counts_from_the_next_request(client: Client, lin: User, wang: User) -> None:
    client.force_login(wang)
    assert client.get(reverse("admin:index")).status_code == 302

    actions.grant_role(wang, Role.SECRETARIAT, by=lin)
    assert client.get(reverse("admin:index")).status_code == 200

    actions.withdraw_role(wang, Role.SECRETARIAT, by=lin)
    assert client.get(reverse("admin:index")).status_code == 302


def test_the_secretariat_takes_a_role_and_the_trail_says_so(lin: User, zhao: User) -> None:
    fresh = actions.withdraw_role(zhao, Role.PUBLISHER, by=lin)

    assert fresh.roles == ["secretariat"]
    assert AuditEvent.objects.about(zhao).filter(verb=Verb.ROLE_WITHDRAWN).exists()


@pytest.mark.parametrize("who", ["chen", "guo", "wang", "zhao_without_secretariat"])
def test_nobody_else_gives_or_takes_roles(
    request: pytest.FixtureRequest, nguyen: User, zhao: User, who: str
) -> None:
    if who == "zhao_without_secretariat":
        zhao.roles = [Role.PUBLISHER]
        by = zhao
    else:
        by = request.getfixturevalue(who)

    for deed, role in ((actions.grant_role, Role.REVIEWER), (actions.withdraw_role, Role.MEMBER)):
        with pytest.raises(NotAllowed):
            deed(nguyen, role, by=by)
    assert User.objects.get(pk=nguyen.pk).roles == ["member"]


def test_nobody_changes_their_own_roles(lin: User, zhao: User) -> None:
    for deed, role in (
        (actions.grant_role, Role.PUBLISHER),
        (actions.withdraw_role, Role.SECRETARIAT),
    ):
        with pytest.raises(NotAllowed) as refusal:
            deed(lin, role, by=lin)
        assert str(refusal.value) == str(policies.NOT_ONESELF)


def test_a_deactivated_colleague_gives_nothing(lin: User, wang: User) -> None:
    lin.is_active = False

    assert not policies.may_change_roles(lin, wang)


def test_a_visitor_manages_nothing() -> None:
    from django.contrib.auth.models import AnonymousUser

    assert not policies.may_manage_people(AnonymousUser())


def test_a_role_is_held_once(lin: User, wang: User) -> None:
    with pytest.raises(RoleAlreadyHeld):
        actions.grant_role(wang, Role.MEMBER, by=lin)
    with pytest.raises(RoleNotHeld):
        actions.withdraw_role(wang, Role.REVIEWER, by=lin)


def test_an_audit_administrator_holds_no_other_role(lin: User, guo: User, wang: User) -> None:
    with pytest.raises(RoleStandsAlone):
        actions.grant_role(guo, Role.REVIEWER, by=lin)
    with pytest.raises(RoleStandsAlone):
        actions.grant_role(wang, Role.AUDIT_ADMINISTRATOR, by=lin)
    with pytest.raises(IntegrityError, match="audit_administrator_alone"):
        User.objects.filter(pk=guo.pk).update(roles=["audit-administrator", "member"])


def test_an_audit_administrator_may_be_named_who_holds_nothing_else(lin: User, wang: User) -> None:
    actions.withdraw_role(wang, Role.MEMBER, by=lin)

    assert actions.grant_role(wang, Role.AUDIT_ADMINISTRATOR, by=lin).is_staff


def test_the_database_knows_the_roles(wang: User) -> None:
    with pytest.raises(IntegrityError, match="roles_known"):
        User.objects.filter(pk=wang.pk).update(roles=["king"])


def test_the_secretariat_keeps_its_last_person(lin: User, zhao: User) -> None:
    stale = User.objects.get(pk=zhao.pk)
    actions.withdraw_role(zhao, Role.SECRETARIAT, by=lin)

    # `stale` is Zhao as a request that began a moment earlier still knows him.
    with pytest.raises(LastOfTheSecretariat):
        actions.withdraw_role(lin, Role.SECRETARIAT, by=stale)


def test_two_colleagues_cannot_take_the_role_from_each_other_at_once(lin: User, zhao: User) -> None:
    with CaptureQueriesContext(connection) as queries:
        actions.withdraw_role(zhao, Role.SECRETARIAT, by=lin)

    reads = [q["sql"] for q in queries if q["sql"].startswith("SELECT")]
    assert "FOR UPDATE" in reads[0]
    assert "ORDER BY" in reads[0], "all lock the holders in one order"


def test_no_account_stands_above_the_roles(db: None) -> None:
    first = User.objects.create_superuser("first@example.org", "x")

    assert first.roles == ["secretariat", "publisher"]
    assert not first.is_superuser
    assert not first.has_role(Role.AUDIT_ADMINISTRATOR)


def test_it_names_the_roles_of_a_person(zhao: User) -> None:
    from django.utils import translation

    with translation.override("en"):
        assert zhao.role_names == ["Secretariat", "Publisher"]
