"""Who is signing in, and what they may do.

Signing in is allauth's; permissions come from the roles. What a role may see or change in the
admin is declared on the admin classes (`view_roles`, `change_roles`, `delete_roles`), so Django's
permission names are answered by asking the class itself: one table, no second one in groups.
"""

from typing import cast

from allauth.account.auth_backends import AuthenticationBackend
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.http import HttpRequest

from partnership.accounts import conditions
from partnership.accounts.models import User
from partnership.core.admin.base import RolePermissionMixin

Person = AbstractBaseUser | AnonymousUser

QUESTIONS = frozenset({"view", "add", "change", "delete"})


class RoleBackend(AuthenticationBackend):
    """allauth's sign-in, and permissions by role."""

    def get_user(self, user_id: int) -> User | None:
        """Return who is asking, with the roles that count in this request."""
        user = super().get_user(user_id)
        if user is not None:
            conditions.withhold_staff_roles(user)
        return user

    def has_perm(self, user_obj: Person, perm: str, obj: models.Model | None = None) -> bool:
        """Answer `app.view_model` and the like; any other name is nobody's."""
        label, _, codename = perm.partition(".")
        question, _, name = codename.partition("_")
        model = apps.all_models.get(label, {}).get(name)
        if question not in QUESTIONS or model is None:
            return False
        return _declares(model, question, user_obj, obj)

    def has_module_perms(self, user_obj: Person, app_label: str) -> bool:
        models_of_app = apps.all_models.get(app_label, {}).values()
        return any(_declares(model, "view", user_obj, None) for model in models_of_app)

    def get_user_permissions(self, user_obj: Person, obj: models.Model | None = None) -> set[str]:
        return set()

    def get_group_permissions(self, user_obj: Person, obj: models.Model | None = None) -> set[str]:
        return set()

    def get_all_permissions(self, user_obj: Person, obj: models.Model | None = None) -> set[str]:
        return set()


def _declares(
    model: type[models.Model], question: str, user: Person, obj: models.Model | None
) -> bool:
    """Ask the model's admin class, as it would be asked in a request of `user`."""
    if not user.is_authenticated or not admin.site.is_registered(model):
        return False
    model_admin = admin.site.get_model_admin(model)
    if not isinstance(model_admin, RolePermissionMixin):
        return False
    request = HttpRequest()
    request.user = cast(User, user)
    return bool(getattr(model_admin, f"has_{question}_permission")(request, obj))
