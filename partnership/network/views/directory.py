"""The public directory of organisations."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.core.charts import DotMap, MapPoint
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.network.cards import cards_of
from partnership.network.filters import narrowed
from partnership.network.querysets import OrganisationQuerySet


@require_safe
@public_page
def directory(request: HttpRequest) -> HttpResponse:
    """Show who can be met: narrowed, in pages, with the places on a map."""
    asked = narrowed(request.GET)
    found = page_of(asked.organisations, request.GET.get("page", ""))
    context = {
        "meta": PageMeta.of_request(request, _("Organisations"), description=_description()),
        "page": found.page,
        "cards": cards_of(cast("OrganisationQuerySet", found.page.object_list)),
        "places": _map(asked.organisations),
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("network:directory"),
    }
    return render(request, "network/organisation_list.html", context)


def _map(organisations: OrganisationQuerySet) -> DotMap:
    points = [
        MapPoint(seat.label, float(seat.latitude), float(seat.longitude), count=seat.number)
        for seat in organisations.seats()
    ]
    return DotMap(_("Where the organisations sit"), points)


def _description() -> str:
    return _(
        "City governments, ministries, international organisations, banks, firms, researchers and "
        "groups that work on marine litter between China and ASEAN."
    )
