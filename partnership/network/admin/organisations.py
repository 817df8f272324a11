"""Organisations in the secretariat's admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from partnership.accounts.requests import signed_in
from partnership.core.admin import StackedRows, TranslatedAdminBase
from partnership.core.admin.made import MadeByActionMixin
from partnership.core.admin.pairs import pair, pairs
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import ManyChoicesWidget
from partnership.core.admin.versions import VersionedAdmin
from partnership.network import actions
from partnership.network.admin.deeds import CONFIRM_PAGES
from partnership.network.admin.filters import ChoiceFilter
from partnership.network.choices import EDITORS, READERS, OrganisationType, Standing
from partnership.network.forms import NewOrganisationForm, OrganisationForm
from partnership.network.models import Organisation, OrganisationSource
from partnership.reference.models import Theme
from partnership.translations.admin.beside import BesideFieldsMixin


class TypeFilter(ChoiceFilter):
    title = _("type")
    parameter_name = "type"
    offered = OrganisationType.choices


class StandingFilter(ChoiceFilter):
    title = _("standing")
    parameter_name = "standing"
    offered = Standing.choices


class SourceRows(StackedRows):
    model = OrganisationSource
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (
            None,
            {"fields": (("title", "publisher"), "url", ("language", "checked_on"), "order")},
        ),
    )


@admin.register(Organisation)
class OrganisationAdmin(
    MadeByActionMixin, BesideFieldsMixin, StatusMixin, VersionedAdmin, TranslatedAdminBase
):
    """Names, type and texts; standing and listing are deeds behind buttons."""

    view_roles = READERS
    change_roles = EDITORS
    form = OrganisationForm
    new_form = NewOrganisationForm
    inlines = (SourceRows,)
    confirm_pages = CONFIRM_PAGES
    icon = "corporate_fare"
    is_on_desk = True
    list_display = ("shown_name", "type", "place", "standing", "shown_listed", "updated_at")
    list_display_links = ("shown_name",)
    list_columns = (
        *pair("name"),
        "slug",
        "type",
        "place",
        "standing",
        "listed_since",
        "updated_at",
    )
    list_select_related = ("place",)
    list_filter = (StandingFilter, TypeFilter)
    search_fields = (*pair("name"), *pair("short_name"), "slug")
    sortable_by = ("updated_at",)
    ordering = ("-updated_at", "-id")
    autocomplete_fields = ("place",)
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (None, {"fields": (*pairs("name", "short_name"), ("type", "place"), ("slug", "website"))}),
        (_("Text"), {"fields": pairs("summary", "profile")}),
        (_("Classification"), {"fields": ("themes",)}),
    )
    add_fieldsets = ((None, {"fields": (pair("name"), ("type", "place"))}),)

    @admin.display(description=_("name"))
    def shown_name(self, obj: Organisation) -> str:
        return str(obj)

    @admin.display(description=_("in the directory"), boolean=True)
    def shown_listed(self, obj: Organisation) -> bool:
        return obj.is_listed

    def get_inlines(self, request: HttpRequest, obj: models.Model | None) -> Any:
        return self.inlines if obj else ()

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField | None:
        kwargs |= {"widget": ManyChoicesWidget(), "queryset": Theme.objects.ordered_for()}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        return actions.create_organisation(by=signed_in(request), **typed)

    def settle(self, obj: models.Model) -> None:
        if isinstance(obj, Organisation) and obj.version:
            actions.settle_edit(obj)

    def facts(self, obj: Organisation) -> list[Fact]:
        days = (obj.confirmed_at, obj.listed_since)
        checked, listed = (date_format(day, "DATE_FORMAT") if day else "–" for day in days)
        return [
            Fact(_("standing"), obj.get_standing_display()),
            Fact(_("checked by the secretariat"), checked),
            Fact(_("in the directory since"), listed),
            Fact(_("version"), obj.version),
        ]
