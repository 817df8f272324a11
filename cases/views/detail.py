"""The page of a case."""

from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cases.choices import Grade
from cases.dossier import Dossier, read
from cases.dossier.charts import charts_of
from cases.dossier.contents import contents_of
from cases.dossier.facts import kind_facts, main_facts
from cases.dossier.metadata import meta_of
from cases.dossier.places import map_of
from cases.heads import CaseHead
from partnership.core import languages


@require_safe
def numbered(request: HttpRequest, number: str) -> HttpResponse:
    """Lead from the number alone to the page."""
    return redirect(CaseHead.of_public(number).url(), permanent=True)


@require_safe
def detail(request: HttpRequest, number: str, slug: str) -> HttpResponse:
    """Show a case in the language of the address; an old or foreign short name leads here."""
    head = CaseHead.of_public(number)
    if request.path != unquote(head.url()):
        return redirect(head.url(), permanent=True)
    return render(request, "cases/case_detail.html", context_of(read(head.pk)))


def context_of(dossier: Dossier) -> dict[str, object]:
    """Return what the templates about a case need; the preview of a draft uses it as well."""
    return {
        "case": dossier,
        "meta": meta_of(dossier),
        "main_facts": main_facts(dossier),
        "kind_facts": kind_facts(dossier),
        "charts": charts_of(dossier.indicators) if dossier.has_full_text else [],
        "map": map_of(dossier.places),
        "grades": list(Grade),
        "contents": contents_of(dossier),
        "counterpart_url": dossier.url(languages.other(dossier.language)),
    }
