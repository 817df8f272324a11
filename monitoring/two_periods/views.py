"""The page that compares two periods of a site, city, country or the region."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring.choices import ScopeKind
from monitoring.results import comparisons, names, stored
from monitoring.results.shapes import Scope
from monitoring.two_periods import lines
from monitoring.two_periods.asked import asked_periods
from partnership.core.page_meta import PageMeta
from partnership.reference import names as places
from partnership.reference.choices import PlaceKind


@require_safe
def two_periods(request: HttpRequest) -> HttpResponse:
    """Show two periods of what the address names beside each other."""
    scope = _scope(request)
    kept = stored.find(scope)
    if kept is None:
        raise Http404
    asked = asked_periods(request.GET, scope, kept.result.coverage.years)
    found = comparisons.find(scope, *asked.both) if asked.both else None
    title = _("Two periods compared: %(area)s") % {"area": _name(scope)}
    context = {
        "meta": PageMeta.of_request(
            request,
            title,
            description=_(
                "Beach litter of two periods, from approved surveys: by how much the second lies above or "
                "below the first, with a test and an interval, and what stands between them."
            ),
        ),
        "asked": asked,
        "periods": [lines.span(each) for each in asked.both or ()],
        "kept": found,
        "rows": lines.rows(found.comparison) if found else [],
        "state": lines.short(found.comparison) if found else "",
        "tone": lines.tone(found.comparison) if found else "",
        "verdict": lines.verdict(found.comparison) if found else "",
        "basis": lines.basis(found.comparison) if found else "",
        "warnings": lines.warnings(
            found.comparison, names.sites(found.comparison.difference.left_out)
        )
        if found
        else [],
        "reset_url": f"{request.path}?{urlencode({'kind': scope.kind, 'code': scope.code})}",
        "back": _page_of(scope),
    }
    return render(request, "monitoring/two_periods/two_periods.html", context)


def _scope(request: HttpRequest) -> Scope:
    kind, code = request.GET.get("kind", ""), request.GET.get("code", "")
    if kind not in ScopeKind.values:
        raise Http404
    return Scope(ScopeKind(kind), "" if kind == ScopeKind.REGION else code)


def _name(scope: Scope) -> str:
    if scope.kind is ScopeKind.REGION:
        return _("China and ASEAN")
    if scope.kind is ScopeKind.SITE:
        return names.sites([scope.code]).get(scope.code) or scope.code
    kind = PlaceKind.CITY if scope.kind is ScopeKind.CITY else PlaceKind.COUNTRY
    return places.names_of(kind, [scope.code]).get(scope.code, scope.code)


def _page_of(scope: Scope) -> str:
    if scope.kind is ScopeKind.REGION:
        return reverse("monitoring:region")
    return reverse(f"monitoring:{scope.kind}", args=[scope.code])
