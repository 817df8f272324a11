"""The waste profile as something that is handed in and judged."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring import actions, policies
from monitoring.models import WasteProfile, WasteSubmission
from monitoring.waste import acceptance
from monitoring.waste.forms import GovernmentField, ValueRow, year_field
from monitoring.waste.sheet import sheet, told
from partnership.accounts.models import User
from partnership.core.verdicts import Verdict
from partnership.network.handed_in import OrganisationSubject
from partnership.review.models import Submission
from partnership.review.sheets import Answers, Problem, Sheet


class WasteProfileSubject(OrganisationSubject):
    """A city's waste in one year: the desk checks it, and once accepted it is public."""

    key = "waste-profile"
    name = gettext_lazy("City waste profile")
    sender = "of_waste__organisation"

    def sheet(self, language: str) -> Sheet:
        return sheet(language)

    def problems(self, submission: Submission, answers: Answers) -> list[Problem]:
        """The period of each value ends in the year of the profile."""
        own = self.sheet(submission.language)
        found = own.problems(answers)
        if found:
            return found
        year, label = _entry(submission).year, str(ValueRow.base_fields["last_day"].label)
        said = _("The period has to end in %(year)s, the year of the profile.") % {"year": year}
        return [
            Problem(f"values.{place}.last_day", label, said)
            for place, row in told(own.cleaned(answers))
            if row["last_day"].year != year
        ]

    def title(self, answers: Answers) -> str:
        return str(answers.get("about", {}).get("profile", "")).strip()

    def may_begin(self, user: User) -> Verdict:
        return policies.may_tell_waste_at_all(user)

    def questions(self, user: User) -> dict[str, forms.Field]:
        return {"organisation": GovernmentField(user), "year": year_field()}

    def begin(self, submission: Submission, *, by: User, **details: Any) -> None:
        actions.open_profile(submission, details["organisation"], details["year"], by=by)

    def accept(self, submission: Submission, *, by: User) -> None:
        acceptance.record(submission, by=by)

    def facts(self, submission: Submission) -> list[tuple[str | Promise, Any]]:
        entry = _entry(submission)
        found: list[tuple[str | Promise, Any]] = [
            (gettext_lazy("organisation"), str(entry.organisation)),
            (gettext_lazy("year"), entry.year),
        ]
        if _replaced(entry).exists():
            found.append((gettext_lazy("takes the place of"), str(_replaced(entry).get())))
        return found

    def public_url(self, submission: Submission) -> str:
        profile = WasteProfile.objects.approved().filter(handed_in=submission.pk).first()
        return reverse("monitoring:waste-city", args=[profile.place.code]) if profile else ""


def _replaced(entry: WasteSubmission) -> Any:
    """Return the profile of the same city and year that was accepted before."""
    same = WasteProfile.objects.approved().filter(place=entry.organisation.place, year=entry.year)
    return same.exclude(handed_in=entry)


def _entry(submission: Any) -> WasteSubmission:
    entry: WasteSubmission = submission.of_waste
    return entry
