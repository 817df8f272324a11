"""Commitments, reports and evidence in the secretariat's admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from partnership.accounts.requests import signed_in
from partnership.core.admin import ReadOnlyAdmin, TranslatedAdminBase
from partnership.core.admin.made import MadeByActionMixin
from partnership.core.admin.pairs import pair, pairs
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.versions import VersionedAdmin, VersionedForm
from partnership.documents.addresses import file_url
from partnership.documents.models import Picture
from partnership.documents.rights import gaps
from partnership.network import actions
from partnership.network.admin.commitment_deeds import (
    OF_COMMITMENTS,
    AcceptEvidence,
    AcceptReport,
    ReturnReport,
    WithdrawEvidence,
)
from partnership.network.admin.filters import ChoiceFilter
from partnership.network.choices import EDITORS, READERS
from partnership.network.commitment_choices import (
    CommitmentKind,
    CommitmentState,
    Finding,
    Light,
    ReportState,
    light_of,
)
from partnership.network.models import Commitment, CommitmentEvidence, CommitmentReport
from partnership.translations.admin.beside import BesideFieldsMixin

FIGURES = (("baseline", "target"), ("direction", "due_on"), "report_every")


class CommitmentKindFilter(ChoiceFilter):
    title = _("kind")
    parameter_name = "kind"
    offered = CommitmentKind.choices


class CommitmentStateFilter(ChoiceFilter):
    title = _("state")
    parameter_name = "state"
    offered = CommitmentState.choices


class LightFilter(ChoiceFilter):
    title = _("light")
    parameter_name = "light"
    offered = Light.choices

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        value = self.value()
        return queryset.lit(value) if value else queryset  # type: ignore[attr-defined]


class ReportStateFilter(ChoiceFilter):
    title = _("state")
    parameter_name = "state"
    offered = ReportState.choices


class EvidenceFilter(ChoiceFilter):
    title = _("state")
    parameter_name = "state"
    offered = [
        ("waiting", pgettext_lazy("document", "to review")),
        ("withdrawn", pgettext_lazy("document", "withdrawn")),
    ]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        if self.value() == "withdrawn":
            return queryset.withdrawn()  # type: ignore[attr-defined]
        return queryset.waiting() if self.value() else queryset  # type: ignore[attr-defined]


class CommitmentForm(VersionedForm):
    """A commitment in both languages, as the secretariat edits it."""

    class Meta:
        model = Commitment
        fields: tuple[str, ...] = ()  # the admin class names them

    def lock(self, version: int) -> models.Model:
        return actions.lock_commitment(self.instance, by=self.acting, version=version)


class NewCommitmentForm(forms.ModelForm):
    """What the secretariat proposes for an organisation."""

    class Meta:
        model = Commitment
        fields: tuple[str, ...] = ()  # the admin class names them


@admin.register(Commitment)
class CommitmentAdmin(
    MadeByActionMixin, BesideFieldsMixin, StatusMixin, VersionedAdmin, TranslatedAdminBase
):
    """Texts and figures; the state is a deed behind a button, and the light follows from it too."""

    view_roles = READERS
    change_roles = EDITORS
    form = CommitmentForm
    new_form = NewCommitmentForm
    confirm_pages = OF_COMMITMENTS
    icon = "handshake"
    is_on_desk = True
    list_display = ("shown_title", "organisation", "kind", "due_on", "state", "light")
    list_display_links = ("shown_title",)
    list_select_related = ("organisation",)
    list_filter = (CommitmentStateFilter, LightFilter, CommitmentKindFilter)
    search_fields = (*pair("title"), *pair("organisation__name"))
    sortable_by = ("due_on",)
    ordering = ("due_on", "id")
    autocomplete_fields = ("organisation", "pictures")
    texts = pairs("title", "indicator", "unit", "description")
    fieldsets = ((None, {"fields": ("kind", *texts, *FIGURES, "pictures")}),)
    add_fieldsets = ((None, {"fields": (("organisation", "kind"), *texts, *FIGURES)}),)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).with_light()  # type: ignore[attr-defined]

    @admin.display(description=_("title"))
    def shown_title(self, obj: Commitment) -> str:
        return str(obj)

    @admin.display(description=_("light"))
    def light(self, obj: Commitment) -> str:
        return str(light_of(obj.finding).label)

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        return actions.propose_commitment(by=signed_in(request), **typed)

    def settle(self, obj: models.Model) -> None:
        if isinstance(obj, Commitment) and obj.version:
            actions.settle_commitment(obj)

    def facts(self, obj: Commitment) -> list[Fact]:
        days = (obj.agreed_on, obj.asked_on)
        agreed, asked = (date_format(day, "DATE_FORMAT") if day else "–" for day in days)
        found = Commitment.objects.with_light().values_list("finding", flat=True).get(pk=obj.pk)
        address = reverse("admin:partnership_commitmentreport_changelist")
        number = obj.reports.count()
        return [
            Fact(_("organisation"), str(obj.organisation)),
            Fact(_("state"), obj.get_state_display()),
            Fact(_("light"), f"{light_of(found).label} – {Finding(found).label}"),
            Fact(_("agreed"), agreed),
            Fact(_("asked for a report"), asked),
            Fact(
                _("progress reports"),
                format_html('<a href="{}?commitment={}">{}</a>', address, obj.pk, number),
            ),
        ]


@admin.register(CommitmentReport)
class CommitmentReportAdmin(StatusMixin, ReadOnlyAdmin):
    """The secretariat's list of reports, reviewed by its deeds."""

    view_roles = EDITORS
    icon = "monitoring"
    is_on_desk = True
    confirm_pages = (AcceptReport(), ReturnReport())
    list_display = ("commitment", "period_from", "period_to", "value", "given_on", "state")
    list_select_related = ("commitment",)
    list_filter = (ReportStateFilter,)
    search_fields = pair("commitment__title")
    sortable_by = ("given_on",)
    ordering = ("-given_on", "-id")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "commitment",
                    ("period_from", "period_to"),
                    "value",
                    *pairs("text"),
                    "documents",
                    ("given_by", "given_on"),
                )
            },
        ),
        (_("Review"), {"fields": (("decided_by", "decided_at"), pair("remark"))}),
    )
    readonly_fields = ("documents",)

    @admin.display(description=_("documents"))
    def documents(self, obj: CommitmentReport) -> SafeString | str:
        rows = obj.evidence.select_related("file")
        links = [(file_url(each.file.token), str(each)) for each in rows]
        return format_html_join(" ", '<a href="{}">{}</a>', links) if links else "–"

    def facts(self, obj: CommitmentReport) -> list[Fact]:
        return [
            Fact(_("state"), obj.get_state_display()),
            Fact(_("target"), f"{obj.commitment.target.normalize():f} {obj.commitment.unit}"),
        ]


@admin.register(CommitmentEvidence)
class CommitmentEvidenceAdmin(StatusMixin, ReadOnlyAdmin):
    """Documents that show what was done, accepted here unless they come with a report; withdrawn
    ones stay with their reason."""

    view_roles = EDITORS
    icon = "description"
    is_on_desk = True
    confirm_pages = (AcceptEvidence(), WithdrawEvidence())
    list_display = ("shown_title", "commitment", "created_at", "accepted_on", "withdrawn_on")
    list_select_related = ("commitment", "file")
    list_filter = (EvidenceFilter,)
    search_fields = (*pair("title"), *pair("commitment__title"))
    sortable_by = ("created_at",)
    ordering = ("-created_at", "-id")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "commitment",
                    "report",
                    *pairs("title"),
                    "document",
                    "accepted_on",
                    "withdrawn_on",
                    pair("reason"),
                )
            },
        ),
    )
    readonly_fields = ("document",)

    @admin.display(description=_("title"))
    def shown_title(self, obj: CommitmentEvidence) -> str:
        return str(obj)

    @admin.display(description=_("file"))
    def document(self, obj: CommitmentEvidence) -> SafeString:
        return format_html('<a href="{}">{}</a>', file_url(obj.file.token), obj)

    def facts(self, obj: CommitmentEvidence) -> list[Fact]:
        days = (obj.accepted_on, obj.withdrawn_on)
        accepted, withdrawn = (date_format(day, "DATE_FORMAT") if day else "–" for day in days)
        picture = Picture.objects.filter(file=obj.file).select_related("file").first()
        return [
            Fact(pgettext_lazy("evidence", "accepted"), accepted),
            Fact(pgettext_lazy("evidence", "withdrawn"), withdrawn),
            *([_rights(picture)] if picture else []),
        ]


def _rights(picture: Picture) -> Fact:
    """What a picture lacks before it can be accepted; the list of pictures is where it is completed."""
    address = reverse("admin:documents_picture_change", args=[picture.pk])
    lacking = " ".join(str(gap) for gap in gaps(picture)) or gettext("in order")
    return Fact(_("rights of the picture"), format_html('<a href="{}">{}</a>', address, lacking))
