"""Consents: recorded once, withdrawn for good."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from partnership.core.admin import AdminBase
from partnership.core.admin.refusals import RefusableForm, RefusalsOnForm
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import DateWidget, ManyChoicesWidget
from partnership.documents.admin_views import WithdrawConsent
from partnership.documents.choices import KEEPERS, Use
from partnership.documents.forms import UploadField
from partnership.documents.models import Consent, StoredFile


class ConsentForm(RefusableForm):
    """Who agreed to what; the signed sheet comes as a picture or PDF."""

    uses = forms.MultipleChoiceField(
        label=_("for"), choices=Use.choices, widget=ManyChoicesWidget()
    )
    upload = UploadField(label=_("signed sheet"), required=False)

    def clean_upload(self) -> StoredFile | None:
        field: Any = self.fields["upload"]
        row: StoredFile | None = field.take(self.cleaned_data["upload"], by=self.acting, about=None)
        return row

    def save(self, commit: bool = True) -> Any:
        self.instance.sheet = self.cleaned_data["upload"] or self.instance.sheet
        return super().save(commit)


@admin.register(Consent)
class ConsentAdmin(StatusMixin, RefusalsOnForm, AdminBase):
    """For the secretariat alone: the names in it are nobody else's business."""

    change_roles = KEEPERS
    icon = "verified_user"
    form = ConsentForm
    confirm_pages = (WithdrawConsent(),)
    list_display = (
        "reference",
        "given_by",
        "is_by_guardian",
        "given_on",
        "expires_on",
        "shown_state",
    )
    search_fields = ("reference", "given_by")
    sortable_by = ("given_on",)
    ordering = ("-given_on", "-id")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("reference", "given_by"),
                    ("is_by_guardian", "reachable_by"),
                    "uses",
                    ("given_on", "expires_on"),
                    "upload",
                )
            },
        ),
    )

    @admin.display(description=_("state"))
    def shown_state(self, obj: Consent) -> SafeString:
        """In words: whether it covers web pages today."""
        holds = obj.covers(Use.WEB)
        text = _("holds for web pages") if holds else _("does not hold for web pages")
        look = "is-public" if holds else "is-warning"
        return format_html('<span class="desk-badge {}">{}</span>', look, text)

    def facts(self, obj: Consent) -> list[Fact]:
        pictures = ", ".join(str(picture) for picture in obj.pictures.all())
        return [
            Fact(_("state"), self.shown_state(obj)),
            Fact(_("pictures"), pictures or "–"),
            Fact(_("signed sheet"), obj.sheet or "–"),
        ]

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if isinstance(db_field, models.DateField) and not isinstance(
            db_field, models.DateTimeField
        ):
            kwargs["widget"] = DateWidget()
        return super().formfield_for_dbfield(db_field, request, **kwargs)
