"""The page of a case."""

from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.addresses import view_url
from cases.choices import Grade
from cases.dossier import Dossier, citing, read
from cases.dossier.charts import charts_of
from cases.dossier.contents import contents_of
from cases.dossier.facts import kind_facts, main_facts
from cases.dossier.metadata import meta_of
from cases.dossier.places import map_of
from cases.heads import CaseHead
from cases.related import related_to
from partnership.core import languages
from partnership.core.page_cache import public_page


@require_safe
def numbered(request: HttpRequest, number: str) -> HttpResponse:
    """Lead from the number alone to the page; a cited version is handed on."""
    return redirect(_with_query(request, CaseHead.of_public(number).url()), permanent=True)


@require_safe
@public_page
def detail(request: HttpRequest, number: str, slug: str) -> HttpResponse:
    """Show a case in the language of the address; an old or foreign short name leads here."""
    head = CaseHead.of_public(number)
    if request.path != unquote(head.url()):
        return redirect(_with_query(request, head.url()), permanent=True)
    dossier = read(head.pk)
    context = {
        **context_of(dossier),
        "related": related_to(head.pk),
        "version_notice": _version_notice(request.GET.get("version", ""), dossier),
    }
    return render(request, "cases/case_detail.html", context)


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
        "citations": citing.citations_of(dossier),
        "citation_files": citing.citation_files_of(dossier),
        "views": _views(dossier),
        "share_url": citing.share_url(dossier),
        "report_url": citing.report_url(dossier),
        "counterpart_url": dossier.url(languages.other(dossier.language)),
    }


def _views(dossier: Dossier) -> dict[str, str]:
    """Return the other views of the case that there are."""
    names = []
    if dossier.language in dossier.published:
        names += ["pdf", "print"]
    if set(dossier.published) == set(languages.LANGUAGES):
        names.append("side-by-side")
    return {name.replace("-", "_"): view_url(name, dossier.number) for name in names}


def _version_notice(cited: str, dossier: Dossier) -> str:
    """Tell who follows a citation that the text has changed since."""
    if not cited.isdecimal() or int(cited[:9]) >= dossier.version:
        return ""
    return _("You followed a citation of version %(cited)s. This is version %(version)s.") % {
        "cited": int(cited[:9]),
        "version": dossier.version,
    }


def _with_query(request: HttpRequest, url: str) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"{url}?{query}" if query else url
