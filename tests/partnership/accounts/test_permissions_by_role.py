"""Django's permission names are answered by what the admin classes declare."""

from collections.abc import Iterator
from typing import ClassVar

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, Group, Permission

from partnership.accounts.backends import RoleBackend
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.admin import AdminBase


class PermissionAdmin(AdminBase):
    """An admin class that some may look at and others change."""

    view_roles: ClassVar = frozenset({Role.PUBLISHER})
    change_roles: ClassVar = frozenset({Role.SECRETARIAT})


@pytest.fixture(autouse=True)
def _registered() -> Iterator[None]:
    admin.site.register(Permission, PermissionAdmin)
    yield
    admin.site.unregister(Permission)


@pytest.mark.parametrize(
    ("question", "secretariat", "publisher", "member"),
    [
        ("view", True, True, False),
        ("add", True, False, False),
        ("change", True, False, False),
        ("delete", False, False, False),
        ("export", False, False, False),
    ],
)
def test_it_asks_the_admin_class(
    lin: User,
    zhao: User,
    wang: User,
    question: str,
    secretariat: bool,
    publisher: bool,
    member: bool,
) -> None:
    zhao.roles = [Role.PUBLISHER]
    name = f"auth.{question}_permission"

    assert [user.has_perm(name) for user in (lin, zhao, wang)] == [secretariat, publisher, member]


def test_it_asks_for_several_at_once(lin: User) -> None:
    assert lin.has_perms(["auth.view_permission", "auth.change_permission"])
    assert not lin.has_perms(["auth.view_permission", "auth.delete_permission"])


def test_it_shows_an_app_to_whoever_may_see_one_of_its_models(lin: User, wang: User) -> None:
    assert lin.has_module_perms("auth")
    assert not wang.has_module_perms("auth")
    assert not lin.has_module_perms("nothing")


@pytest.mark.parametrize("name", ["auth.view_group", "auth.view_nothing", "x.y", "", "auth"])
def test_what_nobody_declared_nobody_may(lin: User, name: str) -> None:
    assert not lin.has_perm(name)


def test_a_stock_admin_class_gives_nothing(lin: User) -> None:
    admin.site.unregister(Permission)
    admin.site.register(Permission, admin.ModelAdmin)

    assert not lin.has_perm("auth.view_permission")


def test_a_visitor_may_nothing(db: None) -> None:
    assert not RoleBackend().has_perm(AnonymousUser(), "auth.view_permission")


def test_there_are_no_groups_and_no_permissions_per_person(lin: User) -> None:
    backend = RoleBackend()

    assert not admin.site.is_registered(Group)
    assert backend.get_all_permissions(lin) == set()
    assert backend.get_user_permissions(lin) == backend.get_group_permissions(lin) == set()


def test_a_deactivated_person_may_nothing(lin: User) -> None:
    lin.is_active = False

    assert not lin.has_perm("auth.view_permission")
