"""How far a commitment is, as its owner reports it, and what shows it."""

from typing import ClassVar, Final

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import filled, in_some_language, one_of
from partnership.core.models import TimeStamped
from partnership.network.commitment_choices import ReportState
from partnership.network.commitment_report_querysets import (
    CommitmentEvidenceQuerySet,
    CommitmentReportQuerySet,
)

PERIOD: Final = "period"  # codes of constraints, by which a form finds the field
TEXT: Final = "text"
TITLED: Final = "title"


class CommitmentReport(TimeStamped):
    """The figure at the end of a period, in the commitment's unit; periods share no day.

    `given_on` is the day on which the owner last handed it in: the report's age counts from there,
    so a slow review costs the owner nothing.
    """

    commitment = models.ForeignKey(
        "partnership.Commitment",
        models.PROTECT,
        verbose_name=_("commitment"),
        related_name="reports",
    )
    period_from = models.DateField(_("period from"))
    period_to = models.DateField(_("period to"))
    value = models.DecimalField(
        pgettext_lazy("commitment", "figure reached"),
        max_digits=15,
        decimal_places=3,
        validators=[MinValueValidator(0)],
    )
    text = models.TextField(
        pgettext_lazy("report", "what was done"),
        blank=True,
        help_text=_("What was done in the period, what hindered it, what comes next."),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ReportState.choices, default=ReportState.GIVEN
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("reported by"),
        related_name="+",
        null=True,
        blank=True,
    )
    given_on = models.DateField(_("reported on"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("reviewed by"),
        related_name="+",
        null=True,
        blank=True,
    )
    decided_at = models.DateTimeField(_("reviewed"), null=True, blank=True)
    remark = models.TextField(_("remark of the secretariat"), blank=True, default="", db_default="")

    remark_zh_hans: str  # these two columns are modeltranslation's
    remark_en: str

    objects: ClassVar = CommitmentReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        constraints = [
            one_of("state", ReportState, name="partnership_commitmentreport_state_known"),
            in_some_language(
                "text",
                name="partnership_commitmentreport_written",
                message=_("Say in Chinese or in English what was done, better in both."),
                code=TEXT,
            ),
            models.CheckConstraint(
                name="partnership_commitmentreport_period_in_order",
                condition=Q(period_to__gte=F("period_from")),
                violation_error_code=PERIOD,
                violation_error_message=_(
                    "The period ends before it begins. Correct one of the two days."
                ),
            ),
            models.UniqueConstraint(
                fields=["commitment", "period_to"], name="partnership_commitmentreport_one_a_period"
            ),
            models.CheckConstraint(
                name="partnership_commitmentreport_decided_when",
                condition=Q(state=ReportState.GIVEN)
                | Q(decided_at__isnull=False) & ~Q(state=ReportState.GIVEN),
            ),
            models.CheckConstraint(
                name="partnership_commitmentreport_returned_with_remark",
                condition=~Q(state=ReportState.RETURNED)
                | filled("remark_zh_hans")
                | filled("remark_en"),
            ),
        ]
        indexes = [
            models.Index(
                fields=["commitment", "-period_to"],
                name="partnership_report_latest",
                condition=Q(state=ReportState.ACCEPTED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment}: {self.period_from} – {self.period_to}"


class CommitmentEvidence(TimeStamped):
    """A checked file that shows what a commitment or one of its reports says. With a report it is
    reviewed and public; without one it is public since `accepted_on`. What was withdrawn stays as a
    row with its reason; its file is no longer handed out.
    """

    commitment = models.ForeignKey(
        "partnership.Commitment",
        models.PROTECT,
        verbose_name=_("commitment"),
        related_name="evidence",
    )
    report = models.ForeignKey(
        "partnership.CommitmentReport",
        models.PROTECT,
        verbose_name=_("progress report"),
        related_name="evidence",
        null=True,
        blank=True,
    )
    title = models.CharField(pgettext_lazy("evidence", "title"), max_length=200, blank=True)
    file = models.OneToOneField(
        "documents.StoredFile",
        models.PROTECT,
        verbose_name=_("file"),
        related_name="commitment_evidence",
    )
    accepted_on = models.DateField(pgettext_lazy("evidence", "accepted"), null=True, blank=True)
    withdrawn_on = models.DateField(pgettext_lazy("evidence", "withdrawn"), null=True, blank=True)
    reason = models.TextField(
        pgettext_lazy("evidence", "reason of the withdrawal"),
        blank=True,
        default="",
        db_default="",
    )

    reason_zh_hans: str  # these two columns are modeltranslation's
    reason_en: str

    objects: ClassVar = CommitmentEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("commitment", "piece of evidence")
        verbose_name_plural = pgettext_lazy("commitment", "evidence")
        ordering = ["created_at", "pk"]
        constraints = [
            in_some_language(
                "title",
                name="partnership_commitmentevidence_titled",
                message=_("Say what the document is, so that others find it."),
                code=TITLED,
            ),
            models.CheckConstraint(
                name="partnership_commitmentevidence_withdrawn_with_reason",
                condition=Q(withdrawn_on__isnull=True)
                | filled("reason_zh_hans")
                | filled("reason_en"),
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.file)

    @property
    def is_standing(self) -> bool:
        return self.withdrawn_on is None

    @property
    def is_waiting(self) -> bool:
        """It belongs to no report, and the secretariat has not looked at it yet."""
        return self.is_standing and self.report_id is None and self.accepted_on is None
