"""What was computed of a site, a city, a country or the region, kept for pages and reports."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from monitoring.choices import ScopeKind
from partnership.core.constraints import one_of


class StoredResult(models.Model):
    """One row for each scope; `monitoring.results` alone writes and reads it.

    `state` names the data it was computed from, `version` the methods: a row that has others than
    the data of now is stale and computed anew. `details` are the long parts, read on demand.
    """

    kind = models.CharField(_("scope"), max_length=8, choices=ScopeKind.choices)
    code = models.CharField(_("code"), max_length=40, blank=True)
    version = models.CharField(_("version of the methods"), max_length=12)
    state = models.CharField(_("state of the data"), max_length=64)
    computed_at = models.DateTimeField(_("computed"))
    figures = models.JSONField(_("figures"))
    details = models.JSONField(_("details"))

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("stored result")
        verbose_name_plural = _("stored results")
        constraints = [
            one_of("kind", ScopeKind, name="monitoring_storedresult_kind_known"),
            models.UniqueConstraint(
                fields=["kind", "code"], name="monitoring_storedresult_scope_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"
