"""People in the secretariat's admin. Names are corrected on the form; all else is a deed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts import actions
from partnership.accounts.admin_views import CONFIRM_PAGES
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.accounts.querysets import UserQuerySet
from partnership.accounts.requests import signed_in
from partnership.core.admin import AdminBase
from partnership.core.admin.made import MadeByActionMixin
from partnership.core.admin.refusals import RefusableForm, RefusalsOnForm
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import DropdownFilter, ManyChoicesWidget


class RoleFilter(DropdownFilter):
    """Who holds a role."""

    title = _("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(Role.choices)

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.filter(roles__contains=[self.value()]) if self.value() else queryset


class StandingFilter(DropdownFilter):
    """Whether an account is in use."""

    title = _("account")
    parameter_name = "account"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("active", _("active")),
            ("invited", _("invited, no password yet")),
            ("deactivated", _("deactivated")),
        ]

    def queryset(self, request: HttpRequest, queryset: UserQuerySet) -> UserQuerySet:
        match self.value():
            case "active":
                return queryset.active()
            case "invited":
                return queryset.invited()
            case "deactivated":
                return queryset.filter(is_active=False)
        return queryset


class InvitationForm(RefusableForm):
    """Whom to invite. The person sets the password by a link in the mail."""

    first_roles = forms.MultipleChoiceField(
        label=_("roles"), choices=Role.choices, widget=ManyChoicesWidget()
    )

    def clean_email(self) -> str:
        """Addresses are kept in lower case."""
        return self.cleaned_data["email"].lower()


@admin.register(User)
class UserAdmin(MadeByActionMixin, StatusMixin, RefusalsOnForm, AdminBase):
    """Never shows or takes a password; roles and standing change through their actions alone."""

    change_roles = frozenset({Role.SECRETARIAT})
    new_form = InvitationForm
    icon = "group"
    confirm_pages = CONFIRM_PAGES
    list_display = ("shown_name", "email", "shown_roles", "is_active", "last_login")
    list_filter = (StandingFilter, RoleFilter)
    search_fields = ("name", "latin_name", "email")
    sortable_by = ("shown_name", "last_login")
    ordering = ("name", "id")
    fieldsets = ((None, {"fields": (("name", "latin_name"), "language")}),)
    add_fieldsets = ((None, {"fields": (("name", "email"), "language", "first_roles")}),)

    @admin.display(description=pgettext_lazy("person", "name"), ordering="name")
    def shown_name(self, obj: User) -> str:
        return str(obj)

    @admin.display(description=_("roles"))
    def shown_roles(self, obj: User) -> SafeString:
        names = ((name,) for name in obj.role_names)
        return format_html_join(" ", '<span class="desk-badge">{}</span>', names)

    def facts(self, obj: User) -> list[Fact]:
        return [
            Fact(_("e-mail"), obj.email),
            Fact(_("roles"), self.shown_roles(obj)),
            Fact(_("account"), _("active") if obj.is_active else _("deactivated")),
        ]

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        roles = [Role(role) for role in typed["first_roles"]]
        return actions.invite(
            typed["email"], typed["name"], typed["language"], roles, by=signed_in(request)
        )
