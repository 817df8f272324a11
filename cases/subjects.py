"""Cases as cities submit them for the case collection."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cases import actions
from cases.addresses import case_url
from cases.choices import PUBLISH
from cases.models import CaseSubmission
from cases.submitting import acceptance, speakers
from cases.submitting.sheet import sheet
from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.network import policies as network
from partnership.network import speakers as of_network
from partnership.network.handed_in import OrganisationSubject, places_called
from partnership.network.roles import Right
from partnership.network.superiors import above
from partnership.reference.models import Place
from partnership.review import subjects
from partnership.review.choices import EnclosureRole
from partnership.review.models import Submission
from partnership.review.sheets import Answers, Line, Sheet

ON_NOTICE = ("about.lead_organisation", "places.0.place", "about.summary")
MEMBERS_ONLY = _(
    "Cases are submitted by organisations of the partnership. Ask for an account that writes for "
    "yours."
)


class CaseSubject(OrganisationSubject):
    """A typical case: desk check, two expert reviews, public notice, publication."""

    key = "case"
    name = _("Typical case")
    sender = "of_case__organisation"
    enclosures = tuple(EnclosureRole)

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
        return ALLOWED if of_network.writes_for(user).exists() else Verdict(MEMBERS_ONLY)

    def questions(self, user: User) -> dict[str, forms.Field]:
        return {"organisation": of_network.OrganisationField(user)}

    def begin(self, submission: Submission, *, by: User, **details: Any) -> None:
        organisation = details["organisation"]
        network.may(by, organisation, Right.DRAFT).require()
        CaseSubmission.objects.create(
            submission=submission, organisation=organisation, lead=details.get("lead")
        )

    def needs_endorsement(self, submission: Submission) -> bool:
        return above(submission.of_case.organisation).exists()

    def may_endorse(self, user: User, submission: Submission) -> Verdict:
        return speakers.may_endorse_for(user, submission.of_case.organisation)

    def endorsed_by(self, user: User) -> Q:
        return speakers.endorsed_by(user)

    def endorsers(self, submission: Submission) -> Iterable[User]:
        return of_network.endorsers_for(submission.of_case.organisation)

    def places_of(self, submission: Submission) -> Iterable[Place]:
        rows = (submission.latest_version or submission).answers.get("places", [])
        return places_called(row.get("place") for row in rows)

    def accept(self, submission: Submission, *, by: User) -> None:
        acceptance.make_case(submission, by=by)

    def facts(self, submission: Submission) -> list[tuple[str | Promise, Any]]:
        entry = submission.of_case
        facts: list[tuple[str | Promise, Any]] = [(_("organisation"), str(entry.organisation))]
        if entry.case is not None:
            address = reverse("admin:cases_case_change", args=[entry.case.pk])
            facts.append((_("case"), format_html('<a href="{}">{}</a>', address, entry.case)))
        return facts

    def notice_facts(self, submission: Submission) -> list[Line]:
        version = submission.versions.latest("number")
        parts = sheet(submission.language).shown(version.answers)
        lines = {line.path: line for part in parts for line in part.lines}
        return [lines[path] for path in ON_NOTICE if path in lines]

    def take_off(self, submission: Submission, *, by: User) -> None:
        case = submission.of_case.case
        if case is None:
            return
        for language in case.published_languages:
            actions.withdraw_from_publication(case, language, by=by, reason=submission.reason)

    def ways_to_publish(self, submission: Submission) -> list[tuple[str | Promise, str]]:
        case = submission.of_case.case
        return [
            (label, reverse("admin:cases_case_deed", args=[case.pk, f"publish-{language}"]))
            for language, label in PUBLISH.items()
            if case is not None and case.published_at(language) is None
        ]

    def public_url(self, submission: Submission) -> str:
        case = submission.of_case.case
        language = languages.current()
        if case is None or not case.is_public:
            return ""
        return case_url(case.number, getattr(case, languages.column("slug", language)), language)


subjects.register(CaseSubject())
