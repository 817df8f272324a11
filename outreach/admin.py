"""Campaigns, and what a clean-up adds to the form of its event."""

from django.contrib import admin

from outreach.models import Campaign, Cleanup
from partnership.core.admin import TranslatedAdminBase, TranslatedStackedRows
from partnership.core.admin.pairs import pair, pairs
from partnership.events.admin import programme_rows
from partnership.events.choices import EDITORS, READERS, Kind


class CleanupRow(TranslatedStackedRows):
    """One for each event."""

    model = Cleanup
    can_delete = False
    extra = 1
    autocomplete_fields = ("campaign",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("campaign", "theme"),
                    pair("beach"),
                    "low_tide_at",
                    *pairs("tide_note", "equipment", "safety_notes"),
                )
            },
        ),
    )


@admin.register(Campaign)
class CampaignAdmin(TranslatedAdminBase):
    """Few rows, edited in place; those with clean-ups stay."""

    view_roles = READERS
    change_roles = EDITORS
    icon = "flag"
    list_display = (*pair("name"), "theme", "starts_on", "ends_on")
    list_display_links = pair("name")
    search_fields = ("slug", *pair("name"))
    ordering = ("-starts_on", "-id")
    sortable_by = ("starts_on",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    *pairs("name", "summary"),
                    ("slug", "theme"),
                    ("starts_on", "ends_on"),
                )
            },
        ),
    )


programme_rows.register(Kind.CLEANUP, CleanupRow)
