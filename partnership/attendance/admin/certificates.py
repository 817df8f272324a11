"""Certificates in the secretariat's admin: to look at, to revoke, to replace."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from partnership.attendance import actions, policies
from partnership.attendance.certificates.pdf import check_address
from partnership.attendance.choices import ARRANGERS
from partnership.attendance.models import Certificate
from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.confirm import ConfirmPage
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import TextareaWidget
from partnership.core.verdicts import Verdict


class KeptReasonForm(forms.Form):
    """Why a certificate is taken back."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Kept with the certificate, for colleagues; not public."),
        widget=TextareaWidget(attrs={"rows": 3}),
        max_length=2000,
    )


class Revoke(ConfirmPage):
    slug = "revoke"
    label = _("Revoke")
    question = _("Whoever checks the certificate reads that it is revoked. Its owner is told.")
    done = _("The certificate is revoked.")
    is_danger = True
    form_class = KeptReasonForm

    def verdict(self, user: Any, obj: Certificate) -> Verdict:
        return policies.may_arrange(user)

    def is_offered(self, obj: Certificate) -> bool:
        return obj.holds

    def perform(self, obj: Certificate, *, by: Any, **typed: Any) -> None:
        actions.revoke(obj, by=by, reason=typed["reason"])


class Replace(Revoke):
    slug = "replace"
    label = _("Replace by a new one")
    question = _(
        "This certificate is revoked, and another issued with names and event as they are written "
        "now. Its owner is told."
    )
    done = _("The certificate is replaced.")
    is_danger = False

    def perform(self, obj: Certificate, *, by: Any, **typed: Any) -> None:
        actions.replace(obj, by=by, reason=typed["reason"])


@admin.register(Certificate)
class CertificateAdmin(StatusMixin, ReadOnlyAdmin):
    """Personal: the secretariat alone."""

    view_roles = ARRANGERS
    icon = "workspace_premium"
    confirm_pages = (Revoke(), Replace())
    list_display = ("number", "name", "event", "people", "issued_at", "revoked_at")
    list_select_related = ("registration__event",)
    search_fields = ("number", "code", "name", "latin_name", "organisation_name")
    ordering = ("-issued_at", "-id")
    fields = (
        ("number", "shown_code"),
        ("name", "latin_name"),
        ("organisation_name", "group_name"),
        ("registration", "people"),
        "member_names",
        ("issued_at", "issued_by"),
        ("revoked_at", "revoked_by"),
        "revocation_reason",
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related("registration__event")

    @admin.display(description=_("event"))
    def event(self, obj: Certificate) -> str:
        return str(obj.registration.event)

    @admin.display(description=_("check code"))
    def shown_code(self, obj: Certificate) -> str:
        return obj.shown_code

    def facts(self, obj: Certificate) -> list[Fact]:
        file = reverse("attendance:certificate-file", args=[obj.code])
        return [
            Fact(_("holds"), _("yes") if obj.holds else _("no, revoked")),
            Fact(
                _("public page"),
                format_html('<a href="{0}">{0}</a>', check_address(obj)),
            ),
            Fact("PDF", format_html('<a href="{}">{}</a>', file, _("Download"))),
        ]
