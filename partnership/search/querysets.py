"""The questions glossary and log are asked."""

from typing import Self

from django.db import models
from django.db.models import Max, Sum


class ConceptQuerySet(models.QuerySet):
    def with_terms(self) -> Self:
        return self.prefetch_related("terms")


class AskedQuerySet(models.QuerySet):
    def without_result(self) -> Self:
        return self.filter(results=0)

    def most_asked(self) -> models.QuerySet:
        """Return each text once: `text`, `language`, `asked` (how often) and `last` (day)."""
        grouped = self.values("text", "language").annotate(asked=Sum("times"), last=Max("day"))
        return grouped.order_by("-asked", "-last", "text")
