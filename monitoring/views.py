"""The section page of monitoring: what surveys found, how it is counted, where one learns it."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.addresses import survey_site_url
from monitoring.models import SurveySite
from monitoring.sites.asked import SiteState
from monitoring.sites.lines import map_of, site_lines
from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.events.choices import Kind
from partnership.events.models import Event
from partnership.events.sections import Section

ROOMS: Final = (
    (
        "monitoring:sites",
        gettext_lazy("Survey sites"),
        gettext_lazy("Where beaches are surveyed, on a map, and what was found at each of them."),
    ),
    (
        "monitoring:cities",
        gettext_lazy("Cities compared"),
        gettext_lazy("How much litter, of what, with which trend, and what limits a comparison."),
    ),
    (
        "monitoring:reports",
        gettext_lazy("Monitoring reports"),
        gettext_lazy("Results of a city or the region under a number, as they were on one day."),
    ),
    (
        "monitoring:annual-reports",
        gettext_lazy("Annual city reports"),
        gettext_lazy("What cities did in a year, and what their figures say to them."),
    ),
    (
        "monitoring:sea-surveys",
        gettext_lazy("Litter at sea"),
        gettext_lazy("Floating litter and that of the seabed, per km², each method by itself."),
    ),
    (
        "monitoring:samples",
        gettext_lazy("Microplastics"),
        gettext_lazy("Samples of water and sediment, with mesh, size range and blanks."),
    ),
    (
        "monitoring:waste",
        gettext_lazy("Waste of cities"),
        gettext_lazy(
            "How much arises, how it is treated, how much of it is plastic, year by year."
        ),
    ),
    (
        "monitoring:data",
        gettext_lazy("Monitoring data"),
        gettext_lazy("Files of approved surveys, also in the formats of other programmes."),
    ),
    (
        "monitoring:protocols",
        gettext_lazy("Survey protocols"),
        gettext_lazy("What each kind of survey records, in which unit."),
    ),
    (
        "monitoring:lists",
        gettext_lazy("Lists of litter items"),
        gettext_lazy("Which kinds of litter are counted, and how the lists correspond."),
    ),
    (
        "monitoring:library",
        gettext_lazy("Library of policies, methods and technologies"),
        gettext_lazy(
            "What countries have decided, and how waste is treated, each with its source."
        ),
    ),
)


@page_of_the_moment
def home(request: HttpRequest) -> HttpResponse:
    """Show where beaches are surveyed, lead to the rooms of monitoring and to its trainings."""
    trainings = Event.objects.published().of_kind(Kind.TRAINING)
    meta = PageMeta.of_request(
        request,
        _("Monitoring"),
        description=_(
            "Coastal cities of China and ASEAN count beach litter and microplastics by methods "
            "whose results can be compared, and learn them in trainings."
        ),
    )
    sites = site_lines(SurveySite.objects.with_facts().in_order())
    context = {
        "meta": meta,
        "rooms": ROOMS,
        "places": map_of(sites, survey_site_url),
        "sites": len(sites),
        "unsurveyed": sum(1 for site in sites if site.state is SiteState.NOT_SURVEYED),
        "section": Section.of(trainings, kind=Kind.TRAINING),
    }
    return render(request, "monitoring/home.html", context)
