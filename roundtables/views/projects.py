"""Projects: the list and its table, one of them, and what it has brought."""

from collections.abc import Iterator
from typing import cast

from django.db.models import Case, F, When
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from partnership.core import languages
from partnership.core.choices import label_of
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta, site_url
from partnership.core.paging import page_of
from partnership.core.spreadsheets import csv_lines
from partnership.documents.sending import send
from roundtables import papers
from roundtables.addresses import project_url
from roundtables.choices import BudgetBand, Stage
from roundtables.filters import narrowed
from roundtables.models import Output
from roundtables.project_cards import cards_of
from roundtables.project_page import ProjectPage
from roundtables.querysets import ProjectQuerySet


@public_page
def project_list(request: HttpRequest) -> HttpResponse:
    """Show the projects, narrowed and in pages."""
    asked = narrowed(request.GET)
    found = page_of(asked.projects, request.GET.get("page", ""))
    query = request.GET.urlencode()
    table = reverse("roundtables:projects-csv")
    description = _(
        "Research and cooperation on mangroves, biodiversity, climate action and ocean finance, "
        "from the idea to the result."
    )
    context = {
        "meta": PageMeta.of_request(request, _("Projects"), description=description),
        "crumbs": [{"label": _("Roundtable dialogues"), "url": reverse("roundtables:home")}],
        "page": found.page,
        "cards": cards_of(cast("ProjectQuerySet", found.page.object_list)),
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("roundtables:projects"),
        "csv_url": f"{table}?{query}" if query else table,
    }
    return render(request, "roundtables/project_list.html", context)


@require_safe
def projects_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Send the narrowed list as a table in the reader's language."""
    lines = csv_lines(_table(narrowed(request.GET).projects))
    headers = {"Content-Disposition": 'attachment; filename="projects.csv"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


@public_page
def project(request: HttpRequest, slug: str) -> HttpResponse:
    page = ProjectPage.of_public(slug)
    return render(request, "roundtables/project_detail.html", {"page": page, "meta": page.meta})


@require_safe
def output(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Hand out a file that a public project has brought."""
    page = ProjectPage.of_public(slug)
    rows = Output.objects.filter(project=page.project, file__isnull=False)
    row = rows.select_related("file").filter(pk=number).first()
    if not page.is_here or row is None or row.file is None or not papers.is_shown(row):
        raise Http404
    return send(request, papers.sending(row.file))


def _table(projects: ProjectQuerySet) -> Iterator[list[object]]:
    name, title = languages.column("name"), languages.column("title")
    yield [
        _("Title"),
        pgettext("project", "Stage"),
        _("Theme"),
        _("Place"),
        _("Budget"),
        pgettext("project", "Begins"),
        pgettext("project", "Ends"),
        _("Roundtable dialogue"),
        _("Demo data"),
        _("Address"),
    ]
    columns = ("slug", "stage", "budget_band", "starts_on", "ends_on", "is_demo")
    dialogue = Case(When(event__public_since__isnull=False, then=F(f"event__{title}")))
    related = (F(f"theme__{name}"), F(f"place__{name}"), dialogue)
    rows = projects.values_list(*columns, title, *related)
    for slug, stage, budget, starts, ends, is_demo, called, theme, place, event in rows:
        yield [
            called,
            label_of(Stage, stage),
            theme,
            place or "",
            label_of(BudgetBand, budget) if budget else "",
            starts or "",
            ends or "",
            event or "",
            _("yes") if is_demo else _("no"),
            site_url(project_url(slug)),
        ]
