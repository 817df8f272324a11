"""A lead in a city's report becomes the draft of a case, with what is known of it already."""

from typing import Any

from django.db import transaction

from cases.models import CaseSubmission
from partnership.accounts.models import User
from partnership.reports.models import CaseLead
from partnership.review import actions, subjects
from partnership.review.models import Submission


@transaction.atomic
def begin_from_lead(lead: CaseLead, *, by: User) -> Submission:
    """Begin the case in the language of the lead; where it is begun already, return what there is,
    so that two clicks, or two colleagues, make one draft."""
    fresh = CaseLead.objects.select_for_update().get(pk=lead.pk)
    begun = CaseSubmission.objects.filter(lead=fresh).select_related("submission").first()
    if begun is not None:
        return begun.submission
    report = fresh.report
    draft = actions.begin(
        subjects.get("case"),
        report.language,
        by=by,
        organisation=report.organisation,
        lead=fresh,
    )
    return actions.save_answers(draft, _known(fresh), by=by, revision=draft.revision)


def _known(lead: CaseLead) -> dict[str, Any]:
    """Return what the form of a case can be filled with."""
    organisation = lead.report.organisation
    place = organisation.place
    return {
        "about": {"title": lead.title, "lead_organisation": str(organisation)},
        "places": [{"place": place.code, "site": ""}] if place else [],
        "background": {"background": lead.story},
    }
