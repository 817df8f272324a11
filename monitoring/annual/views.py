"""The pages of annual city reports: the list, one report, the same as PDF and as a workbook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring import policies
from monitoring.annual.asked import narrowed
from monitoring.annual.citing import citations_of
from monitoring.annual.document import Annual
from monitoring.annual.lines import annual_lines, later_than
from monitoring.annual.papers import pdf_of
from monitoring.annual.workbook import xlsx_of
from monitoring.models import AnnualReport
from monitoring.reporting.lines import newer_than
from monitoring.reporting.workbook import MEDIA_TYPE
from partnership.core import languages
from partnership.core.gone import missing
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of


@require_safe
def annual_list(request: HttpRequest) -> HttpResponse:
    """Show all annual reports, the latest first."""
    asked = narrowed(request.GET)
    found = page_of(asked.reports, request.GET.get("page", ""))
    meta = PageMeta.of_request(
        request,
        _("Annual city reports"),
        description=_(
            "What cities did in a year and what their figures say to them, written around the frozen "
            "results of that year."
        ),
    )
    user = request.user
    context = {
        "meta": meta,
        "page": found.page,
        "lines": annual_lines(found.page.object_list),
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("monitoring:annual-reports"),
        "may_write": user.is_authenticated and bool(policies.may_write_annual_at_all(user)),
    }
    return render(request, "monitoring/annual/list.html", context)


@require_safe
def annual_report(request: HttpRequest, number: str) -> HttpResponse:
    """Show one report."""
    annual = _annual(number)
    context = {
        "meta": PageMeta.of_request(request, annual.subtitle, description=_("A yearly report.")),
        "annual": annual,
        "report": annual.report,
        "facts": annual.facts,
        "parts": annual.sections,
        "citations": citations_of(annual),
        "later": later_than(annual.report),
        "newer": newer_than(annual.report.computed),
    }
    return render(request, "monitoring/annual/report.html", context)


@require_safe
def annual_pdf(_request: HttpRequest, number: str) -> HttpResponse:
    """The same as PDF."""
    return _sent(pdf_of(_annual(number)), "application/pdf", f"{number}-{languages.current()}.pdf")


@require_safe
def annual_xlsx(_request: HttpRequest, number: str) -> HttpResponse:
    """The same as a workbook, with the tables behind the charts."""
    return _sent(xlsx_of(_annual(number)), MEDIA_TYPE, f"{number}-{languages.current()}.xlsx")


def _sent(content: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)


def _annual(number: str) -> Annual:
    """Return a public report; 410 for one that was withdrawn, 404 for any other."""
    rows = AnnualReport.objects.approved().select_related(
        "computed__place", "computed__withdrawal", "handed_in__organisation"
    )
    found = rows.filter(number=number).first()
    if found is None:
        raise missing(AnnualReport.objects.withdrawn().filter(number=number), number)
    return Annual.of(found)
