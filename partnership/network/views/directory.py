"""The public directory of organisations."""

from collections import defaultdict
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.core.charts import DotMap, MapItem, MapPoint
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.maps import points
from partnership.network.addresses import organisation_url
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
        "points_url": _points_url(request),
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("network:directory"),
    }
    return render(request, "network/organisation_list.html", context)


@public_page
def directory_points(request: HttpRequest) -> HttpResponse:
    """Answer with the points of that map, each with its organisations, for the map's script."""
    organisations = narrowed(request.GET).organisations
    named: dict[str, list[MapItem]] = defaultdict(list)
    for place, name, slug in organisations.named_by_place():
        named[place].append(MapItem(name, organisation_url(slug)))
    places = _map(organisations).points
    return points.answer(replace(place, items=tuple(named[place.code])) for place in places)


def _map(organisations: OrganisationQuerySet) -> DotMap:
    places = [
        MapPoint(
            seat.label,
            float(seat.latitude),
            float(seat.longitude),
            count=seat.number,
            code=seat.code,
        )
        for seat in organisations.seats()
    ]
    return DotMap(_("Where the organisations sit"), places)


def _points_url(request: HttpRequest) -> str:
    query = request.GET.urlencode()
    address = reverse("network:directory-points")
    return f"{address}?{query}" if query else address


def _description() -> str:
    return _(
        "City governments, ministries, international organisations, banks, firms, researchers and "
        "groups that work on marine litter between China and ASEAN."
    )
