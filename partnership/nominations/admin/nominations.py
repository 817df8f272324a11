"""Nominations in the secretariat's admin: to decide about, one or many."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from partnership.accounts.requests import signed_in
from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.errors import DomainError
from partnership.events.choices import EDITORS
from partnership.nominations import history
from partnership.nominations.admin.deeds import (
    ACCEPT,
    DECISIONS,
    DECLINE,
    RESERVE,
    RETURN,
    Decision,
)
from partnership.nominations.admin.filters import NominationStatusFilter, NominationWorkFilter
from partnership.nominations.admin.letter_deeds import InvitePerson
from partnership.nominations.models import Nomination


def _chosen(page: Decision, description: Any) -> Callable[..., HttpResponse | None]:
    """Return the list's action for one decision about many."""

    @admin.action(description=description)
    def act(
        modeladmin: "NominationAdmin", request: HttpRequest, queryset: models.QuerySet
    ) -> HttpResponse | None:
        return modeladmin.decide_chosen(request, queryset, page)

    act.__name__ = f"{page.slug}_chosen"
    return act


@admin.register(Nomination)
class NominationAdmin(StatusMixin, ReadOnlyAdmin):
    """Personal: the secretariat alone."""

    view_roles = EDITORS
    icon = "person_add"
    is_on_desk = True
    confirm_pages = (*DECISIONS, InvitePerson())
    actions = (
        _chosen(ACCEPT, _("Accept the chosen people")),
        _chosen(RESERVE, _("Put the chosen people on the reserve list")),
        _chosen(RETURN, _("Return the chosen people")),
        _chosen(DECLINE, _("Decline the chosen people")),
    )
    list_display = ("name", "organisation", "event", "rank", "status", "answer", "submitted_at")
    list_select_related = ("quota__hold__event", "quota__hold__organisation", "registration")
    list_filter = (NominationWorkFilter, NominationStatusFilter)
    search_fields = ("name", "latin_name", "email", "position")
    sortable_by = ("submitted_at",)
    ordering = ("-submitted_at", "quota_id", "rank", "id")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("status", "rank"),
                    ("name", "latin_name"),
                    ("email", "language"),
                    ("position", "note"),
                    ("replaces", "shown_letter"),
                )
            },
        ),
        (
            _("Way"),
            {
                "fields": (
                    ("submitted_by", "submitted_at"),
                    ("needs_endorsement", "endorsed_by"),
                    ("decided_by", "decided_at"),
                    "reason",
                )
            },
        ),
    )
    readonly_fields = ("shown_letter",)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        rows: Any = super().get_queryset(request)
        return rows.exclude(status="draft")

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return lookup == "quota" or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    @admin.display(description=_("organisation"))
    def organisation(self, obj: Nomination) -> str:
        return str(obj.quota.organisation)

    @admin.display(description=_("Event"))
    def event(self, obj: Nomination) -> str:
        return str(obj.quota.event)

    @admin.display(description=_("Answer"))
    def answer(self, obj: Nomination) -> str:
        return str(obj.answer.label) if obj.answer else "–"

    @admin.display(description=_("signed letter (scan)"))
    def shown_letter(self, obj: Nomination) -> str:
        if obj.letter is None or not obj.letter.is_available:
            return "–"
        address = reverse("nominations:letter", args=[obj.quota_id, obj.pk])
        return format_html('<a href="{}">{}</a>', address, obj.letter)

    def decide_chosen(
        self, request: HttpRequest, queryset: models.QuerySet, page: Decision
    ) -> HttpResponse | None:
        """Ask for the one reason, where one is asked; then decide about each on its own, in the
        order of the list; those that cannot be are named."""
        form = page.asked(request.POST if "sure" in request.POST else None)
        if page.asked is forms.Form or form.is_valid():
            typed = getattr(form, "cleaned_data", {})
            self._each(request, queryset, page, typed)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": page.label,
            "question": page.question,
            "is_danger": page.is_danger,
            "action": f"{page.slug}_chosen",
            "rows": queryset.select_related(*self.list_select_related),
            "form": form,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/nominations/decide.html", context)

    def _each(
        self, request: HttpRequest, queryset: models.QuerySet, page: Decision, typed: dict[str, Any]
    ) -> None:
        done = 0
        for row in queryset.order_by("quota_id", "rank", "pk"):
            try:
                page.perform(row, by=signed_in(request), **typed)
            except DomainError as refusal:
                messages.error(request, f"{row.name}: {refusal}")
            else:
                done += 1
        if done:
            sentence = ngettext(
                "%(count)d nomination is decided.", "%(count)d nominations are decided.", done
            )
            messages.success(request, sentence % {"count": done})

    def facts(self, obj: Nomination) -> list[Fact]:
        quota = obj.quota
        return [
            Fact(_("Event"), quota.event),
            Fact(_("organisation"), quota.organisation),
            Fact(_("status"), obj.get_status_display()),
            Fact(_("Answer"), obj.answer.label if obj.answer else "–"),
            Fact(_("seats so far"), history.in_words(obj.email)),
        ]
