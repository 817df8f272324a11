"""The programme in numbers. They change with every fact, so that pages are kept for a moment only."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.core import indicators
from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.core.spreadsheets import csv_lines
from partnership.portal.results import Behind, Result, results


@page_of_the_moment
def result_list(request: HttpRequest) -> HttpResponse:
    """Every indicator with its numbers."""
    meta = PageMeta.of_request(
        request,
        _("Results in figures"),
        description=_(
            "What the partnership has done, counted from what is public on this portal. Every "
            "number leads to the records behind it."
        ),
    )
    found = results()
    context = {
        "meta": meta,
        "results": found,
        "has_demo": any(result.counted.is_demo for result in found),
        "counted_on": timezone.localdate(),
    }
    return render(request, "portal/results.html", context)


@page_of_the_moment
def result(request: HttpRequest, key: str) -> HttpResponse:
    """One indicator, and the records behind the number asked for."""
    found = _found(key)
    behind = Behind.of(found, request.GET)
    listed = page_of(behind.things, request.GET.get("page", ""))
    name, definition = str(found.indicator.name), str(found.indicator.definition)
    context = {
        "meta": PageMeta.of_request(request, name, description=definition),
        "result": found,
        "behind": behind,
        "page": listed.page,
        "left_out": [*behind.notices, *listed.notices],
        "counted_on": timezone.localdate(),
        "crumbs": [
            {"label": _("Results in figures"), "url": reverse("portal:results")},
            {"label": name},
        ],
    }
    return render(request, "portal/result.html", context)


@require_safe
def result_csv(request: HttpRequest, key: str) -> StreamingHttpResponse:
    """The numbers of one indicator as a file; its name bears the day."""
    found = _found(key)
    name = f"{key}-{timezone.localdate().isoformat()}.csv"
    return StreamingHttpResponse(
        csv_lines(found.csv_rows()),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _found(key: str) -> Result:
    indicator = indicators.find(key)
    if indicator is None:
        raise Http404
    return Result.of(indicator)
