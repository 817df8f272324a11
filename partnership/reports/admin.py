"""City reports in the secretariat's admin: who owes one, and what came. Nothing is typed here."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.confirm import ConfirmPage, ReasonForm
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import DropdownFilter
from partnership.core.verdicts import Verdict
from partnership.reports import actions, policies, waiting
from partnership.reports.choices import READERS, REMINDERS
from partnership.reports.models import EventReport
from partnership.reports.querysets import RELATED
from partnership.review.choices import State


class WorkFilter(DropdownFilter):
    """What somebody has to do; the start page leads here."""

    title = _("to be done")
    parameter_name = "work"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("publish", _("City reports to publish")),
            ("overdue", _("City reports that are overdue")),
        ]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        rows = {"publish": EventReport.objects.to_publish, "overdue": waiting.overdue}
        found = rows.get(self.value() or "")
        return queryset.filter(pk__in=found().values("pk")) if found else queryset


class Publish(ConfirmPage):
    """Makes an accepted report public."""

    slug = "publish"
    label = _("Publish")
    question = _(
        "The report becomes public as it was handed in, without what is for the secretariat only. "
        "Its figures count in the results of the programme."
    )
    done = _("The report is public.")

    def verdict(self, user: Any, obj: EventReport) -> Verdict:
        return policies.may_publish(user, obj)

    def is_offered(self, obj: EventReport) -> bool:
        return obj.submission is not None and obj.submission.state == State.ACCEPTED

    def perform(self, obj: EventReport, *, by: Any, **typed: Any) -> None:
        actions.publish(obj, by=by)


class Excuse(ConfirmPage):
    """Nobody asks the city any longer."""

    slug = "excuse"
    label = _("Release from the report")
    question = _("The city is told that no report is asked of it, and is no longer reminded.")
    done = _("The city is released from this report.")
    form_class = ReasonForm

    def verdict(self, user: Any, obj: EventReport) -> Verdict:
        return policies.may_excuse(user)

    def is_offered(self, obj: EventReport) -> bool:
        return obj.is_owed

    def perform(self, obj: EventReport, *, by: Any, **typed: Any) -> None:
        actions.excuse(obj, by=by, reason=typed["reason"])


class AskAfterAll(Excuse):
    """A released city is asked anew."""

    slug = "ask"
    label = _("Ask for the report after all")
    question = _("The city is asked for its report, with at least a week to write it.")
    done = _("The city is asked for its report.")

    def is_offered(self, obj: EventReport) -> bool:
        return obj.excused_on is not None

    def perform(self, obj: EventReport, *, by: Any, **typed: Any) -> None:
        actions.ask_after_all(obj, by=by, reason=typed["reason"])


@admin.register(EventReport)
class EventReportAdmin(StatusMixin, ReadOnlyAdmin):
    """One row for each city and event."""

    view_roles = READERS
    confirm_pages = (Publish(), Excuse(), AskAfterAll())
    icon = "summarize"
    is_on_desk = True
    list_display = ("__str__", "shown_state", "due_on", "shown_reminders")
    list_select_related = RELATED
    list_filter = (WorkFilter,)
    search_fields = (
        "event__title_zh_hans",
        "event__title_en",
        "organisation__name_zh_hans",
        "organisation__name_en",
    )
    sortable_by = ("due_on",)
    ordering = ("-due_on", "-id")
    fields = ("title", "participants", "learned", "use", "shown_actions", "shown_leads", "support")
    readonly_fields = ("shown_actions", "shown_leads")

    @admin.display(description=_("state"))
    def shown_state(self, obj: EventReport) -> SafeString:
        owed = pgettext("report", "Owed")
        state = owed if obj.submission is None else obj.submission.state_in_words
        if obj.excused_on and obj.is_free:
            state = pgettext("report", "Released")
        look = "desk-badge is-warning" if obj.is_overdue else "desk-badge"
        return format_html('<span class="{}">{}</span>', look, state)

    @admin.display(description=_("reminders sent"))
    def shown_reminders(self, obj: EventReport) -> str:
        return f"{obj.reminders} / {len(REMINDERS)}"

    @admin.display(description=_("reported actions"))
    def shown_actions(self, obj: EventReport) -> SafeString | str:
        return _lines((str(action), action.shown_by_when) for action in obj.actions.all())

    @admin.display(description=_("case leads"))
    def shown_leads(self, obj: EventReport) -> SafeString | str:
        return _lines((lead.title, lead.story) for lead in obj.leads.all())

    def facts(self, obj: EventReport) -> list[Fact]:
        found = [
            Fact(_("Event"), obj.event),
            Fact(_("organisation"), obj.organisation),
            Fact(pgettext("report", "due"), date_format(obj.due_on)),
            Fact(_("reminders sent"), self.shown_reminders(obj)),
        ]
        if obj.excused_on:
            found.append(Fact(_("released from it on"), date_format(obj.excused_on)))
        if obj.submission is not None and obj.submission.submitted_at:
            address = reverse("admin:review_submission_change", args=[obj.submission.pk])
            link = format_html('<a href="{}">{}</a>', address, obj.submission.receipt)
            found.append(Fact(_("submission"), link))
        return found


def _lines(rows: Any) -> SafeString | str:
    return format_html_join("", "<p><strong>{}</strong> {}</p>", rows) or "–"
