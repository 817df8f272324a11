"""Public pages of cities, countries and the region, and what was found on their beaches."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring.choices import ScopeKind
from monitoring.cities import lines
from monitoring.cities.asked import narrowed
from monitoring.cities.at_sea import sea_tables
from monitoring.cities.comparing import warnings
from monitoring.models import WasteProfile
from monitoring.results import drawings, stored
from monitoring.results.beside import beside_bulletins
from monitoring.results.bulletins import COUNTRY, bulletins
from monitoring.results.page import page_of
from monitoring.results.shapes import Scope
from partnership.core.page_meta import PageMeta


@require_safe
def city_list(request: HttpRequest) -> HttpResponse:
    """Show the cities beside each other, and what stands between their figures."""
    asked = narrowed(lines.city_rows(stored.find_all(ScopeKind.CITY)), request.GET)
    meta = PageMeta.of_request(
        request,
        _("Cities compared"),
        description=_(
            "What cities found on their beaches, from approved surveys alone. Figures are beside each "
            "other to learn from, not to rank anybody."
        ),
    )
    context = {
        "meta": meta,
        "rows": asked.rows,
        "countries": asked.countries,
        "warnings": warnings(row.result for row in asked.rows if row.result),
        "computed_at": lines.computed_on(asked.rows),
        "bulletins": bulletins() if any(row.country == COUNTRY for row in asked.rows) else None,
        "sea_tables": sea_tables(asked.rows),
        "form": asked.form,
        "active": asked.active,
        "left_out": asked.notices,
        "reset_url": reverse("monitoring:cities"),
    }
    return render(request, "monitoring/cities/city_list.html", context)


@require_safe
def city(request: HttpRequest, code: str) -> HttpResponse:
    """Show what was found on the beaches of one city, and its sites."""
    shown = get_object_or_404(lines.monitored_cities().select_related("country"), code=code)
    page = page_of(Scope(ScopeKind.CITY, shown.code), request.GET)
    published = bulletins() if shown.country.code == COUNTRY else None
    title = _("Beach litter in %(city)s") % {"city": shown.name}
    context = {
        "meta": PageMeta.of_request(
            request, title, description=_("Results of all approved surveys of the city’s sites.")
        ),
        "city": shown,
        "page": page,
        "bulletins": published,
        "along": drawings.density_over_time(page.result, page.site_names, published)
        if page.result and published
        else None,
        "beside": beside_bulletins(page.result, str(shown.name), published)
        if page.result and published
        else [],
        "sites": lines.site_rows(page.result, page.site_names) if page.result else [],
        "places": lines.map_of(page.result, page.site_names) if page.result else None,
        "has_waste": WasteProfile.objects.approved().filter(place=shown).exists(),
    }
    return render(request, "monitoring/cities/city.html", context)


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    """Show what was found in one country."""
    rows = [row for row in lines.city_rows(stored.find_all(ScopeKind.CITY)) if row.country == code]
    if not rows:
        raise Http404
    title = _("Beach litter in %(area)s") % {"area": rows[0].country_name}
    return _area(request, Scope(ScopeKind.COUNTRY, code), title, rows)


@require_safe
def region(request: HttpRequest) -> HttpResponse:
    """Show what was found in all countries together."""
    rows = lines.city_rows(stored.find_all(ScopeKind.CITY))
    title = _("Beach litter in %(area)s") % {"area": _("China and ASEAN")}
    return _area(request, Scope(ScopeKind.REGION), title, rows)


def _area(
    request: HttpRequest, scope: Scope, title: str, rows: list[lines.CityRow]
) -> HttpResponse:
    page = page_of(scope, request.GET)
    context = {
        "meta": PageMeta.of_request(
            request, title, description=_("Results of all approved surveys, city by city.")
        ),
        "page": page,
        "rows": rows,
        "warnings": warnings(row.result for row in rows if row.result),
        "computed_at": lines.computed_on(rows),
        "places": lines.map_of(page.result, page.site_names) if page.result else None,
    }
    return render(request, "monitoring/cities/area.html", context)
