"""The questions campaigns are asked."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from partnership.events.models import Event


class CampaignQuerySet(models.QuerySet):
    """A campaign is public with its first public clean-up."""

    def public(self) -> Self:
        events = Event.objects.published().filter(cleanup__campaign=OuterRef("pk"))
        return self.filter(Exists(events))

    def not_over(self, today: date) -> Self:
        """On or to come, the next first."""
        return self.filter(ends_on__gte=today).order_by("starts_on", "pk")

    def over(self, today: date) -> Self:
        """Over, the latest first."""
        return self.filter(ends_on__lt=today).order_by("-starts_on", "-pk")
