"""Cases as cities submit them for the case collection."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cases.addresses import case_url
from cases.models import CaseSubmission
from cases.submitting import acceptance
from cases.submitting.sheet import sheet
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.review import subjects
from partnership.review.models import Submission
from partnership.review.sheets import Answers, Sheet

ON_NOTICE = ("about.lead_organisation", "places.0.place", "about.summary")
MEMBERS_ONLY = _(
    "Cases are submitted by members of the partnership. Ask the secretariat to name you for your "
    "organisation."
)


class CaseSubject(subjects.Subject):
    """A typical case: desk check, two expert reviews, public notice, publication."""

    key = "case"
    name = _("Typical case")

    @property
    def expert_reviews(self) -> int:  # type: ignore[override]
        return settings.CASE_EXPERT_REVIEWS

    @property
    def notice_days(self) -> int:  # type: ignore[override]
        return settings.CASE_NOTICE_DAYS

    def sheet(self, language: str) -> Sheet:
        return sheet(language)

    def title(self, answers: Answers) -> str:
        return str(answers.get("about", {}).get("title", "")).strip()

    def may_begin(self, user: User) -> Verdict:
        return ALLOWED if user.has_role(Role.MEMBER) else Verdict(MEMBERS_ONLY)

    def begin(self, submission: Submission, *, by: User, **details: Any) -> None:
        CaseSubmission.objects.create(submission=submission)

    def accept(self, submission: Submission, *, by: User) -> None:
        acceptance.make_case(submission, by=by)

    def facts(self, submission: Submission) -> list[tuple[str | Promise, Any]]:
        case = submission.of_case.case
        if case is None:
            return []
        address = reverse("admin:cases_case_change", args=[case.pk])
        return [(_("case"), format_html('<a href="{}">{}</a>', address, case))]

    def notice_facts(self, submission: Submission) -> list[tuple[str, str]]:
        version = submission.versions.latest("number")
        texts = sheet(submission.language).texts(version.answers)
        return [texts[path] for path in ON_NOTICE if path in texts]

    def public_url(self, submission: Submission) -> str:
        case = submission.of_case.case
        language = languages.current()
        if case is None or not case.is_public:
            return ""
        return case_url(case.number, getattr(case, languages.column("slug", language)), language)


subjects.register(CaseSubject())
