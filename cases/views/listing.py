"""The list of cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.listing import ListQuery
from cases.listing.page import main_html
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta


@require_safe
@public_page
def case_list(request: HttpRequest) -> HttpResponse:
    """Show public cases: filtered, ordered, in pages, with what is left to filter by."""
    meta = PageMeta.of_request(request, _("Typical cases"), description=_description())
    context = {"meta": meta, "main": main_html(request, ListQuery.of(request.GET))}
    return render(request, "cases/case_list.html", context)


def _description() -> str:
    return _(
        "How places in China, in ASEAN and elsewhere keep plastic out of the sea: what was done, "
        "what came of it, what did not work, and on what evidence."
    )
