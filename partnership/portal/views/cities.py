"""The cities of the partnership, and the page of each."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.portal.city_list import cards_of, narrowed
from partnership.portal.city_page import CityPage
from partnership.reference.querysets import PlaceQuerySet


@page_of_the_moment
def city_list(request: HttpRequest) -> HttpResponse:
    """Show the cities country by country: narrowed, in pages."""
    asked = narrowed(request.GET)
    found = page_of(asked.cities, request.GET.get("page", ""))
    description = _(
        "Cities of China, ASEAN and beyond: who works there on marine litter, what they have "
        "committed themselves to, what they did and what they report."
    )
    context = {
        "meta": PageMeta.of_request(request, _("Cities"), description=description),
        "page": found.page,
        "cards": cards_of(cast("PlaceQuerySet", found.page.object_list)),
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("portal:cities"),
    }
    return render(request, "portal/cities/city_list.html", context)


@page_of_the_moment
def city(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a city does, promises and reports."""
    page = CityPage.of(code)
    description = _(
        "Organisations, commitments, cases, events and city reports of %(city)s in one place."
    )
    context = {
        "meta": PageMeta.of_request(
            request,
            page.name,
            description=description % {"city": page.name},
            json_ld=(page.json_ld,),
        ),
        "page": page,
        "crumbs": [{"label": _("Cities"), "url": reverse("portal:cities")}, {"label": page.name}],
    }
    return render(request, "portal/cities/city.html", context)
