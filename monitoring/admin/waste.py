"""Waste profiles in the admin: to be looked at, since they come from submissions alone."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from monitoring.admin.surveys import WATCHERS
from monitoring.models import WasteProfile, WasteValue
from partnership.core.admin import ReadOnlyAdmin, StackedRows
from partnership.core.admin.pairs import pair
from partnership.core.admin.theme import ChoicesDropdownFilter


class ValueRows(StackedRows):
    """What the city told; changed by handing the profile in anew, nowhere else."""

    model = WasteValue
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("indicator", "value", "unit"),
                    ("scope", "first_day", "last_day"),
                    "definition",
                    ("source", "source_url", "grade"),
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).order_by("pk")


@admin.register(WasteProfile)
class WasteProfileAdmin(ReadOnlyAdmin):
    """One for each city and year."""

    icon = "recycling"
    view_roles = WATCHERS
    inlines = (ValueRows,)
    list_display = ("place", "year", "area", "language", "is_demo")
    list_select_related = ("place",)
    list_filter = (("area", ChoicesDropdownFilter), "is_demo")
    search_fields = ("place__code", *(f"place__{name}" for name in pair("name")))
    ordering = ("-year", "place__code")
    sortable_by = ("year",)
    fields = (
        ("place", "year", "is_demo"),
        ("area", "language"),
        "reason",
        "remarks",
    )
