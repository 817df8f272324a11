"""Places, river basins, themes, litter items and the naming list, to look at.

They come from reviewed files (see docs/models/reference.md); a change made here would be undone
the next time these are loaded, so nothing is changed here.
"""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.admin import ReadOnlyAdmin, StackedRows
from partnership.core.admin.base import EVERY_STAFF
from partnership.core.admin.pairs import pair, pairs
from partnership.core.admin.sheets import SheetsMixin
from partnership.core.admin.theme import ChoicesDropdownFilter, DropdownFilter
from partnership.reference import naming
from partnership.reference.choices import MAY_ADD_PLACES
from partnership.reference.models import (
    ItemList,
    ItemMap,
    LitterItem,
    Place,
    PlaceAlias,
    RiverBasin,
    Theme,
)
from partnership.reference.sheets import PlaceSheet


class CountryFilter(DropdownFilter):
    """The country and everything in it."""

    title = _("country")
    parameter_name = "country"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        rows = Place.objects.countries().ordered_for().named()
        return [(row["code"], row["label"]) for row in rows]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.filter(country__code=self.value()) if self.value() else queryset


class FocusFilter(DropdownFilter):
    """What the programme looks at in particular."""

    title = _("programme")
    parameter_name = "programme"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("focus", _("Chinese provinces in focus, with their cities")),
            ("coast", _("on the coast")),
            ("zero-waste", _("zero-waste city")),
            ("ended", _("former name")),
        ]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        conditions = {
            "focus": {"province__programme_focus": True},
            "coast": {"is_coastal": True},
            "zero-waste": {"zero_waste_city_since__isnull": False},
            "ended": {"valid_to__isnull": False},
        }
        return queryset.filter(**conditions.get(self.value() or "", {}))


class ReferenceAdmin(ReadOnlyAdmin):
    """Lists in the order readers expect; both names beside each other."""

    view_roles = EVERY_STAFF
    search_fields = ("code", *pair("name"))

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """The stored sort keys of the reader's language; see reference.sort_keys."""
        return (
            ("sort_key_en" if languages.current() == languages.ENGLISH else "sort_key_zh"),
            "id",
        )


class AliasRows(StackedRows):
    model = PlaceAlias
    tab = False


@admin.register(Place)
class PlaceAdmin(SheetsMixin, ReferenceAdmin):
    icon = "location_on"
    sheet = PlaceSheet
    import_advice = _(
        "An import adds cities, which can be chosen and seen at once. Countries, provinces and "
        "every place that is there already come from the reviewed files and are not changed here."
    )
    list_display = ("code", *pair("name"), "kind", "parent", "is_coastal", "zero_waste_city_since")
    list_select_related = ("parent",)
    list_filter = (("kind", ChoicesDropdownFilter), CountryFilter, FocusFilter)
    list_before_template = "admin/reference/place/links.html"
    search_fields = ("code", *pair("name"), *pair("full_name"), "name_local")
    sortable_by = ("code",)
    inlines = (AliasRows,)
    fieldsets = (
        (None, {"fields": (("code", "code_source"), ("kind", "parent"))}),
        (_("Names"), {"fields": (*pairs("name", "full_name"), "name_local")}),
        (_("Position"), {"fields": (("latitude", "longitude"), ("division", "position"))}),
        (
            _("Programme"),
            {
                "fields": (
                    ("programme_focus", "is_coastal"),
                    ("zero_waste_city_since", "zero_waste_source"),
                    ("group", "asean_since"),
                    ("least_developed_from", "least_developed_until"),
                )
            },
        ),
        (_("Validity"), {"fields": (("valid_from", "valid_to"), "successor", ("source", "note"))}),
    )

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet, search_term: str
    ) -> tuple[models.QuerySet, bool]:
        """Find places by former and other names, too, as `matching` does."""
        if not search_term.strip():
            return queryset, False
        found = Place.objects.matching(search_term)
        return queryset.filter(pk__in=found.order_by().values("pk")), False

    def may_import(self, request: HttpRequest) -> bool:
        return self._holds(request, MAY_ADD_PLACES)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.naming_view)
        return [path("naming/", view, name="reference_naming"), *super().get_urls()]

    def naming_view(self, request: HttpRequest) -> HttpResponse:
        """Show the curated list: which names may appear, which never, and what to write instead."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("Naming list"),
            "approved": naming.approved_rows(),
            "forbidden": naming.forbidden_rows(),
            "places_url": reverse("admin:reference_place_changelist"),
        }
        return TemplateResponse(request, "admin/reference/naming.html", context)


@admin.register(RiverBasin)
class RiverBasinAdmin(ReferenceAdmin):
    icon = "water"
    list_display = ("code", *pair("name"))
    sortable_by = ("code",)
    fieldsets = ((None, {"fields": ("code", pair("name"), "places", "note")}),)


@admin.register(Theme)
class ThemeAdmin(ReferenceAdmin):
    icon = "sell"
    list_display = ("code", *pair("name"), "line", "position")
    list_filter = (("line", ChoicesDropdownFilter),)
    sortable_by = ("code",)
    fieldsets = ((None, {"fields": ("code", ("line", "position"), *pairs("name", "description"))}),)

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("position", "code")


@admin.register(ItemList)
class ItemListAdmin(ReferenceAdmin):
    icon = "checklist"
    list_display = ("code", *pair("name"), "version")
    sortable_by = ("code",)
    fieldsets = (
        (None, {"fields": (("code", "version"), *pairs("name", "source", "licence"), "position")}),
    )

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("position", "code")


@admin.register(LitterItem)
class LitterItemAdmin(ReferenceAdmin):
    """Chinese names that nobody has confirmed yet are found by the filter."""

    icon = "delete"
    list_display = ("code", *pair("name"), "item_list", "material", "foam", "is_confirmed")
    list_select_related = ("item_list",)
    list_filter = (
        "item_list",
        "is_confirmed",
        "is_recordable",
        ("material", ChoicesDropdownFilter),
        ("foam", ChoicesDropdownFilter),
    )
    search_fields = ("code", "type_code", *pair("name"))
    sortable_by = ("code",)
    fieldsets = (
        (None, {"fields": (("item_list", "code"), ("type_code", "parent"))}),
        (_("Names"), {"fields": (pair("name"), "is_confirmed")}),
        (
            _("Counting"),
            {
                "fields": (
                    ("material", "foam", "use"),
                    ("is_recordable", "counts_in_total", "is_below_size_limit", "is_single_use"),
                )
            },
        ),
    )

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("item_list", "position", "id")


@admin.register(ItemMap)
class ItemMapAdmin(ReferenceAdmin):
    icon = "sync_alt"
    list_display = ("from_item", "from_list", "relation", "to_item", "to_list", "is_confirmed")
    list_select_related = ("from_item", "from_list", "to_item", "to_list")
    list_filter = ("from_list", "to_list", ("relation", ChoicesDropdownFilter), "is_confirmed")
    search_fields = ("from_item__code", "to_item__code")
    sortable_by = ()
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("from_list", "from_item"),
                    ("to_list", "to_item"),
                    ("relation", "is_confirmed"),
                )
            },
        ),
    )

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("from_list", "to_list", "from_item", "id")
