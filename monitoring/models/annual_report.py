"""What a city writes around its figures of one year."""

from typing import ClassVar, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitoring.models.monitoring_report import MonitoringReport
from monitoring.querysets import AnnualReportQuerySet
from partnership.core import languages
from partnership.core.constraints import filled

NUMBER: Final = r"^AR-[0-9]{4}-[A-Z0-9-]+-[0-9]+$"


class AnnualSubmission(models.Model):
    """For which organisation, and around which frozen figures, a report is written."""

    submission = models.OneToOneField(
        "review.Submission",
        models.CASCADE,
        primary_key=True,
        related_name="of_annual",
        verbose_name=_("submission"),
    )
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name=_("organisation"),
    )
    computed = models.ForeignKey(
        MonitoringReport, models.PROTECT, related_name="+", verbose_name=_("computed part")
    )

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("submitted annual city report")
        verbose_name_plural = _("submitted annual city reports")

    def __str__(self) -> str:
        return str(self.submission)


class AnnualReport(models.Model):
    """Written once, when it is accepted; the database refuses every change of a row.

    The figures are those of `computed`, which never changes either. The texts stay in the language
    of the city. Accepted anew, a submission makes a further report with the next number.
    """

    number = models.CharField(_("number"), max_length=60, unique=True)
    handed_in = models.ForeignKey(
        AnnualSubmission,
        models.PROTECT,
        related_name="reports",
        null=True,
        blank=True,
        verbose_name=_("submitted annual city report"),
    )
    computed = models.ForeignKey(
        MonitoringReport,
        models.PROTECT,
        related_name="annual_reports",
        verbose_name=_("computed part"),
    )
    language = models.CharField(_("written in"), max_length=10, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"))
    done = models.TextField(_("what was done in the year"))
    reading = models.TextField(_("what the figures say to the city"))
    difficulties = models.TextField(_("what was difficult"), blank=True)
    plans = models.TextField(_("what is planned next"))
    made_at = models.DateTimeField(_("accepted"), default=timezone.now)
    is_demo = models.BooleanField(_("demo data"), default=False)

    objects: ClassVar = AnnualReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("annual city report")
        verbose_name_plural = _("annual city reports")
        constraints = [
            models.CheckConstraint(
                name="monitoring_annualreport_number_form", condition=Q(number__regex=NUMBER)
            ),
            models.CheckConstraint(
                name="monitoring_annualreport_written",
                condition=filled("title", "summary", "done", "reading", "plans"),
            ),
            models.CheckConstraint(
                name="monitoring_annualreport_reviewed_or_demo",
                condition=Q(is_demo=True) | Q(handed_in__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["-made_at"], name="monitoring_annual_latest")]

    def __str__(self) -> str:
        return self.number

    @property
    def year(self) -> int:
        return self.computed.last_day.year

    @property
    def language_tag(self) -> str:
        """What HTML calls the language of the texts."""
        return languages.tag(self.language)
