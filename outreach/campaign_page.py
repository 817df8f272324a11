"""What the page of a campaign shows: its clean-ups, and who has come to them so far."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from outreach.minors import MINORS
from outreach.models import Campaign
from partnership.core import languages
from partnership.events.choices import Kind
from partnership.events.counting import came, held
from partnership.events.models import Event
from partnership.events.querysets import EventQuerySet


@dataclass(frozen=True)
class CampaignPage:
    """Public in both languages, since its names are."""

    campaign: Campaign

    @property
    def name(self) -> str:
        return getattr(self.campaign, languages.column("name"))

    @property
    def summary(self) -> str:
        return getattr(self.campaign, languages.column("summary"))

    @cached_property
    def cleanups(self) -> EventQuerySet:
        """The public ones, in the order of time."""
        rows: EventQuerySet = Event.objects.published().filter(cleanup__campaign=self.campaign)
        return rows.order_by("starts_at", "pk")

    @cached_property
    def is_demo(self) -> bool:
        """Whether all of it is invented."""
        return not self.cleanups.filter(is_demo=False).exists()

    @property
    def badges(self) -> list[dict[str, object]]:
        return [{"text": _("Demo data"), "tone": "demo"}] if self.is_demo else []

    @property
    def days(self) -> str:
        first, last = self.campaign.starts_on, self.campaign.ends_on
        words = {
            "first": date_format(first, "DATE_FORMAT"),
            "last": date_format(last, "DATE_FORMAT"),
        }
        return words["first"] if first == last else _("%(first)s – %(last)s") % words

    @property
    def facts(self) -> list[dict[str, Any]]:
        """People are counted over clean-ups that took place; invented ones never beside real."""
        took_place = held(Kind.CLEANUP).filter(
            cleanup__campaign=self.campaign, is_demo=self.is_demo
        )
        groups = came(Kind.CLEANUP).filter(event__in=took_place.order_by().values("pk"))
        sums = groups.with_heads().aggregate(people=Sum("heads"), young=Sum(MINORS, default=0))
        found: list[dict[str, Any]] = [
            {"term": _("Theme of the clean-up"), "value": self.campaign.get_theme_display()},
            {"term": _("When"), "value": self.days},
            {"term": _("Clean-ups so far"), "value": took_place.count()},
            {"term": _("People who came"), "value": sums["people"]},
            {"term": _("Of these under 18, as booked"), "value": sums["people"] and sums["young"]},
        ]
        return [fact for fact in found if fact["value"]]
