"""Attendance plans: who stands at the door of an event."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from partnership.attendance.admin.plan_deeds import CONFIRM_PAGES
from partnership.attendance.choices import ARRANGERS
from partnership.attendance.models import Certificate, CheckIn, Plan, Question
from partnership.attendance.querysets import to_certify
from partnership.core.admin import AdminBase, TranslatedStackedRows
from partnership.core.admin.pairs import pair
from partnership.core.admin.rows import OrderedRows
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import DropdownFilter
from partnership.events import programmes


class QuestionRows(TranslatedStackedRows):
    """Questions of the evaluation. What somebody has answered is asked no differently."""

    model = Question
    formset = OrderedRows
    ordering_field = "order"
    fieldsets = ((None, {"fields": (pair("text"), ("kind", "order"))}),)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not _is_answered(obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and not _is_answered(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not _is_answered(obj)


class WaitsFilter(DropdownFilter):
    """Plans for which the secretariat has something to do."""

    title = _("to do")
    parameter_name = "waits"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("certificates", _("certificates to issue")),
            ("evaluation", _("evaluation to begin")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> models.QuerySet:
        found = {"certificates": queryset.to_certify, "evaluation": queryset.to_evaluate}
        return found.get(self.value() or "", lambda: queryset)()


@admin.register(Plan)
class PlanAdmin(StatusMixin, AdminBase):
    """One for an event; stewards are named by a button, and told."""

    change_roles = ARRANGERS
    icon = "badge"
    confirm_pages = CONFIRM_PAGES
    list_display = ("event", "starts_at", "steward_count")
    list_select_related = ("event",)
    list_filter = (WaitsFilter,)
    search_fields = ("event__slug", "event__title_zh_hans", "event__title_en")
    ordering = ("-event__starts_at", "-id")
    autocomplete_fields = ("event",)
    inlines = (QuestionRows,)
    fields = ("event", ("measure", "needed_share"))

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).annotate(steward_count=Count("stewards"))

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        return ("event",) if obj else ()

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Where the event has announced a share itself, the plan asks for none beside it."""
        return ("event", "measure") if obj and _announced(obj) else self.fields

    @admin.display(description=pgettext_lazy("event", "starts"), ordering="event__starts_at")
    def starts_at(self, obj: Plan) -> Any:
        return obj.event.starts_at

    @admin.display(description=_("stewards"), ordering="steward_count")
    def steward_count(self, obj: Any) -> int:
        return obj.steward_count

    def facts(self, obj: Plan) -> list[Fact]:
        present = CheckIn.objects.filter(registration__event=obj.event_id)
        names = [str(steward) for steward in obj.stewards.select_related("person")]
        announced = _announced(obj)
        share = gettext("%(share)d%%, announced with the event; it is changed there")
        return [
            *([Fact(_("share needed (%)"), share % {"share": announced})] if announced else ()),
            Fact(_("stewards"), pgettext("between items", ", ").join(names) or "–"),
            Fact(_("check-ins"), present.count()),
            Fact(pgettext_lazy("event", "Door"), _link("door", obj, _("Open the list"))),
            Fact(_("attendance"), _link("table", obj, _("Open the table"))),
            Fact(_("lists"), _link("exports", obj, _("Lists and files"))),
            Fact(_("certificates"), self._certificates(obj)),
            Fact(_("evaluation"), self._evaluation(obj)),
        ]

    def _certificates(self, obj: Plan) -> str:
        given = Certificate.objects.holding().filter(registration__event=obj.event_id).count()
        words = {"given": given, "total": given + to_certify(obj.event).count()}
        if obj.is_certifying:
            return gettext("%(given)d of %(total)d issued, the others are being written") % words
        return gettext("%(given)d of %(total)d issued") % words

    def _evaluation(self, obj: Plan) -> object:
        if not obj.questions.exists():
            return _("no questions yet")
        count = obj.responses.count()
        return _link("evaluation", obj, _("Results, responses: %(count)d") % {"count": count})


def _announced(plan: Plan) -> int | None:
    return programmes.certificate_share(plan.event)


def _is_answered(plan: Plan | None) -> bool:
    return plan is not None and plan.responses.exists()


def _link(page: str, obj: Plan, text: object) -> SafeString:
    address = reverse(f"attendance:{page}", args=[obj.event.slug])
    return format_html('<a href="{}">{}</a>', address, text)
