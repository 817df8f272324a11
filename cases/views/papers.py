"""A case on paper: print view and PDF, made from the same dossier as the page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.dossier import read
from cases.dossier.page import context_of
from cases.dossier.pdf import pdf_of
from cases.heads import CaseHead
from partnership.core import languages


@require_safe
def print_view(request: HttpRequest, number: str) -> HttpResponse:
    """Show everything without navigation, ready to be printed."""
    dossier = read(_full(number).pk)
    return render(request, "cases/case_print.html", context_of(dossier))


@require_safe
def pdf(request: HttpRequest, number: str) -> HttpResponse:
    """Send the case as PDF."""
    head = _full(number)
    name = f"{head.number}-{languages.current()}-v{head.edition}.pdf"
    return HttpResponse(
        pdf_of(head.pk, head.version),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


def _full(number: str) -> CaseHead:
    """Return the head of a case with full text in this language; there is no paper without."""
    head = CaseHead.of_public(number)
    if languages.current() not in head.published:
        raise Http404
    return head
