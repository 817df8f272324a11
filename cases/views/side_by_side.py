"""Both languages of a case beside each other."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cases.dossier import read
from cases.dossier.pairs import pairs_of
from cases.heads import CaseHead
from partnership.core import languages
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta


@public_page
def side_by_side(request: HttpRequest, number: str) -> HttpResponse:
    """Show both texts; a case public in one language only leads to its page, which says so."""
    head = CaseHead.of_public(number)
    if set(head.published) != set(languages.LANGUAGES):
        return redirect(head.url())
    chinese, english = (read(head.pk, code) for code in (languages.CHINESE, languages.ENGLISH))
    here = english if languages.current() == languages.ENGLISH else chinese
    context = {
        "case": here,
        "chinese": chinese,
        "english": english,
        "pairs": pairs_of(chinese, english),
        "meta": PageMeta.of_request(request, here.title, description=here.summary),
    }
    return render(request, "cases/case_side_by_side.html", context)
