"""Seats for nominations: asking organisations, changing, giving back."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from partnership.accounts.requests import signed_in
from partnership.core.admin import AdminBase
from partnership.core.admin.made import MadeByActionMixin
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.versions import VersionedAdmin
from partnership.events.choices import EDITORS, READERS
from partnership.nominations import actions
from partnership.nominations.admin.deeds import Release
from partnership.nominations.admin.filters import QuotaWorkFilter
from partnership.nominations.admin.letter_deeds import InviteOrganisation
from partnership.nominations.forms.staff import AskForm, QuotaForm
from partnership.nominations.models import NominationQuota


@admin.register(NominationQuota)
class QuotaAdmin(MadeByActionMixin, StatusMixin, VersionedAdmin, AdminBase):
    """How many people an organisation sends, and by when it says whom."""

    view_roles = READERS
    change_roles = EDITORS
    form = QuotaForm
    confirm_pages = (InviteOrganisation(), Release())
    new_form = AskForm
    icon = "event_seat"
    list_before_template = "admin/nominations/participation_link.html"
    is_on_desk = True
    list_display = ("__str__", "shown_seats", "reserve_seats", "shown_named", "deadline")
    list_select_related = ("hold__event", "hold__organisation")
    list_filter = (QuotaWorkFilter,)
    search_fields = (
        "hold__event__title_zh_hans",
        "hold__event__title_en",
        "hold__organisation__name_zh_hans",
        "hold__organisation__name_en",
    )
    sortable_by = ("deadline",)
    ordering = ("-deadline", "-id")
    fieldsets = ((None, {"fields": (("seats", "reserve_seats"), "deadline")}),)
    add_fieldsets = (
        (None, {"fields": ("event", "organisations", ("seats", "reserve_seats"), "deadline")}),
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        rows: Any = super().get_queryset(request)
        return rows.counted()

    @admin.display(description=_("seats"))
    def shown_seats(self, obj: Any) -> str:
        return f"{obj.filled} / {obj.seats}"

    @admin.display(description=_("people named"))
    def shown_named(self, obj: Any) -> int:
        named: int = obj.named
        return named

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        return self.fieldsets if obj else self.add_fieldsets

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        """Ask each of the organisations; the form leads on to the first."""
        event, organisations = typed.pop("event"), typed.pop("organisations")
        return actions.ask(event, organisations, by=signed_in(request), **typed)[0]

    def save_model(
        self, request: HttpRequest, obj: models.Model, form: forms.ModelForm, change: bool
    ) -> None:
        if isinstance(obj, NominationQuota) and change:
            typed = {
                name: form.cleaned_data[name] for name in ("seats", "reserve_seats", "deadline")
            }
            actions.change_quota(obj, by=signed_in(request), **typed)
        else:
            super().save_model(request, obj, form, change)

    def settle(self, obj: models.Model) -> None:
        """Leave it to the action, which has counted the version."""

    def log_change(self, request: HttpRequest, obj: models.Model, message: object) -> None:  # type: ignore[override]
        """Leave it to the action, which has recorded it."""

    def facts(self, obj: Any) -> list[Fact]:
        people = reverse("admin:nominations_nomination_changelist")
        history = reverse("nominations:history", args=[obj.organisation.slug])
        return [
            Fact(_("Event"), obj.event),
            Fact(_("organisation"), obj.organisation),
            Fact(_("seats filled"), f"{obj.filled} / {obj.seats}"),
            Fact(
                _("nominations"),
                format_html('<a href="{}?quota={}">{}</a>', people, obj.pk, _("Open the list")),
            ),
            Fact(
                _("participation so far"),
                format_html('<a href="{}">{}</a>', history, _("Open the list")),
            ),
        ]
