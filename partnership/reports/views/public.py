"""What cities report, for everyone to read."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.core.gone import missing
from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.reference.addresses import place_url
from partnership.reports.filters import narrowed
from partnership.reports.models import EventReport
from partnership.reports.pages import cards_of, only_in
from partnership.reports.querysets import EventReportQuerySet
from partnership.search.limits import within_time


@page_of_the_moment
@within_time
def report_list(request: HttpRequest) -> HttpResponse:
    """Show the published reports, narrowed, the latest first."""
    asked = narrowed(request.GET)
    found = page_of(asked.reports, request.GET.get("page", ""))
    meta = PageMeta.of_request(
        request,
        _("City reports"),
        description=_(
            "What coastal cities learned at the partnership's events, and what they do with it."
        ),
    )
    context = {
        "meta": meta,
        "page": found.page,
        "cards": cards_of(cast("EventReportQuerySet", found.page.object_list)),
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("reports:list"),
    }
    return render(request, "reports/report_list.html", context)


@page_of_the_moment
def report(request: HttpRequest, number: int) -> HttpResponse:
    """Show one report in the language it was written in, and say so where that is another one."""
    rows = EventReport.objects.published()
    found = rows.select_related("event", "organisation__place").filter(pk=number).first()
    if found is None:
        raise missing(EventReport.objects.withdrawn().filter(pk=number), number, _("City report"))
    [card] = cards_of(rows.filter(pk=number))
    is_elsewhere = found.language != languages.current()
    context = {
        "meta": PageMeta.of_request(request, card.title),
        "report": found,
        "card": card,
        "actions": found.actions.all(),
        "leads": found.leads.all(),
        "city_url": place_url(found.organisation.place),
        "only_in": only_in(found.language) if is_elsewhere else "",
        "crumbs": [
            {"label": _("City reports"), "url": reverse("reports:list")},
            {"label": card.city},
        ],
    }
    return render(request, "reports/report.html", context)
