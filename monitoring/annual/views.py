"""The pages of annual city reports: the list, one report, the same as PDF."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring import policies
from monitoring.annual.citing import citations_of
from monitoring.annual.document import Annual
from monitoring.annual.lines import annual_lines, later_than
from monitoring.annual.papers import pdf_of
from monitoring.models import AnnualReport
from monitoring.reporting.lines import newer_than
from partnership.core import languages
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of


@require_safe
def annual_list(request: HttpRequest) -> HttpResponse:
    """Show all annual reports, the latest first."""
    found = page_of(AnnualReport.objects.approved().latest_first(), request.GET.get("page", ""))
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
        "left_out": found.notices,
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
    name = f"{number}-{languages.current()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(pdf_of(_annual(number)), content_type="application/pdf", headers=headers)


def _annual(number: str) -> Annual:
    rows = AnnualReport.objects.approved().select_related(
        "computed__place", "handed_in__organisation"
    )
    return Annual.of(get_object_or_404(rows, number=number))
