"""The evaluation of an event: answered by who attended, read by the secretariat."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.attendance import actions, policies
from partnership.attendance.evaluation import results, standing
from partnership.attendance.forms.evaluation import EvaluationForm
from partnership.attendance.models import Plan
from partnership.core.errors import DomainError
from partnership.core.spreadsheets import csv_lines
from partnership.events import links
from partnership.events.choices import CAME
from partnership.events.event_page import EventPage
from partnership.events.models import Registration


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_evaluation(request: SignedInRequest, uid: UUID) -> HttpResponse:
    """Answer from an account."""
    rows = Registration.objects.of(request.user).select_related("event__place")
    return _answered(request, get_object_or_404(rows, uid=uid), "attendance/own_evaluation.html")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def evaluation_by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer without an account, by the link from the mail."""
    row = links.opened_by(secret)
    if row is None:
        raise Http404
    return _answered(request, row, "attendance/evaluation.html")


@login_required
@require_safe
@never_cache
def evaluation_results(request: SignedInRequest, slug: str) -> HttpResponse:
    """What came of it, for the secretariat."""
    plan = _plan(request, slug)
    asked = plan.event.registrations.filter(attendance__in=CAME).count()
    context = {
        "page": EventPage.at_present(plan.event),
        "plan": plan,
        "results": results.results_of(plan, asked),
        "fewest": results.FEWEST,
    }
    return render(request, "attendance/evaluation_results.html", context)


@login_required
@require_safe
@never_cache
def evaluation_csv(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    """One line for each response, without who it was."""
    plan = _plan(request, slug)
    response = StreamingHttpResponse(
        csv_lines(results.lines(plan)), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-evaluation.csv"'
    return response


def _answered(request: HttpRequest, row: Registration, template: str) -> HttpResponse:
    plan = standing.plan_of(row)
    against = standing.refusal(row, plan, timezone.now())
    form, is_done = None, False
    if plan is not None and against is None:
        data = request.POST if request.method == "POST" else None
        form = EvaluationForm(data, questions=list(plan.questions.all()))
        if request.method == "POST" and form.is_valid():
            try:
                actions.answer(row, form.given())
            except DomainError as refused:
                against = refused
            else:
                form, is_done = None, True
    context = {
        "page": EventPage.at_present(row.event),
        "form": form,
        "against": against,
        "is_done": is_done,
    }
    return render(request, template, context)


def _plan(request: SignedInRequest, slug: str) -> Plan:
    if not policies.may_arrange(request.user):
        raise Http404
    rows = Plan.objects.select_related("event__place").filter(questions__isnull=False).distinct()
    return get_object_or_404(rows, event__slug=slug)
