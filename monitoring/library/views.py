"""The pages of the library: the list, and one entry."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring.library.asked import country_name, narrowed
from monitoring.library.entries import find
from monitoring.library.lines import akin, facts_of
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Show policies and methods, narrowed and in pages."""
    asked = narrowed(request.GET)
    found = page_of(asked.entries, request.GET.get("page", ""))
    meta = PageMeta.of_request(
        request,
        _("Library of policies, methods and technologies"),
        description=_(
            "Bans, levies, deposits, producer responsibility and plans on plastics and marine "
            "litter, methods of survey and technologies of treatment, each with its official source."
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


@require_safe
def entry(request: HttpRequest, number: int) -> HttpResponse:
    """Show one entry, and others of its kind from the same country or elsewhere."""
    shown = find(number)
    if shown is None:
        raise Http404
    context = {
        "meta": PageMeta.of_request(request, shown.name, description=shown.what),
        "entry": shown,
        "facts": facts_of(shown),
        "akin": [(other, country_name(other)) for other in akin(shown)],
    }
    return render(request, "monitoring/library/entry.html", context)
