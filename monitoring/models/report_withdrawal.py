"""That a frozen report no longer stands, and why."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitoring.models.monitoring_report import MonitoringReport
from partnership.core import languages
from partnership.core.constraints import filled


class ReportWithdrawal(models.Model):
    """Written once beside the report, which it leaves as it was frozen; the database refuses to change or
    delete it. The reason is public and told in both languages; who withdrew it is in the audit trail.
    """

    report = models.OneToOneField(
        MonitoringReport,
        models.PROTECT,
        primary_key=True,
        related_name="withdrawal",
        verbose_name=_("monitoring report"),
    )
    reason_zh_hans = models.TextField(_("reason in Chinese"))
    reason_en = models.TextField(_("reason in English"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), default=timezone.now)

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("withdrawal of a monitoring report")
        verbose_name_plural = _("withdrawals of monitoring reports")
        constraints = [
            models.CheckConstraint(
                name="monitoring_withdrawal_says_why",
                condition=filled("reason_zh_hans", "reason_en"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.report)

    @property
    def reason(self) -> str:
        """Why, in the reader's language."""
        text: str = getattr(self, languages.column("reason"))
        return text
