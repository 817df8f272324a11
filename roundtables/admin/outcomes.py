"""Outcome documents: sections, annexes and pictures on one form."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.admin import TranslatedStackedRows
from partnership.core.admin.pairs import pair, pairs
from partnership.core.admin.publications import PublicationStateFilter
from partnership.core.admin.rows import OrderedRows
from partnership.events.admin.files import FileRows
from roundtables import actions, readiness
from roundtables.addresses import outcome_url
from roundtables.admin.deeds import OUTCOME_PAGES
from roundtables.admin.overview import OverviewMixin
from roundtables.admin.written import WrittenAdmin
from roundtables.forms import OutcomeForm
from roundtables.models import Annex, Outcome, OutcomePicture, OutcomeSection
from roundtables.outcome_page import OutcomePage


class SectionRows(TranslatedStackedRows):
    model = OutcomeSection
    formset = OrderedRows
    ordering_field = "order"
    fieldsets = ((None, {"fields": (*pairs("title", "text"), "order")}),)


class AnnexRows(FileRows):
    model = Annex
    fieldsets = ((None, {"fields": (pair("title"), ("upload", "url"), ("licence", "order"))}),)


class OutcomePictureRows(TranslatedStackedRows):
    """Pictures are taken in, with their rights, in the list of pictures, and chosen here."""

    model = OutcomePicture
    formset = OrderedRows
    ordering_field = "order"
    autocomplete_fields = ("picture",)
    fieldsets = ((None, {"fields": (("picture", "order"), pair("caption"))}),)


@admin.register(Outcome)
class OutcomeAdmin(OverviewMixin, WrittenAdmin):
    deeds = actions.OUTCOMES
    form = OutcomeForm
    icon = "handshake"
    confirm_pages = OUTCOME_PAGES
    list_before_template = "admin/roundtables/overview_link.html"
    inlines = (SectionRows, AnnexRows, OutcomePictureRows)
    list_display = ("shown_title", "event", "adopted_on", "shown_state", "is_demo", "updated_at")
    list_select_related = ("event",)
    list_filter = (PublicationStateFilter,)
    autocomplete_fields = ("event", "commitments")
    sortable_by = ()
    ordering = ("-updated_at", "-id")
    fieldsets = (
        (None, {"fields": ("event", ("source_language", "adopted_on"), "commitments")}),
        (_("Text"), {"fields": pairs("title", "summary")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A document stays with its dialogue, whose address it has."""
        return ("event",) if obj else ()

    def preview(self, obj: Any, language: str) -> tuple[str, dict[str, object]]:
        page = OutcomePage(obj, language, is_draft=True)
        return "roundtables/outcome_detail.html", {"page": page, "meta": page.meta}

    def public_url(self, obj: Any, language: str) -> str:
        return outcome_url(obj.event.slug, language)

    def sentences(self, obj: Any) -> tuple[list[str], list[str]]:
        lacking = {
            name for code in languages.LANGUAGES for name in readiness.missing_in_outcome(obj, code)
        }
        return sorted(lacking), []
