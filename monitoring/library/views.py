"""The page of the library."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring.library.asked import country_name, narrowed
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Show policies and methods, narrowed and in pages."""
    asked = narrowed(request.GET)
    found = page_of(asked.entries, request.GET.get("page", ""))
    meta = PageMeta.of_request(
        request,
        _("Library of policies and methods"),
        description=_(
            "Bans, levies, deposits, producer responsibility, plans and methods on plastics and "
            "marine litter, each with its official source."
        ),
    )
    context = {
        "meta": meta,
        "page": found.page,
        "rows": [(entry, country_name(entry)) for entry in found.page.object_list],
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("monitoring:library"),
    }
    return render(request, "monitoring/library/library.html", context)
