"""A frozen version of a computed result: what was known of a city or the region on one day."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.choices import ReportScope
from monitoring.querysets import MonitoringReportQuerySet
from partnership.core.constraints import one_of

NUMBER: str = r"^MR-[0-9]{4}-[A-Z0-9-]+-[0-9]+$"


class MonitoringReport(models.Model):
    """Written once. Later data make a new version; the database refuses every change of a row.

    `content` holds the result, the names it needs in both languages and what the quality page
    counts; every page and file of the report is made of it alone. Who made it is in the audit
    trail; the row names the organisation only, none where it was the secretariat.
    """

    number = models.CharField(_("number"), max_length=60, unique=True)
    scope = models.CharField(
        pgettext_lazy("of a report", "area"), max_length=8, choices=ReportScope.choices
    )
    place = models.ForeignKey(
        "reference.Place",
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("city"),
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    version_no = models.PositiveSmallIntegerField(pgettext_lazy("of a report", "version"))
    statistics_version = models.CharField(_("version of the statistics"), max_length=12)
    data_hash = models.CharField(_("check sum of the content"), max_length=64)
    content = models.JSONField(_("content"))
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    is_demo = models.BooleanField(_("demo data"), default=False)

    objects: ClassVar = MonitoringReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("monitoring report")
        verbose_name_plural = _("monitoring reports")
        constraints = [
            one_of("scope", ReportScope, name="monitoring_report_scope_known"),
            models.UniqueConstraint(
                fields=["scope", "place", "first_day", "last_day", "version_no"],
                name="monitoring_report_version_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="monitoring_report_of_a_city_or_all",
                condition=Q(scope=ReportScope.CITY, place__isnull=False)
                | Q(scope=ReportScope.REGION, place__isnull=True),
            ),
            models.CheckConstraint(
                name="monitoring_report_days_in_order", condition=Q(first_day__lte=F("last_day"))
            ),
            models.CheckConstraint(
                name="monitoring_report_number_form", condition=Q(number__regex=NUMBER)
            ),
        ]
        indexes = [models.Index(fields=["-made_at"], name="monitoring_report_latest")]

    def __str__(self) -> str:
        return self.number
