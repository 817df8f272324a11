"""What was computed of some years of a site, a city, a country or the region, because somebody asked."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import ScopeKind
from partnership.core.constraints import one_of


class PeriodResult(models.Model):
    """One row for each scope and its years, from January of the first to December of the last;
    `monitoring.results.periods` alone writes and reads it.

    A row without `computed_at`, or asked for after it was computed, waits for a worker. `state` and the
    long parts are as in `StoredResult`, which has all years.
    """

    kind = models.CharField(_("scope"), max_length=8, choices=ScopeKind.choices)
    code = models.CharField(_("code"), max_length=40, blank=True)
    first_year = models.PositiveSmallIntegerField(_("first year"))
    last_year = models.PositiveSmallIntegerField(_("last year"))
    state = models.CharField(_("state of the data"), max_length=64, blank=True)
    asked_at = models.DateTimeField(_("asked for"))
    computed_at = models.DateTimeField(_("computed"), null=True, blank=True)
    figures = models.JSONField(_("figures"), default=dict)
    details = models.JSONField(_("details"), default=dict)

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("result of some years")
        verbose_name_plural = _("results of some years")
        constraints = [
            one_of("kind", ScopeKind, name="monitoring_periodresult_kind_known"),
            models.UniqueConstraint(
                fields=["kind", "code", "first_year", "last_year"],
                name="monitoring_periodresult_once",
            ),
            models.CheckConstraint(
                name="monitoring_periodresult_years_in_order",
                condition=Q(first_year__lte=F("last_year")),
            ),
        ]
        indexes = [models.Index(fields=["asked_at"], name="monitoring_periodresult_asked")]

    def __str__(self) -> str:
        return f"{self.kind} {self.code} {self.first_year}-{self.last_year}"
