"""Cases in the secretariat's admin."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from cases import actions, readiness
from cases.addresses import case_url
from cases.admin.filters import (
    CountryFilter,
    DemoFilter,
    GradeFilter,
    StepFilter,
    ThemeFilter,
    WorkFilter,
)
from cases.admin.rows import ALL_ROWS
from cases.admin_views import CONFIRM_PAGES
from cases.choices import DRAFT_READERS, EDITORS
from cases.dossier import read
from cases.dossier.page import context_of
from cases.forms import CaseForm, NewCaseForm
from cases.models import Case
from cases.querysets import FOUND_BY
from cases.sheets import CaseSheet
from partnership.accounts.requests import signed_in
from partnership.core import languages
from partnership.core.admin import TranslatedAdminBase
from partnership.core.admin.made import MadeByActionMixin
from partnership.core.admin.pairs import pair, pairs
from partnership.core.admin.preview import PreviewMixin
from partnership.core.admin.publications import PublicationAdminMixin, PublicationStateFilter
from partnership.core.admin.sheets import SheetsMixin
from partnership.core.admin.status import Fact
from partnership.core.admin.theme import ManyChoicesWidget
from partnership.core.admin.versions import VersionedAdmin
from partnership.core.history import as_text
from partnership.core.snippets import containing
from partnership.reference.models import Theme
from partnership.translations.admin.beside import BesideFieldsMixin

CONTACT = _("Contact")
AS_LABELS = {name: f"shown_{name}" for name in ("waste_streams", "instruments")}


@admin.register(Case)
class CaseAdmin(
    MadeByActionMixin,
    SheetsMixin,
    PreviewMixin,
    BesideFieldsMixin,
    PublicationAdminMixin,
    VersionedAdmin,
    TranslatedAdminBase,
):
    """Texts of both languages beside each other, rows in tabs, deeds behind buttons."""

    view_roles = DRAFT_READERS
    change_roles = EDITORS
    form = CaseForm
    new_form = NewCaseForm
    inlines = ALL_ROWS
    autocomplete_fields = ("organisation", "dialogues", "permission_letter")
    confirm_pages = CONFIRM_PAGES
    sheet = CaseSheet
    icon = "library_books"
    is_on_desk = True

    list_display = (
        "shown_number",
        "shown_title",
        "shown_state",
        "shown_completeness",
        "shown_grade",
        "shown_due",
        "shown_gaps",
        "shown_updated",
    )
    list_display_links = ("shown_number", "shown_title")
    list_columns = (
        "number",
        "is_demo",
        "source_language",
        *pair("title"),
        "published_zh_hans_at",
        "published_en_at",
        "public_since",
        "completeness",
        "evidence_grade",
        "next_review_due_on",
        *pair("lacking"),
        "warnings",
        "updated_at",
    )
    list_filter = (
        WorkFilter,
        PublicationStateFilter,
        CountryFilter,
        ThemeFilter,
        StepFilter,
        GradeFilter,
        DemoFilter,
    )
    search_fields = ("number",)  # says that there is a search; `get_search_results` does it
    search_help_text = _("Number or words of a title, in either language.")
    sortable_by = ("shown_number", "shown_updated")
    ordering = ("-updated_at", "-id")

    fieldsets = (
        (
            _("Short texts, in both languages before anything is public"),
            {
                "fields": (
                    *pairs("title", "short_title", "summary", "slug"),
                    ("source_language", "organisation"),
                )
            },
        ),
        (
            _("Time"),
            {"fields": (("started", "ended"), ("results_from", "results_to"))},
        ),
        (
            _("Classification"),
            {
                "fields": (
                    ("hierarchy_step", "business_model"),
                    ("scale", "phase"),
                    "themes",
                    ("waste_streams", "instruments"),
                    ("sdg_targets",),
                    ("coast_length_km", "area_km2"),
                    "dialogues",
                )
            },
        ),
        (
            _("Full text"),
            {
                "fields": pairs(
                    "lead_organisation",
                    "background",
                    "results",
                    "success_factors",
                    "difficulties",
                    "did_not_work",
                    "replication_conditions",
                    "replications_known",
                )
            },
        ),
        (
            _("Rights and imprint"),
            {"fields": (("text_licence", "permission_letter"), ("reviewed_by", "translated_by"))},
        ),
        (CONTACT, {"fields": ("nominated_by", ("contact_name", "contact_details"))}),
    )
    add_fieldsets = ((None, {"fields": ("source_language", pair("title"))}),)

    @admin.display(description=_("case number"), ordering="number")
    def shown_number(self, obj: Case) -> SafeString:
        return format_html('<span class="desk-number">{}</span>', obj.number)

    @admin.display(description=_("evidence grade"))
    def shown_grade(self, obj: Case) -> str:
        return obj.evidence_grade or "–"

    @admin.display(description=_("last changed"), ordering="updated_at")
    def shown_updated(self, obj: Case) -> SafeString:
        day = timezone.localtime(obj.updated_at).date().isoformat()
        return format_html('<span class="desk-number">{}</span>', day)

    @admin.display(description=_("completeness"))
    def shown_completeness(self, obj: Case) -> str:
        return f"{obj.completeness}%"

    @admin.display(description=_("next check due"))
    def shown_due(self, obj: Case) -> SafeString | str:
        """The day; marked when it is over."""
        if obj.next_review_due_on is None:
            return "–"
        is_over = obj.next_review_due_on <= timezone.localdate()
        look = "desk-badge is-warning" if is_over else "desk-number"
        return format_html('<span class="{}">{}</span>', look, obj.next_review_due_on.isoformat())

    @admin.display(description=_("to complete"))
    def shown_gaps(self, obj: Case) -> SafeString | str:
        """What lacks for publication in each language, and what somebody should look at."""
        counts = (
            ("is-warning", _("Chinese lacks %(count)s"), obj.lacking_zh_hans),
            ("is-warning", _("English lacks %(count)s"), obj.lacking_en),
            ("is-note", _("to look at: %(count)s"), obj.warnings),
        )
        badges = [(look, sentence % {"count": count}) for look, sentence, count in counts if count]
        return format_html_join(" ", '<span class="desk-badge {}">{}</span>', badges) or "–"

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet, search_term: str
    ) -> tuple[models.QuerySet, bool]:
        term = search_term.strip()
        return (containing(queryset, term, FOUND_BY) if term else queryset), False

    def exported(self, request: HttpRequest) -> models.QuerySet:
        return super().exported(request).prefetch_related("themes", "places")

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """Contact data is for those who are named in the register of personal fields.

        Whoever only looks reads labels; the form's own fields would show codes.
        """
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.has_role(*EDITORS):  # type: ignore[union-attr]
            return fieldsets
        return [
            (title, {**options, "fields": [_as_labels(row) for row in options["fields"]]})
            for title, options in fieldsets
            if title != CONTACT
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        is_editor = request.user.has_role(*EDITORS)  # type: ignore[union-attr]
        return () if is_editor else tuple(AS_LABELS.values())

    @admin.display(description=_("waste streams"))
    def shown_waste_streams(self, obj: Case) -> str:
        return as_text(obj.waste_streams, Case._meta.get_field("waste_streams"))

    @admin.display(description=_("instruments"))
    def shown_instruments(self, obj: Case) -> str:
        return as_text(obj.instruments, Case._meta.get_field("instruments"))

    def get_inlines(self, request: HttpRequest, obj: models.Model | None) -> Any:
        return self.inlines if obj else ()

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField | None:
        if db_field.name == "themes":
            kwargs |= {"widget": ManyChoicesWidget(), "queryset": Theme.objects.ordered_for()}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        return actions.create_case(by=signed_in(request), **typed)

    def response_add(
        self, request: HttpRequest, obj: models.Model, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Lead on to the whole form; the first one asks for a title only."""
        messages.success(request, _("The draft is there. Fill in what you have; saving is enough."))
        return redirect("admin:cases_case_change", obj.pk)

    def settle(self, obj: models.Model) -> None:
        if isinstance(obj, Case):
            actions.settle_edit(obj)

    def facts(self, obj: Case) -> list[Fact]:
        dates = (obj.last_fact_checked_on, obj.next_review_due_on)
        checked, due = (date_format(day) if day else "–" for day in dates)
        return [
            Fact(_("case number"), obj.number),
            Fact(_("version"), obj.version),
            Fact(_("public version"), obj.edition or "–"),
            Fact(_("completeness"), f"{obj.completeness}%"),
            Fact(_("evidence grade"), obj.evidence_grade or "–"),
            Fact(_("facts last checked"), checked),
            Fact(_("next check due"), due),
            Fact(_("demo data"), _("yes") if obj.is_demo else _("no")),
        ]

    def sentences(self, obj: Case) -> tuple[list[str], list[str]]:
        found = [
            finding for code in languages.LANGUAGES for finding in readiness.findings(obj, code)
        ]
        obstacles = dict.fromkeys(str(finding) for finding in found if finding.is_obstacle)
        warnings = dict.fromkeys(str(finding) for finding in found if not finding.is_obstacle)
        return list(obstacles), list(warnings)

    def preview(self, obj: Case, language: str) -> tuple[str, dict[str, object]]:
        return "cases/case_detail.html", context_of(read(obj.pk, language, as_draft=True))

    def public_url(self, obj: Case, language: str) -> str:
        return case_url(obj.number, getattr(obj, languages.column("slug", language)), language)


def _as_labels(row: Any) -> Any:
    """Return a row of a fieldset with what shows labels in place of fields that hold codes."""
    if isinstance(row, str):
        return AS_LABELS.get(row, row)
    return tuple(_as_labels(name) for name in row)
