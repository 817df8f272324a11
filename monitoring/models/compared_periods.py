"""What was computed of two periods beside each other, because somebody asked."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import ScopeKind
from partnership.core.constraints import one_of


class ComparedPeriods(models.Model):
    """One row for each scope and two periods of whole years, the earlier first;
    `monitoring.results.comparisons` alone writes and reads it.

    A row without `computed_at`, or asked for after it was computed, waits for a worker. `state` is as in
    `StoredResult`.
    """

    kind = models.CharField(_("scope"), max_length=8, choices=ScopeKind.choices)
    code = models.CharField(_("code"), max_length=40, blank=True)
    first_from = models.PositiveSmallIntegerField(_("first period from"))
    first_to = models.PositiveSmallIntegerField(_("first period to"))
    second_from = models.PositiveSmallIntegerField(_("second period from"))
    second_to = models.PositiveSmallIntegerField(_("second period to"))
    state = models.CharField(_("state of the data"), max_length=64, blank=True)
    asked_at = models.DateTimeField(_("asked for"))
    computed_at = models.DateTimeField(_("computed"), null=True, blank=True)
    figures = models.JSONField(_("figures"), default=dict)

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("comparison of two periods")
        verbose_name_plural = _("comparisons of two periods")
        constraints = [
            one_of("kind", ScopeKind, name="monitoring_comparedperiods_kind_known"),
            models.UniqueConstraint(
                fields=["kind", "code", "first_from", "first_to", "second_from", "second_to"],
                name="monitoring_comparedperiods_once",
            ),
            models.CheckConstraint(
                name="monitoring_comparedperiods_apart",
                condition=Q(first_from__lte=F("first_to"))
                & Q(first_to__lt=F("second_from"))
                & Q(second_from__lte=F("second_to")),
            ),
        ]
        indexes = [models.Index(fields=["asked_at"], name="monitoring_compared_asked")]

    def __str__(self) -> str:
        first = f"{self.first_from}-{self.first_to}"
        return f"{self.kind} {self.code} {first} {self.second_from}-{self.second_to}"
