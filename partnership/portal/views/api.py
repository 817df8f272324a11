"""The documentation of the public API."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cases.models import Case
from cases.open_data import rows
from partnership.core import languages
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta
from partnership.portal.api_reference import reference


@public_page
def api(request: HttpRequest) -> HttpResponse:
    """Every address of the API with parameters, fields and examples, in the page's language."""
    description = _("What the portal publishes, for programs: open, no key needed.")
    context = {
        "meta": PageMeta.of_request(request, _("API"), description=description),
        "reference": reference(languages.current()),
        "answer": _example(),
        "limit": settings.API_RATE_ANONYMOUS.partition("/")[0],
        "licence": settings.DATA_LICENCE,
        "licence_url": settings.DATA_LICENCE_URL,
    }
    return render(request, "portal/api.html", context)


def _example() -> str:
    """Return a public case as the list gives it; empty where there is none."""
    found = rows.build(Case.objects.published().in_number_order()[:1])
    return json.dumps(found[0], ensure_ascii=False, indent=2, default=str) if found else ""
