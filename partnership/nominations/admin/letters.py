"""Letters of invitation in the secretariat's admin: their words, issuing, fetching."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.requests import signed_in
from partnership.core.admin import AdminBase, TranslatedAdminBase
from partnership.core.admin.made import MadeByActionMixin
from partnership.core.admin.pairs import pairs
from partnership.core.admin.refusals import RefusalsOnForm
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.versions import VersionedAdmin
from partnership.events.choices import EDITORS
from partnership.nominations import actions, letter_texts
from partnership.nominations.admin.letter_deeds import IssueAnew
from partnership.nominations.choices import LetterKind
from partnership.nominations.forms.letters import (
    LetterForm,
    NewTemplateForm,
    TemplateForm,
)
from partnership.nominations.models import Letter, LetterTemplate

ENDINGS = ("pdf", "docx")


@admin.register(Letter)
class LetterAdmin(MadeByActionMixin, StatusMixin, RefusalsOnForm, AdminBase):
    """Numbered without a gap; issued, fetched and issued anew, never changed or deleted."""

    view_roles = EDITORS
    change_roles = EDITORS
    form = LetterForm
    icon = "mail"
    is_on_desk = True
    confirm_pages = (IssueAnew(),)
    list_display = (
        "__str__",
        "kind",
        "event",
        "recipient_name",
        "files",
        "issued_at",
        "replaced_by",
    )
    list_select_related = ("event", "replaced_by")
    search_fields = ("recipient_name", "=number")
    sortable_by = ("issued_at",)
    ordering = ("-year", "-number")
    autocomplete_fields = ("registration",)
    readonly_fields = ("files",)
    add_fieldsets = ((None, {"fields": ("kind", "registration")}),)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("kind", "event"),
                    ("organisation", "recipient_name"),
                    ("issued_by", "issued_at"),
                    ("files", "replaced_by"),
                )
            },
        ),
    )

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return obj is None and super().has_change_permission(request)

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        return self.fieldsets if obj else self.add_fieldsets

    def facts(self, obj: Letter) -> list[Fact]:
        state = _("replaced by a later one") if obj.replaced_by_id else _("holds")
        return [Fact(pgettext_lazy("letter", "state"), state)]

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        kind = LetterKind(typed["kind"])
        return actions.issue_to_person(typed["registration"], kind, by=signed_in(request))

    @admin.display(description=pgettext_lazy("letter", "files"))
    def files(self, obj: Letter) -> str:
        if obj.anonymised_at:
            return "–"
        addresses = [reverse("nominations:letter-file", args=[obj.uid, end]) for end in ENDINGS]
        return format_html('<a href="{}">PDF</a> <a href="{}">Word</a>', *addresses)


@admin.register(LetterTemplate)
class LetterTemplateAdmin(VersionedAdmin, TranslatedAdminBase):
    """The words of each kind of letter; until they are written here, those we bring along hold."""

    view_roles = EDITORS
    change_roles = EDITORS
    form = TemplateForm
    icon = "edit_document"
    list_display = ("kind", "updated_at")
    ordering = ("kind",)
    fieldsets = (
        (None, {"fields": ("kind", *pairs("title", "signature"))}),
        (_("Text"), {"fields": pairs("body")}),
    )

    def get_form(
        self,
        request: HttpRequest,
        obj: models.Model | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> type[forms.ModelForm]:
        form = TemplateForm if obj else NewTemplateForm
        return super().get_form(request, obj, change=change, **{**kwargs, "form": form})

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin with the words that hold until now."""
        kind = request.GET.get("kind", LetterKind.INVITATION)
        return {"kind": kind, **letter_texts.DEFAULTS.get(kind, {})}

    def settle(self, obj: models.Model) -> None:
        if isinstance(obj, LetterTemplate):
            actions.settle_template(obj)
