"""The page of a coastal province in focus."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.portal.province_page import ProvincePage


@page_of_the_moment
def province(request: HttpRequest, code: str) -> HttpResponse:
    """Show its events, cases and organisations."""
    page = ProvincePage.of(code)
    description = _("What happened and is coming in %(province)s: events, cases, organisations.")
    meta = PageMeta.of_request(
        request, page.name, description=description % {"province": page.name}
    )
    crumbs = [
        {"label": _("Roundtable dialogues"), "url": reverse("roundtables:home")},
        {"label": page.name},
    ]
    return render(request, "portal/province.html", {"meta": meta, "page": page, "crumbs": crumbs})
