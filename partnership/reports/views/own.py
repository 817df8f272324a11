"""Reports for those who write them, and for those who look whether they come."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from partnership.accounts.models import User
from partnership.accounts.requests import SignedInRequest
from partnership.core.errors import DomainError
from partnership.core.paging import page_of
from partnership.events.models import Event
from partnership.reports import actions, policies
from partnership.reports.errors import AlreadyBegun, AlreadyHandedIn
from partnership.reports.leads import ways_for
from partnership.reports.models import CaseLead, EventReport
from partnership.reports.querysets import RELATED
from partnership.review import subjects
from partnership.review.forms import BeginForm

KIND = "city-report"


@login_required
@require_safe
@never_cache
def mine(request: SignedInRequest) -> HttpResponse:
    """Every report the person's organisations owe or have handed in, and of those below."""
    rows = EventReport.objects.visible_to(request.user).select_related(*RELATED)
    found = page_of(rows.order_by("-due_on", "-pk"), request.GET.get("page", ""))
    context = {"page": found.page, "left_out": found.notices}
    return render(request, "reports/mine.html", context)


@login_required
@require_safe
@never_cache
def own(request: SignedInRequest, number: int) -> HttpResponse:
    """Where one report stands, and what to do now."""
    return _page(request, _found(request, number))


@login_required
@require_POST
def begin(request: SignedInRequest, number: int) -> HttpResponse:
    """Begin to write. Where a colleague was faster, lead to what they have begun."""
    report = _found(request, number)
    verdict = policies.may_write(request.user, report)
    if not verdict:
        raise PermissionDenied(str(verdict.reason))
    form = BeginForm(request.POST, questions={})
    if not form.is_valid():
        return _page(request, report, form=form)
    try:
        begun = actions.begin(
            report, subjects.get(KIND), form.cleaned_data["language"], by=request.user
        )
    except (AlreadyBegun, AlreadyHandedIn) as refused:
        messages.info(request, str(refused))
        return redirect("reports:own", number)
    except DomainError as refused:
        form.add_error(None, str(refused))
        return _page(request, report, form=form)
    messages.success(request, _("The draft is begun. It is saved while you write."))
    return redirect("review:edit", begun.key)


@login_required
@require_safe
@never_cache
def of_event(request: SignedInRequest, slug: str) -> HttpResponse:
    """Lead to one's report about an event; without one, say why there is none."""
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    rows = EventReport.objects.visible_to(request.user).filter(event=event)
    reports = list(rows.select_related(*RELATED).order_by("due_on", "pk"))
    if len(reports) == 1:
        return redirect("reports:own", reports[0].pk)
    context = {"event": event, "reports": reports, "reason": policies.why_none(request.user, event)}
    return render(request, "reports/of_event.html", context)


def _found(request: SignedInRequest, number: int) -> EventReport:
    rows = EventReport.objects.visible_to(request.user).select_related(*RELATED)
    report: EventReport = get_object_or_404(rows, pk=number)
    return report


def _page(
    request: SignedInRequest, report: EventReport, *, form: BeginForm | None = None
) -> HttpResponse:
    may_write = bool(policies.may_write(request.user, report))
    context = {
        "report": report,
        "form": form or BeginForm(questions={}),
        "may_begin": may_write and report.is_free,
        "may_write": may_write,
        "leads": [_with_ways(lead, request.user) for lead in report.leads.in_order()],
    }
    return render(request, "reports/own.html", context)


def _with_ways(lead: CaseLead, user: User) -> dict[str, object]:
    return {"lead": lead, "ways": list(ways_for(lead, user))}
