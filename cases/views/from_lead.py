"""From a lead in a city's report to the draft of a case, with one click."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.submitting.from_lead import begin_from_lead
from partnership.accounts.requests import SignedInRequest
from partnership.network import policies as of_network
from partnership.network.roles import Right
from partnership.reports.models import CaseLead, EventReport


@login_required
@require_POST
def from_lead(request: SignedInRequest, number: int) -> HttpResponse:
    """Begin the case, or go on with what a colleague has begun."""
    reports = EventReport.objects.visible_to(request.user)
    leads = CaseLead.objects.filter(report__in=reports.values("pk"))
    lead: CaseLead = get_object_or_404(leads.select_related("report__organisation"), pk=number)
    verdict = of_network.may(request.user, lead.report.organisation, Right.DRAFT)
    if not verdict:
        raise PermissionDenied(str(verdict.reason))
    draft = begin_from_lead(lead, by=request.user)
    messages.success(request, _("The case is begun with what the report says. Go on from there."))
    return redirect("review:edit" if draft.is_with_author else "review:detail", draft.key)
