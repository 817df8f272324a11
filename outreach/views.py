"""Pages of awareness and participation: its clean-ups, and the campaigns they belong to."""

from typing import Final, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from outreach.campaign_page import CampaignPage
from outreach.models import Campaign
from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.events.cards import cards_of
from partnership.events.choices import Kind
from partnership.events.models import Event
from partnership.events.querysets import EventQuerySet
from partnership.events.sections import Section

MOST: Final = 12  # campaigns in one list of the section page


@page_of_the_moment
def home(request: HttpRequest) -> HttpResponse:
    """Say how people take part, which clean-ups are coming and which took place."""
    cleanups = Event.objects.published().of_kind(Kind.CLEANUP)
    meta = PageMeta.of_request(
        request,
        _("Beach clean-ups"),
        description=_(
            "Communities, schools and young people clean beaches together, under the themes clean "
            "ocean, care for the marine environment and blue planet."
        ),
    )
    today = timezone.localdate()
    campaigns = Campaign.objects.public()
    context = {
        "meta": meta,
        "section": Section.of(cleanups, kind=Kind.CLEANUP),
        "campaigns": [CampaignPage(row) for row in campaigns.not_over(today)[:MOST]],
        "campaigns_over": [CampaignPage(row) for row in campaigns.over(today)[:MOST]],
    }
    return render(request, "outreach/home.html", context)


@page_of_the_moment
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a campaign with all of its clean-ups, and how many people have come."""
    page = CampaignPage(get_object_or_404(Campaign.objects.public(), slug=slug))
    found = page_of(page.cleanups, request.GET.get("page", ""))
    context = {
        "campaign": page,
        "meta": PageMeta.of_request(request, page.name, description=page.summary),
        "crumbs": [{"label": _("Beach clean-ups"), "url": reverse("outreach:home")}],
        "cards": cards_of(cast("EventQuerySet", found.page.object_list)),
        "page": found.page,
        "left_out": found.notices,
    }
    return render(request, "outreach/campaign.html", context)
