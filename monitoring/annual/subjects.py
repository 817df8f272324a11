"""The annual city report as something that is handed in and judged."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from monitoring import actions, policies
from monitoring.annual.forms import CityYearField, years_of
from monitoring.annual.sheet import sheet, texts
from monitoring.models import AnnualReport, AnnualSubmission
from monitoring.reporting.lines import newer_than
from partnership.accounts.models import User
from partnership.core.verdicts import Verdict
from partnership.network.handed_in import OrganisationSubject
from partnership.reference.models import Place
from partnership.review.models import Submission
from partnership.review.sheets import Answers, Sheet


class AnnualReportSubject(OrganisationSubject):
    """What a city writes around its figures: the desk checks it, and once accepted it is public."""

    key = "annual-report"
    name = _("Annual city report")
    sender = "of_annual__organisation"

    def sheet(self, language: str) -> Sheet:
        return sheet(language)

    def title(self, answers: Answers) -> str:
        about = answers.get("about", {})
        return str(about.get("title") or about.get("report") or "").strip()

    def may_begin(self, user: User) -> Verdict:
        return policies.may_write_annual_at_all(user)

    def is_offered(self, user: User) -> bool:
        return bool(years_of(user))

    def questions(self, user: User) -> dict[str, forms.Field]:
        return {"city_year": CityYearField(user)}

    def begin(self, submission: Submission, *, by: User, **details: Any) -> None:
        place, year = details["city_year"]
        actions.open_annual(submission, place, year, by=by)

    def places_of(self, submission: Submission) -> Iterable[Place]:
        place = _entry(submission).computed.place
        return [place] if place else []

    def accept(self, submission: Submission, *, by: User) -> None:
        entry = _entry(submission)
        cleaned = sheet(submission.language).cleaned(submission.answers)
        actions.keep_annual(entry.computed, texts(cleaned), submission.language, entry=entry, by=by)

    def facts(self, submission: Submission) -> list[tuple[str | Promise, Any]]:
        entry = _entry(submission)
        found: list[tuple[str | Promise, Any]] = [
            (_("organisation"), str(entry.organisation)),
            (_("computed part"), _link(entry.computed.number)),
        ]
        newer = newer_than(entry.computed)
        if newer:
            found.append((_("later version of the computed part"), _link(newer)))
        return found

    def public_url(self, submission: Submission) -> str:
        kept = AnnualReport.objects.approved().filter(handed_in=submission.pk)
        latest = kept.latest_first().first()
        return reverse("monitoring:annual-report", args=[latest.number]) if latest else ""


def _link(number: str) -> str:
    address = reverse("monitoring:report", args=[number])
    return format_html('<a href="{}">{}</a>', address, number)


def _entry(submission: Any) -> AnnualSubmission:
    entry: AnnualSubmission = submission.of_annual
    return entry
