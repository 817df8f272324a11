"""Campaigns, and what a clean-up adds to the form of its event."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from outreach.actions import settle_campaign
from outreach.addresses import campaign_url
from outreach.forms import CampaignForm
from outreach.models import Campaign, Cleanup
from partnership.core.admin import TranslatedAdminBase, TranslatedStackedRows
from partnership.core.admin.pairs import pair, pairs
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.versions import VersionedAdmin
from partnership.events.admin import programme_rows
from partnership.events.choices import EDITORS, READERS, Kind
from partnership.translations.admin.beside import BesideFieldsMixin


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
class CampaignAdmin(BesideFieldsMixin, StatusMixin, VersionedAdmin, TranslatedAdminBase):
    """Few rows, edited in place; those with clean-ups stay."""

    view_roles = READERS
    change_roles = EDITORS
    form = CampaignForm
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

    def settle(self, obj: models.Model) -> None:
        if isinstance(obj, Campaign):
            settle_campaign(obj)

    def facts(self, obj: Any) -> list[Fact]:
        page: object = _("with its first public clean-up")
        if obj.is_public:
            page = format_html('<a href="{}">{}</a>', campaign_url(obj.slug), _("Open the page"))
        return [Fact(_("version"), obj.version), Fact(_("public"), page)]


programme_rows.register(Kind.CLEANUP, CleanupRow)
