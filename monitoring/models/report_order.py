"""A report that somebody asked for and a worker makes."""

from typing import ClassVar, Self
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from monitoring.models.monitoring_report import MonitoringReport
from partnership.accounts.models import User
from partnership.core.choices import FileState
from partnership.core.constraints import one_of
from partnership.core.models import MadeFile, MadeFileQuerySet


class ReportOrderQuerySet(MadeFileQuerySet):
    """Orders are shown to nobody but who gave them."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        return self.filter(asked_by=user.pk)

    def latest_first(self) -> Self:
        return self.order_by("-created_at", "-pk")


class ReportOrder(MadeFile):
    """`done` of `total` are steps; `content` stays empty, since what is made is `report`. Without a place it
    is about the whole region."""

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("asked for by")
    )
    place = models.ForeignKey(
        "reference.Place",
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("city"),
    )
    first_year = models.PositiveSmallIntegerField(_("first year"))
    last_year = models.PositiveSmallIntegerField(_("last year"))
    report = models.ForeignKey(
        MonitoringReport,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("monitoring report"),
    )

    objects: ClassVar = ReportOrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("report that was asked for")
        verbose_name_plural = _("reports that were asked for")
        constraints = [
            one_of("state", FileState, name="monitoring_reportorder_state_known"),
            models.CheckConstraint(
                name="monitoring_reportorder_done_has_report",
                condition=~Q(state=FileState.DONE) | Q(report__isnull=False),
            ),
            models.CheckConstraint(
                name="monitoring_reportorder_years_in_order",
                condition=Q(first_year__lte=F("last_year")),
            ),
            models.UniqueConstraint(
                fields=["asked_by", "place", "first_year", "last_year"],
                condition=Q(state__in=(FileState.WAITING, FileState.RUNNING)),
                nulls_distinct=False,
                name="monitoring_reportorder_under_way_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place or ''} {self.first_year}-{self.last_year}".strip()
