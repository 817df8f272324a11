"""Surveys at sea as submissions: one kind for each method, since each asks for something else."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from monitoring.choices import SeaMethod, WorkbookKind
from monitoring.models import SeaSubmission, SeaSurvey, SurveySite
from monitoring.protocols import message
from monitoring.sea import acceptance
from monitoring.sea.checks import earlier_densities, warnings
from monitoring.sea.sheet import sheet
from monitoring.surveying.sheet import counts_of
from monitoring.surveying.transects import site_named
from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.network import policies as network
from partnership.network.handed_in import OrganisationSubject
from partnership.network.models import Organisation
from partnership.network.roles import Right
from partnership.reference.models import Place
from partnership.review.models import Submission
from partnership.review.sheets import Answers, Problem, Sheet

NO_SITE = _(
    "Surveys at sea are handed in by organisations that survey a site. Ask the secretariat to enter "
    "yours."
)


class SiteField(forms.ModelChoiceField):
    """Off which site: those that the person surveys."""

    def __init__(self, user: User) -> None:
        rows = SurveySite.objects.surveyed_by(user).order_by("code")
        super().__init__(
            rows,
            label=_("Off which site?"),
            widget=forms.RadioSelect,
            empty_label=None,
            initial=rows[0].pk if len(rows) == 1 else None,
        )


class SeaSubject(OrganisationSubject):
    """A survey of litter at sea: the desk checks it, and once accepted it counts."""

    method: ClassVar[SeaMethod]
    sender = "of_sea__site__organisation"

    def sheet(self, language: str) -> Sheet:
        return sheet(self.method, language)

    def problems(self, submission: Submission, answers: Answers) -> list[Problem]:
        """A second track of a day has a number of its own; what is out of the ordinary, a reason."""
        own = self.sheet(submission.language)
        found = own.problems(answers)
        if found:
            return found
        cleaned = own.cleaned(answers)
        effort, site = cleaned["effort"], _entry(submission).site
        same = SeaSurvey.objects.approved().filter(
            site=site,
            method=self.method,
            surveyed_on=effort["surveyed_on"],
            replicate_no=effort["replicate_no"],
        )
        if any(other.handed_in_id != submission.pk for other in same):
            label = str(_("Track or haul of the day"))
            found.append(Problem("effort.replicate_no", label, message("M051"), "M051"))
        if not effort["reason"]:
            total = sum(counts_of(cleaned).values())
            earlier = earlier_densities([site], self.method)[site.pk]
            found += [
                Problem("effort.reason", str(_("Reason")), message(code, value=value), code)
                for code, value in warnings(site, effort, total, earlier)
            ]
        return found

    def title(self, answers: Answers) -> str:
        effort = answers.get("effort", {})
        said = (str(effort.get(name, "")).strip() for name in ("site", "surveyed_on"))
        return " · ".join(filter(None, said))

    def may_begin(self, user: User) -> Verdict:
        return ALLOWED if SurveySite.objects.surveyed_by(user).exists() else Verdict(NO_SITE)

    def questions(self, user: User) -> dict[str, forms.Field]:
        return {"site": SiteField(user)}

    def begin(self, submission: Submission, *, by: User, **details: Any) -> None:
        site: SurveySite = details["site"]
        network.may(by, site.organisation, Right.DRAFT).require()
        SeaSubmission.objects.create(submission=submission, site=site)
        submission.answers = {"effort": {"site": site_named(site, submission.language)}}
        submission.title = self.title(submission.answers)
        submission.save(update_fields=["answers", "title"])

    def attach(
        self, submissions: Sequence[Submission], details: Sequence[dict[str, Any]], *, by: User
    ) -> None:
        sites = [each["site"] for each in details]
        for organisation in Organisation.objects.filter(survey_sites__in=sites).distinct():
            network.may(by, organisation, Right.DRAFT).require()
        SeaSubmission.objects.bulk_create(
            [
                SeaSubmission(submission=submission, site=site)
                for submission, site in zip(submissions, sites, strict=True)
            ],
            batch_size=500,
        )

    def many_url(self) -> str:
        return reverse("monitoring:workbook-of", args=[WorkbookKind(self.method.value)])

    def places_of(self, submission: Submission) -> Iterable[Place]:
        return [_entry(submission).site.place]

    def accept(self, submission: Submission, *, by: User) -> None:
        acceptance.record(submission, self.method, by=by)

    def facts(self, submission: Submission) -> list[tuple[str | Promise, Any]]:
        site = _entry(submission).site
        return [
            (_("organisation"), str(site.organisation)),
            (_("survey site"), str(site)),
        ]

    def public_url(self, submission: Submission) -> str:
        survey = getattr(_entry(submission), "survey", None)
        return reverse("monitoring:sea-survey", args=[survey.pk]) if survey else ""


class VisualSubject(SeaSubject):
    """Floating litter, counted from a ship."""

    key = SeaMethod.VISUAL.value
    method = SeaMethod.VISUAL
    name = _("Survey of floating litter (visual)")


class TrawlSubject(SeaSubject):
    """Floating litter, taken by a surface trawl."""

    key = SeaMethod.TRAWL.value
    method = SeaMethod.TRAWL
    name = _("Survey of floating litter (trawl)")


class SeabedSubject(SeaSubject):
    """Litter of the seabed, taken by a bottom trawl."""

    key = SeaMethod.SEABED.value
    method = SeaMethod.SEABED
    name = _("Survey of seabed litter (bottom trawl)")


def _entry(submission: Any) -> SeaSubmission:
    entry: SeaSubmission = submission.of_sea
    return entry
