"""What a case lead in a city's report can become: the draft of a case."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.models import CaseSubmission
from partnership.accounts.models import User
from partnership.network import policies as of_network
from partnership.network.roles import Right
from partnership.reports import leads
from partnership.reports.models import CaseLead


def case_of(lead: CaseLead, user: User) -> leads.Way | None:
    """Lead to the case that was begun with the lead; those who write for the city may begin it."""
    if not of_network.may(user, lead.report.organisation, Right.DRAFT):
        return None
    begun = CaseSubmission.objects.filter(lead=lead).select_related("submission").first()
    if begun is None:
        return leads.Way(_("Make a case of it"), reverse("cases:from-lead", args=[lead.pk]), True)
    address = reverse("review:detail", args=[begun.submission.key])
    return leads.Way(_("The case that was begun with it"), address, False)


leads.register(case_of)
