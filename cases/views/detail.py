"""The page of a case."""

from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.addresses import list_url
from cases.dossier.page import page_of
from cases.heads import CaseHead
from partnership.core import languages
from partnership.core.page_cache import public_page
from partnership.core.public_frame import framed


@require_safe
def numbered(request: HttpRequest, number: str) -> HttpResponse:
    """Lead from the number alone to the page; a cited version is handed on."""
    return redirect(_with_query(request, CaseHead.of_public(number).url()), permanent=True)


@public_page
def detail(request: HttpRequest, number: str, slug: str) -> HttpResponse:
    """Show a case in the language of the address; an old or foreign short name leads here."""
    head = CaseHead.of_public(number)
    if request.path != unquote(head.url()):
        return redirect(_with_query(request, head.url()), permanent=True)
    page = page_of(head)
    pieces = {
        "header": page.text.header,
        "main": page.text.main,
        "related": page.related,
        "version_notice": _version_notice(request.GET.get("version", ""), head.edition),
    }
    return framed(
        request,
        "cases/case_detail.html",
        page.text.meta,
        pieces,
        section_path=list_url(languages.current()),
        counterpart_url=head.url(languages.other()),
    )


def _version_notice(cited: str, version: int) -> str:
    """Tell who follows a citation that the text has changed since."""
    if not cited.isdecimal() or int(cited[:9]) >= version:
        return ""
    return _("You followed a citation of version %(cited)s. This is version %(version)s.") % {
        "cited": int(cited[:9]),
        "version": version,
    }


def _with_query(request: HttpRequest, url: str) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"{url}?{query}" if query else url
