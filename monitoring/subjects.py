"""What cities hand in: beach surveys, samples of microplastics, and more from rooms of their own.

Their order here is that of the page on which submissions are begun.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from monitoring.annual.subjects import AnnualReportSubject
from monitoring.choices import SurveyType
from monitoring.models import (
    SampleSubmission,
    SamplingUnit,
    Survey,
    SurveySite,
    SurveySubmission,
)
from monitoring.protocols import message
from monitoring.sampling import acceptance as of_samples
from monitoring.sampling import sheet as sample
from monitoring.sampling.forms import Result
from monitoring.sampling.places import too_far_from_coast_km, too_far_km
from monitoring.sea.subjects import SeabedSubject, TrawlSubject, VisualSubject
from monitoring.surveying import acceptance
from monitoring.surveying.history import history_of, is_outlier
from monitoring.surveying.sheet import counts_of, sheet
from monitoring.surveying.transects import named
from monitoring.waste.subjects import WasteProfileSubject
from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.network import policies as network
from partnership.network import speakers
from partnership.network.handed_in import OrganisationSubject, places_called
from partnership.network.models import Organisation
from partnership.network.roles import Right
from partnership.reference.models import Place
from partnership.review import subjects
from partnership.review.models import Submission
from partnership.review.sheets import Answers, Problem, Sheet

NO_SITE = _(
    "Surveys are handed in by organisations that survey a site. Ask the secretariat to enter yours."
)
MEMBERS_ONLY = _(
    "Samples are handed in by organisations of the partnership. Ask for an account that writes for "
    "yours."
)


class TransectField(forms.ModelChoiceField):
    """Which transect was surveyed: those in use, of the sites the person surveys."""

    def __init__(self, user: User) -> None:
        own = SamplingUnit.objects.filter(
            site__in=SurveySite.objects.surveyed_by(user), replaced_by__isnull=True
        )
        rows = own.select_related("site").order_by("site__code", "code")
        super().__init__(
            rows,
            label=_("Which transect?"),
            widget=forms.RadioSelect,
            empty_label=None,
            initial=rows[0].pk if len(rows) == 1 else None,
        )

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.site.name} · {obj}"


class SurveySubject(OrganisationSubject):
    """A beach survey: the desk checks it, and once accepted it counts."""

    key = "survey"
    name = _("Beach survey")
    sender = "of_survey__unit__site__organisation"

    def sheet(self, language: str) -> Sheet:
        return sheet(language)

    def problems(self, submission: Submission, answers: Answers) -> list[Problem]:
        """A second survey of the transect on this day needs a replicate number of its own."""
        own = self.sheet(submission.language)
        found = own.problems(answers)
        if found:
            return found
        cleaned = own.cleaned(answers)
        effort = cleaned["effort"]
        same = Survey.objects.approved().filter(
            unit=_entry(submission).unit,
            surveyed_on=effort["surveyed_on"],
            replicate_no=effort["replicate_no"],
        )
        if any(other.handed_in_id != submission.pk for other in same):
            found.append(
                Problem("effort.replicate_no", str(_("Replicate number")), message("M051"))
            )
        return found + _out_of_the_ordinary(submission, effort, counts_of(cleaned))

    def title(self, answers: Answers) -> str:
        effort = answers.get("effort", {})
        said = (str(effort.get(name, "")).strip() for name in ("transect", "surveyed_on"))
        return " · ".join(filter(None, said))

    def may_begin(self, user: User) -> Verdict:
        has_site = SurveySite.objects.surveyed_by(user).filter(units__isnull=False).exists()
        return ALLOWED if has_site else Verdict(NO_SITE)

    def questions(self, user: User) -> dict[str, forms.Field]:
        return {"unit": TransectField(user)}

    def many_url(self) -> str:
        return reverse("monitoring:workbook")

    def begin(self, submission: Submission, *, by: User, **details: Any) -> None:
        unit: SamplingUnit = details["unit"]
        network.may(by, unit.site.organisation, Right.DRAFT).require()
        SurveySubmission.objects.create(submission=submission, unit=unit)
        submission.answers = {"effort": {"transect": named(unit, submission.language)}}
        submission.title = self.title(submission.answers)
        submission.save(update_fields=["answers", "title"])

    def attach(
        self, submissions: Sequence[Submission], details: Sequence[dict[str, Any]], *, by: User
    ) -> None:
        units = [each["unit"] for each in details]
        for organisation in Organisation.objects.filter(survey_sites__units__in=units).distinct():
            network.may(by, organisation, Right.DRAFT).require()
        SurveySubmission.objects.bulk_create(
            [
                SurveySubmission(submission=submission, unit=unit)
                for submission, unit in zip(submissions, units, strict=True)
            ],
            batch_size=500,
        )

    def places_of(self, submission: Submission) -> Iterable[Place]:
        return [_entry(submission).unit.site.place]

    def accept(self, submission: Submission, *, by: User) -> None:
        acceptance.record(submission, by=by)

    def facts(self, submission: Submission) -> list[tuple[str | Promise, Any]]:
        unit = _entry(submission).unit
        return [
            (_("organisation"), str(unit.site.organisation)),
            (_("survey site"), str(unit.site)),
            (_("transect"), str(unit)),
            (_("length (m)"), unit.length_m),
        ]

    def public_url(self, submission: Submission) -> str:
        survey = getattr(_entry(submission), "survey", None)
        return reverse("monitoring:survey", args=[survey.pk]) if survey else ""


class SampleSubject(OrganisationSubject):
    """A sample of microplastics: the desk checks it, and once accepted it counts."""

    key = "microplastics"
    name = _("Sample of microplastics")
    sender = "of_sample__organisation"

    def sheet(self, language: str) -> Sheet:
        return sample.sheet(language)

    def problems(self, submission: Submission, answers: Answers) -> list[Problem]:
        """A position far from its city, or from any coast, needs a reason."""
        own = self.sheet(submission.language)
        found = own.problems(answers)
        if found:
            return found
        cleaned = own.cleaned(answers)
        taken, result = cleaned["taken"], cleaned["result"]
        if result["reason"]:
            return []
        place = Place.objects.get(code=taken["place"])
        position = taken["latitude"], taken["longitude"]
        apart = {
            "M080": too_far_km(place, *position),
            "M081": too_far_from_coast_km(taken["matrix"], *position),
        }
        label = str(Result.base_fields["reason"].label)
        return [
            Problem("result.reason", label, message(code, value=far), code)
            for code, far in apart.items()
            if far
        ]

    def title(self, answers: Answers) -> str:
        taken = answers.get("taken", {})
        said = (
            str(taken.get(name, "")).strip() for name in ("sampled_on", "latitude", "longitude")
        )
        return " · ".join(filter(None, said))

    def may_begin(self, user: User) -> Verdict:
        return ALLOWED if speakers.writes_for(user).exists() else Verdict(MEMBERS_ONLY)

    def questions(self, user: User) -> dict[str, forms.Field]:
        return {"organisation": speakers.OrganisationField(user)}

    def begin(self, submission: Submission, *, by: User, **details: Any) -> None:
        organisation = details["organisation"]
        network.may(by, organisation, Right.DRAFT).require()
        SampleSubmission.objects.create(submission=submission, organisation=organisation)

    def places_of(self, submission: Submission) -> Iterable[Place]:
        return places_called([submission.answers.get("taken", {}).get("place")])

    def accept(self, submission: Submission, *, by: User) -> None:
        of_samples.record(submission, by=by)

    def facts(self, submission: Submission) -> list[tuple[str | Promise, Any]]:
        return [(_("organisation"), str(self.sender_of(submission)))]

    def public_url(self, submission: Submission) -> str:
        of_submission: Any = submission
        found = getattr(of_submission.of_sample, "sample", None)
        return reverse("monitoring:sample", args=[found.pk]) if found else ""


def _out_of_the_ordinary(
    submission: Submission, effort: dict[str, Any], counts: dict[str, int]
) -> list[Problem]:
    """Ask about a total that is an outlier at its site; with a reason nothing is asked."""
    if effort["reason"] or effort["survey_type"] != SurveyType.MONITORING:
        return []
    site, total = _entry(submission).unit.site_id, sum(counts.values())
    if not is_outlier(total, float(effort["length_m"]), history_of([site])[site]):
        return []
    said = message("M070", value=total)
    return [Problem("effort.reason", str(_("Reason")), said, "M070")]


def _entry(submission: Any) -> SurveySubmission:
    entry: SurveySubmission = submission.of_survey
    return entry


subjects.register(
    SurveySubject(),
    VisualSubject(),
    TrawlSubject(),
    SeabedSubject(),
    SampleSubject(),
    WasteProfileSubject(),
    AnnualReportSubject(),
)
