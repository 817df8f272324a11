"""The list of cases."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cases.models import Case
from cases.querysets import CaseQuerySet
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of


def case_list(request: HttpRequest) -> HttpResponse:
    """Show the public cases, the latest first."""
    found = page_of(Case.objects.published().latest_first(), request.GET.get("page", ""))
    cases = cast(CaseQuerySet, found.page.object_list)
    context = {
        "page": found.page,
        "notices": found.notices,
        "cards": cases.cards(),
        "meta": PageMeta.of_request(request, _("Cases")),
    }
    return render(request, "cases/case_list.html", context)
