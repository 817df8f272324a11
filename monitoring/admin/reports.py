"""Reports in the admin: looked at, since nothing about them ever changes, and withdrawn."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from monitoring import actions, policies
from monitoring.admin.surveys import WATCHERS
from monitoring.models import MonitoringReport
from monitoring.reporting.lines import withdrawal_of
from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.confirm import ConfirmPage
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import ChoicesDropdownFilter, TextareaWidget
from partnership.core.verdicts import Verdict

LONGEST_REASON = 2000


def _reason(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=_(
            "Public: it stands at the address of the report. Write nothing about a person."
        ),
        widget=TextareaWidget(attrs={"rows": 3}),
        max_length=LONGEST_REASON,
    )


class WithdrawalForm(forms.Form):
    reason_zh_hans = _reason(_("Reason in Chinese"))
    reason_en = _reason(_("Reason in English"))


class Withdraw(ConfirmPage):
    slug = "withdraw"
    label = _("Withdraw the report")
    question = _(
        "Its address says at once that it was withdrawn, and why; lists and the API leave it out, the search "
        "within minutes. What was frozen stays as it is, and its number is given to no other. This cannot be "
        "undone; the report can be made anew, with a new number."
    )
    done = _("The report is withdrawn.")
    form_class = WithdrawalForm
    is_danger = True
    in_pairs = True

    def verdict(self, user: Any, obj: MonitoringReport) -> Verdict:
        return policies.may_withdraw_report(user)

    def is_offered(self, obj: MonitoringReport) -> bool:
        return withdrawal_of(obj) is None

    def perform(self, obj: MonitoringReport, *, by: Any, **typed: Any) -> None:
        actions.withdraw_report(obj, **typed, by=by)


@admin.register(MonitoringReport)
class MonitoringReportAdmin(StatusMixin, ReadOnlyAdmin):
    """Made on the page of reports by the secretariat and by cities."""

    icon = "summarize"
    view_roles = WATCHERS
    confirm_pages = (Withdraw(),)
    list_columns = (
        "number", "scope", "place", "organisation", "first_day", "last_day", "made_at", "is_demo",
        "withdrawal__withdrawn_at",
    )  # fmt: skip
    list_display = ("number", "scope", "place", "organisation", "made_at", "withdrawn", "is_demo")
    list_select_related = ("place", "organisation", "withdrawal")
    list_filter = (("scope", ChoicesDropdownFilter), "is_demo")
    search_fields = ("number",)
    ordering = ("-made_at",)
    fields = (
        ("number", "version_no", "is_demo"),
        ("scope", "place", "organisation"),
        ("first_day", "last_day", "made_at"),
        ("statistics_version", "data_hash"),
    )

    @admin.display(description=_("withdrawn"))
    def withdrawn(self, obj: MonitoringReport) -> str:
        found = withdrawal_of(obj)
        return date_format(timezone.localtime(found.withdrawn_at), "DATE_FORMAT") if found else "–"

    def facts(self, obj: MonitoringReport) -> list[Fact]:
        found = withdrawal_of(obj)
        if found is None:
            return []
        return [Fact(_("withdrawn"), self.withdrawn(obj)), Fact(_("reason"), found.reason)]
