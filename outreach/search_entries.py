"""How campaigns of clean-ups are found by the portal's search: with their first public clean-up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from outreach.addresses import campaign_url
from outreach.models import Campaign, Cleanup
from partnership.core.languages import LANGUAGES, column
from partnership.events.models import Event
from partnership.search.sources import Found, Source, Texts, register

PLACES: Final = ("event__place__province", "event__place__country")


class CampaignSource(Source):
    """Name and summary, the titles of its public clean-ups, and where these are."""

    kind = "campaign"
    label = _("Campaign of clean-ups")
    plural = _("Campaigns of clean-ups")
    model = Campaign

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        rows = _announced().filter(campaign__in=keys).select_related("campaign", *PLACES)
        of_campaigns: dict[Campaign, list[Event]] = defaultdict(list)
        for row in rows.order_by("event__starts_at", "pk").prefetch_related("event__themes"):
            if row.campaign is not None:
                of_campaigns[row.campaign].append(row.event)
        for campaign, events in of_campaigns.items():
            yield _found(campaign, events)

    def public_keys(self) -> Iterable[int]:
        return Campaign.objects.public().values_list("pk", flat=True)


def _announced() -> QuerySet[Cleanup]:
    return Cleanup.objects.filter(event__in=Event.objects.published().values("pk"))


def _found(campaign: Campaign, events: Sequence[Event]) -> Found:
    places = [event.place for event in events if event.place]
    themes = {theme.code: theme for event in events for theme in event.themes.all()}
    countries = {place.country.code for place in places if place.country}
    around = [each for place in places for each in (place, place.province, place.country) if each]
    return Found(
        object_id=campaign.pk,
        texts={language: _texts(campaign, events, language) for language in LANGUAGES},
        addresses={language: campaign_url(campaign.slug, language) for language in LANGUAGES},
        languages=LANGUAGES,
        public_since=min(event.public_since for event in events if event.public_since),
        themes=tuple(sorted(themes)),
        countries=tuple(sorted(countries)),
        year=campaign.starts_on.year,
        labels=_labels(campaign, [*around, *themes.values()]),
        is_demo=all(event.is_demo for event in events),
    )


def _texts(campaign: Campaign, events: Sequence[Event], language: str) -> Texts:
    name, summary = (getattr(campaign, column(field, language)) for field in ("name", "summary"))
    titles = [getattr(event, column("title", language)) for event in events]
    return Texts(name, summary, "\n\n".join(filter(None, titles)))


def _labels(campaign: Campaign, named: Sequence[Any]) -> tuple[str, ...]:
    labels = [getattr(each, column("name", code)) for code in LANGUAGES for each in named]
    for code in LANGUAGES:
        with override(code):
            labels.append(str(campaign.get_theme_display()))
    return tuple(dict.fromkeys(filter(None, labels)))


register(CampaignSource())
