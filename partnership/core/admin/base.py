"""Base classes of the secretariat's admin.

What a role may see or change is said on each admin class with `view_roles` and `change_roles`.
"""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib.admin.options import BaseModelAdmin, InlineModelAdmin
from django.db import models
from django.http import HttpRequest
from modeltranslation.admin import TranslationAdmin, TranslationInlineModelAdmin

from partnership.core import languages
from partnership.core.admin.paging import StaffList, StaffPaginator
from partnership.core.admin.theme import ModelAdmin, StackedInline, TabularInline
from partnership.core.admin.trail import AuditTrailMixin
from partnership.core.admin.widgets import SuggestManyWidget

Roles = frozenset[str]
EVERY_STAFF: Roles = frozenset({"*"})  # for what is no secret, such as reference data


class RolePermissionMixin:
    """Answers the admin's permission questions from the person's roles.

    `change_roles` may also add; `delete_roles` is empty unless a class says otherwise, because
    published or referenced things are withdrawn, not deleted.
    """

    view_roles: ClassVar[Roles] = frozenset()
    change_roles: ClassVar[Roles] = frozenset()
    delete_roles: ClassVar[Roles] = frozenset()

    def _holds(self, request: HttpRequest, roles: Roles) -> bool:
        user = request.user
        if not (user.is_active and user.is_staff):
            return False
        return roles >= EVERY_STAFF or user.has_role(*roles)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self._holds(request, self.view_roles | self.change_roles)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self._holds(request, self.change_roles)

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self._holds(request, self.change_roles)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self._holds(request, self.delete_roles)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)


class TonguesMixin(BaseModelAdmin):
    """Says of the fields of a text in both languages which of them is in which, and names the
    languages to choose from in the language of the page."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        tongue = languages.tag_of_column(db_field.name)
        if field and tongue:
            field.widget.attrs.setdefault("lang", tongue)
        if field and db_field.choices == settings.LANGUAGES:
            field.choices = [
                (code, languages.READ_NAMES.get(code, name)) for code, name in field.choices
            ]
        return field


class AdminBase(RolePermissionMixin, AuditTrailMixin, TonguesMixin, ModelAdmin):
    """Lists that stay fast at 100,000 rows, permissions by role, one history.

    `icon` is a name of the theme's icon font; `is_on_desk` puts the list on the start page;
    `list_columns` names the columns a list needs, when the rows hold long texts.
    """

    icon: ClassVar[str] = "list"
    is_on_desk: ClassVar[bool] = False
    list_columns: ClassVar[tuple[str, ...]] = ()

    paginator = StaffPaginator
    show_full_result_count = False
    list_per_page = 50
    list_max_show_all = 200
    compressed_fields = False  # labels above the fields, so that two languages fit side by side
    warn_unsaved_form = True
    list_filter_submit = True

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[StaffList]:
        return StaffList

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        rows = super().get_queryset(request)
        is_list = request.resolver_match and request.resolver_match.view_name.endswith("changelist")
        return rows.only(*self.list_columns) if is_list and self.list_columns else rows

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField | None:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = SuggestManyWidget(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class ReadOnlyAdmin(AdminBase):
    """A list to look at: nothing is added, changed or deleted through it."""

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class TranslatedAdminBase(AdminBase, TranslationAdmin):
    """For models with texts in both languages; fieldsets put the pair side by side."""


class RowPermissionMixin(RolePermissionMixin, InlineModelAdmin):
    """Rows follow their object: the parent admin has already asked."""

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self._parent(request).has_view_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self._parent(request).has_change_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self._parent(request).has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self._parent(request).has_change_permission(request, obj)

    def _parent(self, request: HttpRequest) -> "ModelAdmin":
        return self.admin_site.get_model_admin(self.parent_model)


class StackedRows(RowPermissionMixin, TonguesMixin, StackedInline):
    """Rows of an object, one below the other."""

    extra = 0
    tab = True


class TabularRows(RowPermissionMixin, TonguesMixin, TabularInline):
    """Rows of an object as a table, whose heads name the fields for the eye; here for all others."""

    extra = 0
    tab = True

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs.setdefault("aria-label", field.label)
        return field


class TranslatedStackedRows(StackedRows, TranslationInlineModelAdmin):
    """Rows with texts in both languages, one below the other."""


class TranslatedTabularRows(TabularRows, TranslationInlineModelAdmin):
    """Rows with texts in both languages, as a table."""
