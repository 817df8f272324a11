"""The questions the glossary is asked."""

from typing import Self

from django.db import models


class ConceptQuerySet(models.QuerySet):
    def with_terms(self) -> Self:
        return self.prefetch_related("terms")
