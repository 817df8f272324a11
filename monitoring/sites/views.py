"""Public pages of sites and surveys."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring.addresses import survey_site_url
from monitoring.choices import WORDS_TO_CONFIRM, ScopeKind
from monitoring.models import SeaSurvey, Survey, SurveySite
from monitoring.results.page import page_of as page_of_result
from monitoring.results.shapes import Scope
from monitoring.sea.lines import lines as lines_at_sea
from monitoring.sites import lines
from monitoring.sites.asked import narrowed
from monitoring.sites.facts import cleaning_facts, has_words_of_ours, site_facts, use_facts
from monitoring.sites.figures import figures
from monitoring.sites.surroundings import surrounding_lines
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of

LATEST_AT_SEA: Final = 12  # the list of surveys at sea has all


@require_safe
def site_list(request: HttpRequest) -> HttpResponse:
    """Show where beaches are surveyed, on a map and as a list."""
    asked = narrowed(request.GET)
    found = page_of(asked.sites, request.GET.get("page", ""))
    meta = PageMeta.of_request(
        request,
        _("Survey sites"),
        description=_(
            "Beaches on which coastal cities count litter by the same method again and again. A "
            "site that has not been surveyed says nothing about how clean it is."
        ),
    )
    context = {
        "meta": meta,
        "page": found.page,
        "lines": lines.site_lines(found.page.object_list),  # type: ignore[arg-type]
        "places": lines.map_of(lines.site_lines(asked.sites), survey_site_url),
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("monitoring:sites"),
    }
    return render(request, "monitoring/sites/site_list.html", context)


@require_safe
def site(request: HttpRequest, code: str) -> HttpResponse:
    """Show one site with its transects and approved surveys."""
    rows = SurveySite.objects.select_related("place", "organisation")
    shown: SurveySite = get_object_or_404(rows, code=code)
    found = page_of(
        Survey.objects.approved().filter(unit__site=shown).latest_first(),
        request.GET.get("page", ""),
    )
    keys = [survey.pk for survey in found.page.object_list]
    at_sea = SeaSurvey.objects.approved().filter(site=shown)
    uses = use_facts(shown)
    context = {
        "meta": PageMeta.of_request(request, shown.name, description=str(shown.place.name)),
        "site": shown,
        "facts": site_facts(shown),
        "cleaning": cleaning_facts(shown),
        "uses": uses,
        "has_words_of_ours": bool(uses) or has_words_of_ours(shown),
        "words_to_confirm": WORDS_TO_CONFIRM,
        "surroundings": surrounding_lines(shown),
        "units": shown.units.order_by("code"),
        "page": found.page,
        "surveys": lines.survey_lines(Survey.objects.filter(pk__in=keys)),
        "at_sea": lines_at_sea(at_sea, LATEST_AT_SEA),
        "at_sea_count": at_sea.count(),
        "left_out": found.notices,
        "result": page_of_result(Scope(ScopeKind.SITE, shown.code), request.GET),
    }
    return render(request, "monitoring/sites/site.html", context)


@require_safe
def survey(request: HttpRequest, number: int) -> HttpResponse:
    """Show what one approved survey found."""
    rows = Survey.objects.approved().select_related("unit__site", "item_list")
    shown = get_object_or_404(rows, pk=number)
    title = _("%(site)s, %(day)s") % {
        "site": shown.unit.site.name,
        "day": date_format(shown.surveyed_on),
    }
    context = {
        "meta": PageMeta.of_request(request, title, description=_("What one survey found.")),
        "survey": shown,
        "facts": lines.survey_facts(shown),
        "figures": figures(shown),
        "counts": lines.count_lines(shown),
        "animals": lines.animal_lines(shown),
        "weights": lines.weight_facts(shown),
    }
    return render(request, "monitoring/sites/survey.html", context)
