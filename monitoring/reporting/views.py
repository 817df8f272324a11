"""The pages of reports: the public list, one report with its files, and making one."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from monitoring import actions, policies
from monitoring.actions.reports import STEPS
from monitoring.addresses import report_url
from monitoring.models import MonitoringReport, ReportOrder
from monitoring.reporting.asked import ReportForm, narrowed
from monitoring.reporting.citing import citations_of
from monitoring.reporting.document import Frozen, title_of
from monitoring.reporting.lines import (
    area_of,
    newer_than,
    order_lines,
    report_lines,
    withdrawal_of,
    written_around,
)
from monitoring.reporting.papers import pdf_of
from monitoring.reporting.sections import head_of, sections_of
from monitoring.reporting.workbook import MEDIA_TYPE, xlsx_of
from partnership.accounts.requests import SignedInRequest
from partnership.core import languages
from partnership.core.gone import Gone
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """Show all reports, the latest first."""
    asked = narrowed(request.GET)
    found = page_of(asked.reports, request.GET.get("page", ""))
    meta = PageMeta.of_request(
        request,
        _("Monitoring reports"),
        description=_(
            "What approved surveys say of a city or of the whole region, frozen under a number. A "
            "report never changes: later surveys make a new version."
        ),
    )
    context = {
        "meta": meta,
        "page": found.page,
        "lines": report_lines(found.page.object_list),
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("monitoring:reports"),
        "may_make": bool(policies.may_report_at_all(request.user)),
    }
    return render(request, "monitoring/reports/list.html", context)


@require_safe
def report(request: HttpRequest, number: str) -> HttpResponse:
    """Show one report: everything on the page comes from what was frozen."""
    frozen = _frozen(number)
    context = {
        "meta": PageMeta.of_request(request, frozen.title, description=_("A frozen report.")),
        "report": frozen.report,
        "facts": head_of(frozen),
        "parts": sections_of(frozen),
        "citations": citations_of(frozen),
        "newer": newer_than(frozen.report),
        "annual": written_around(frozen.report),
    }
    return render(request, "monitoring/reports/report.html", context)


@require_safe
def report_pdf(_request: HttpRequest, number: str) -> HttpResponse:
    """The same as PDF."""
    return _sent(pdf_of(_frozen(number)), "application/pdf", f"{number}-{languages.current()}.pdf")


@require_safe
def report_xlsx(_request: HttpRequest, number: str) -> HttpResponse:
    """The same as a workbook, with the tables behind the charts."""
    return _sent(xlsx_of(_frozen(number)), MEDIA_TYPE, f"{number}-{languages.current()}.xlsx")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def new_report(request: SignedInRequest) -> HttpResponse:
    """Ask for the results of an area and some years to be frozen; a worker does it."""
    allowed = policies.may_report_at_all(request.user)
    if not allowed:
        raise PermissionDenied(str(allowed.reason))
    form = ReportForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        years = form.cleaned_data["first"], form.cleaned_data["last"]
        order = actions.order_report(
            form.place, *years, by=request.user, language=languages.current()
        )
        return redirect("monitoring:report-order", order.key)
    context = {"form": form, "orders": order_lines(request.user)}
    return render(request, "monitoring/reports/new.html", context)


@login_required
@require_safe
@never_cache
def report_order(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Show how far a report is that was asked for; the address of this page is where it is found again."""
    orders = ReportOrder.objects.visible_to(request.user).select_related("report", "place")
    order = get_object_or_404(orders, key=key)
    title = title_of(area_of(order), order.first_year, order.last_year)
    context = {
        "meta": PageMeta.of_request(request, title, description=_("A report that was asked for.")),
        "order": order,
        "steps": _("%(done)s of %(total)s") % {"done": order.done, "total": order.total or STEPS},
    }
    return render(request, "monitoring/reports/order.html", context)


def _frozen(number: str) -> Frozen:
    """Return a report that stands; 410 with the reason for one that was withdrawn, 404 for any other."""
    rows = MonitoringReport.objects.select_related("organisation", "withdrawal")
    found = get_object_or_404(rows, number=number)
    withdrawn = withdrawal_of(found)
    if withdrawn is None:
        return Frozen.of(found)
    later = newer_than(found)
    raise Gone(
        found.number,
        timezone.localdate(withdrawn.withdrawn_at),
        reason=withdrawn.reason,
        instead=(later, report_url(later)) if later else None,
    )


def _sent(content: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)
