"""The questions the glossary and the log are asked."""

from datetime import date
from typing import Final, Self

from django.db import models
from django.db.models import Count, Q, Sum

FEWEST_DAYS: Final = 2
FEWEST_TIMES: Final = 3


class ConceptQuerySet(models.QuerySet):
    def with_terms(self) -> Self:
        return self.prefetch_related("terms")


class AskedTextQuerySet(models.QuerySet):
    def repeated(self) -> Self:
        """Texts that were searched for on two days or three times: the names of people whom one
        visitor looked for once are not among them."""
        return self.filter(text__in=self._repeated_texts())

    def single_before(self, day: date) -> Self:
        """Other texts, of days before `day`."""
        return self.filter(day__lt=day).exclude(text__in=self._repeated_texts())

    def _repeated_texts(self) -> models.QuerySet:
        texts = self.model._base_manager.values("text")
        counted = texts.annotate(on_days=Count("day", distinct=True), in_all=Sum("times"))
        is_repeated = Q(on_days__gte=FEWEST_DAYS) | Q(in_all__gte=FEWEST_TIMES)
        return counted.filter(is_repeated).values("text")
