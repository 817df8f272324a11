"""Public pages of waste profiles: cities beside each other, and one city over the years."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring import policies
from monitoring.cities.lines import monitored_cities
from monitoring.models import WasteValue
from monitoring.waste import words
from monitoring.waste.asked import narrowed
from monitoring.waste.comparing import groups, warnings
from monitoring.waste.records import records
from monitoring.waste.series import CityWaste
from partnership.core.page_meta import PageMeta


@require_safe
def waste(request: HttpRequest) -> HttpResponse:
    """Show one indicator of all cities; those that count differently in tables of their own."""
    asked = narrowed(request.GET)
    compared = groups(asked.found, asked.people)
    meta = PageMeta.of_request(
        request,
        _("Waste of cities"),
        description=_(
            "What cities tell of their waste, year by year, each value with its period, definition and "
            "source. They stand beside each other to learn from, not to rank anybody."
        ),
    )
    user = request.user
    context = {
        "meta": meta,
        "indicator": capfirst(asked.indicator.label),
        "groups": compared,
        "warnings": warnings(compared),
        "silent": words.listed(asked.silent),
        "form": asked.form,
        "active": asked.active,
        "left_out": asked.notices,
        "reset_url": reverse("monitoring:waste"),
        "may_tell": user.is_authenticated and bool(policies.may_tell_waste_at_all(user)),
    }
    return render(request, "monitoring/waste/cities.html", context)


@require_safe
def city(request: HttpRequest, code: str) -> HttpResponse:
    """Show the waste of one city over the years; a city without an approved profile has no page."""
    found = records(WasteValue.objects.approved().filter(profile__place__code=code).in_order())
    if not found:
        raise Http404
    title = _("Waste of %(city)s") % {"city": found[0].city_name}
    context = {
        "meta": PageMeta.of_request(
            request, title, description=_("Yearly values with period, definition and source.")
        ),
        "page": CityWaste(found),
        "has_beaches": monitored_cities().filter(code=code).exists(),
        "code": code,
        "files": reverse("monitoring:data-file", args=["waste-of-cities"]) + f"?city={code}",
    }
    return render(request, "monitoring/waste/city.html", context)
