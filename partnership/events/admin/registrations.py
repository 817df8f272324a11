"""Registrations in the secretariat's admin: to look at, to decide about, one or many."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from partnership.accounts.requests import signed_in
from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.sheets import SheetsMixin
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.errors import DomainError
from partnership.events import actions, phases, policies
from partnership.events.admin.filters import RegistrationStatusFilter, SourceFilter
from partnership.events.admin.registration_deeds import CONFIRM_PAGES, ToldReasonForm
from partnership.events.choices import EDITORS
from partnership.events.models import Event, Registration
from partnership.events.sheets import RegistrationSheet


@admin.register(Registration)
class RegistrationAdmin(SheetsMixin, StatusMixin, ReadOnlyAdmin):
    """Personal: the secretariat alone."""

    sheet = RegistrationSheet
    import_advice = _(
        "An import puts people on the list of an event: each gets a seat or a place on the waiting "
        "list by the order of the rows, and is told by mail. Import only those who have agreed that "
        "we keep their details. It changes nobody who is registered already."
    )
    imported = _("%(created)s registered, %(unchanged)s as before. Everybody new is told by mail.")

    view_roles = EDITORS
    icon = "how_to_reg"
    is_on_desk = True
    confirm_pages = CONFIRM_PAGES
    actions = ("accept_chosen", "decline_chosen")
    list_display = (
        "name",
        "organisation_name",
        "event",
        "status",
        "seats",
        "waitlist_number",
        "attendance",
        "source",
        "created_at",
    )
    list_select_related = ("event",)
    list_filter = (RegistrationStatusFilter, SourceFilter)
    search_fields = ("name", "latin_name", "email", "organisation_name", "group_name")
    sortable_by = ("created_at", "waitlist_number")
    ordering = ("-created_at", "-id")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("event", "status"),
                    ("name", "latin_name"),
                    ("email", "language"),
                    ("organisation_name", "position"),
                    ("source", "person"),
                )
            },
        ),
        (
            _("Group"),
            {
                "fields": (
                    ("group_name", "seats"),
                    ("other_adults", "young_people", "children"),
                    ("members_agreed_at", "guardians_agreed_at"),
                )
            },
        ),
        (
            _("Way"),
            {
                "fields": (
                    ("waitlist_number", "waitlist_priority"),
                    ("offer_expires_at", "verified_at"),
                    ("confirmed_at", "ended_at"),
                    ("decided_by", "decided_at"),
                    ("cancelled_by", "decision_reason"),
                    ("consent_version", "publish_consent"),
                )
            },
        ),
    )

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return lookup == "event" or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    def may_import(self, request: HttpRequest) -> bool:
        return bool(policies.may_decide(signed_in(request)))

    def exported(self, request: HttpRequest) -> Any:
        return super().exported(request).select_related("event").prefetch_related("members")

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Name the event and its seats above the list of one event."""
        number = request.GET.get("event", "")
        event = Event.objects.filter(pk=number).first() if number.isdecimal() else None
        title = {"title": _headline(event)} if event else {}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    @admin.action(description=_("Accept the chosen registrations"))
    def accept_chosen(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        """Each on its own, in the order they came; those that cannot be are named."""
        self._each(request, queryset, lambda row: actions.approve(row, by=signed_in(request)))

    @admin.action(description=_("Decline the chosen registrations"))
    def decline_chosen(
        self, request: HttpRequest, queryset: models.QuerySet
    ) -> TemplateResponse | None:
        """Ask for the one reason that all of them read."""
        form = ToldReasonForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            by = signed_in(request)
            self._each(request, queryset, lambda row: actions.reject(row, by=by, reason=reason))
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Decline the chosen registrations"),
            "rows": queryset,
            "form": form,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/events/decline.html", context)

    def _each(self, request: HttpRequest, queryset: models.QuerySet, deed: Any) -> None:
        done = 0
        for row in queryset.order_by("created_at", "pk"):
            try:
                deed(row)
            except DomainError as refusal:
                messages.error(request, f"{row.name}: {refusal}")
            else:
                done += 1
        if done:
            sentence = ngettext(
                "%(count)d registration is decided.", "%(count)d registrations are decided.", done
            )
            messages.success(request, sentence % {"count": done})

    def facts(self, obj: Registration) -> list[Fact]:
        return [
            Fact(_("registration"), obj.pk),
            Fact(_("status"), obj.get_status_display()),
            Fact(_("seats"), _headline(obj.event)),
        ]


def _headline(event: Event) -> str:
    seats = phases.seats_of(event)
    words = {
        "event": event,
        "taken": seats.taken,
        "capacity": "∞" if seats.capacity is None else seats.capacity,
        "waiting": seats.waiting,
    }
    return str(_("%(event)s: %(taken)d of %(capacity)s seats taken, %(waiting)d waiting")) % words
