"""City reports as something that is handed in and judged: desk check, then publication."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.network import speakers
from partnership.network.handed_in import OrganisationSubject
from partnership.reports import actions
from partnership.reports.forms import ReportField
from partnership.reports.models import EventReport
from partnership.reports.sheet import sheet
from partnership.review import subjects
from partnership.review.choices import State
from partnership.review.models import Submission
from partnership.review.sheets import Answers, Sheet

MEMBERS_ONLY = _(
    "Cities report through the people who write for them. Ask for an account that writes for yours."
)


class CityReport(OrganisationSubject):
    """What a city says after an event at which it had seats."""

    key = "city-report"
    name = _("City report after an event")
    sender = "city_report__organisation"

    def sheet(self, language: str) -> Sheet:
        return sheet(language)

    def title(self, answers: Answers) -> str:
        return str(answers.get("about", {}).get("title", "")).strip()

    def may_begin(self, user: User) -> Verdict:
        return ALLOWED if speakers.writes_for(user).exists() else Verdict(MEMBERS_ONLY)

    def is_offered(self, user: User) -> bool:
        return EventReport.objects.to_begin(user).exists()

    def questions(self, user: User) -> dict[str, forms.Field]:
        return {"report": ReportField(user)}

    def begin(self, submission: Submission, *, by: User, **details: Any) -> None:
        actions.begin_for(details["report"], submission, by=by)

    def accept(self, submission: Submission, *, by: User) -> None:
        cleaned = sheet(submission.language).cleaned(submission.answers)
        actions.keep_accepted(submission.city_report, cleaned, submission.language)

    def facts(self, submission: Submission) -> list[tuple[str | Promise, Any]]:
        report = submission.city_report
        address = reverse("admin:reports_eventreport_change", args=[report.pk])
        return [
            (_("organisation"), str(report.organisation)),
            (_("city report"), format_html('<a href="{}">{}</a>', address, report.event)),
        ]

    def take_off(self, submission: Submission, *, by: User) -> None:
        actions.take_off(submission.city_report)

    def public_url(self, submission: Submission) -> str:
        if submission.state != State.PUBLISHED:
            return ""
        return reverse("reports:report", args=[submission.city_report.pk])


subjects.register(CityReport())
