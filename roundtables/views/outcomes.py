"""Outcome documents: all of them, one of them, as PDF, and their annexes."""

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.core import languages
from partnership.core.page_cache import page_of_the_moment, public_page
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.documents.sending import send
from partnership.search.limits import within_time
from roundtables import papers
from roundtables.addresses import outcome_url
from roundtables.models import Annex
from roundtables.outcome_filters import narrowed
from roundtables.outcome_page import OutcomePage
from roundtables.outcome_pdf import pdf_of


@page_of_the_moment
@within_time
def outcome_list(request: HttpRequest) -> HttpResponse:
    """Show the public documents, narrowed and in pages, the latest first."""
    asked = narrowed(request.GET)
    found = page_of(asked.outcomes, request.GET.get("page", ""))
    description = _("What the participants of the roundtable dialogues put down together.")
    context = {
        "meta": PageMeta.of_request(request, _("Outcome documents"), description=description),
        "crumbs": [{"label": _("Roundtable dialogues"), "url": reverse("roundtables:home")}],
        "page": found.page,
        "cards": _cards(found.page.object_list),
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("roundtables:outcomes"),
    }
    return render(request, "roundtables/outcome_list.html", context)


@public_page
def outcome(request: HttpRequest, slug: str) -> HttpResponse:
    page = OutcomePage.of_public(slug)
    return render(request, "roundtables/outcome_detail.html", {"page": page, "meta": page.meta})


@require_safe
def outcome_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the document as PDF where its full text is public in this language."""
    page = _full(slug)
    name = f"{slug}-{languages.current()}-v{page.outcome.version}.pdf"
    return HttpResponse(
        pdf_of(page),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


@require_safe
def annex(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Hand out a file that belongs to a public document."""
    rows = Annex.objects.filter(outcome=_full(slug).outcome, file__isnull=False)
    row = rows.select_related("file").filter(pk=number).first()
    if row is None or row.file is None or not papers.is_shown(row):
        raise Http404
    return send(request, papers.sending(row.file))


def _full(slug: str) -> OutcomePage:
    page = OutcomePage.of_public(slug)
    if not page.is_here:
        raise Http404
    return page


def _cards(outcomes: object) -> list[dict[str, object]]:
    """Return one card for each document, by one query."""
    title, summary, name = (languages.column(each) for each in ("title", "summary", "name"))
    columns = ("event__slug", title, summary, "is_demo", "adopted")
    rows = outcomes.values_list(*columns, F(f"event__place__{name}"))  # type: ignore[attr-defined]
    demo = [{"text": _("Demo data"), "tone": "demo"}]
    return [
        {
            "url": outcome_url(slug),
            "title": title,
            "summary": summary,
            "badges": demo if is_demo else [],
            "date": adopted,
            "place": place,
        }
        for slug, title, summary, is_demo, adopted, place in rows
    ]
