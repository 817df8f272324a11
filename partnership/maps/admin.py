"""Approved maps in the secretariat's admin."""

from django.contrib import admin

from partnership.core.admin import TranslatedAdminBase
from partnership.core.admin.pairs import pair
from partnership.maps.choices import KEEPERS, LOOKERS
from partnership.maps.models import ApprovedMap


@admin.register(ApprovedMap)
class ApprovedMapAdmin(TranslatedAdminBase):
    """A picture, its number and its edges; without the number nothing is stored."""

    view_roles = LOOKERS
    change_roles = KEEPERS
    delete_roles = KEEPERS
    icon = "map"
    list_display = ("name", "review_number", "is_shown", "updated_at")
    sortable_by = ()
    ordering = ("-updated_at", "-id")
    search_fields = (*pair("name"), "review_number")
    autocomplete_fields = ("picture",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    pair("name"),
                    ("review_number", "is_shown"),
                    pair("attribution"),
                    ("picture", "projection"),
                    ("west", "east"),
                    ("south", "north"),
                )
            },
        ),
    )
