"""The report a city owes after an event at which it had seats."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.models import TimeStamped
from partnership.reports.choices import GIVEN_UP, NOT_THERE, REMINDERS
from partnership.reports.querysets import EventReportQuerySet


class EventReport(TimeStamped):
    """There from the day it is asked for; `submission` once somebody has begun to write.

    How far it is stands in the submission alone. The texts are empty until it is accepted, and
    stay in the language it was written in. `reminders` counts what was written to somebody after
    `due_on`, so that no run of the clock repeats it. `excused_on` is when the secretariat released the
    city: nobody reminds it, and it may still write. `withdrawn_at` is when a public report ceased to
    be so, until one is public again.
    """

    event = models.ForeignKey(
        "events.Event", models.PROTECT, verbose_name=_("event"), related_name="city_reports"
    )
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="city_reports",
    )
    due_on = models.DateField(pgettext_lazy("report", "due"))
    reminders = models.PositiveSmallIntegerField(_("reminders sent"), default=0, editable=False)
    excused_on = models.DateField(_("released from it on"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)
    submission = models.OneToOneField(
        "review.Submission",
        models.SET_NULL,
        verbose_name=_("submission"),
        related_name="city_report",
        null=True,
        blank=True,
        editable=False,
    )

    language = models.CharField(
        _("written in"), max_length=10, choices=settings.LANGUAGES, blank=True
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    participants = models.PositiveIntegerField(
        _("people of the city who took part"), null=True, blank=True
    )
    learned = models.TextField(_("what was learned"), blank=True)
    use = models.TextField(_("what the city does with it"), blank=True)
    support = models.TextField(_("support needed"), blank=True)

    objects: ClassVar = EventReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("city report")
        verbose_name_plural = _("city reports")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organisation"],
                name="reports_report_one_per_city",
                violation_error_message=_("This organisation is asked for a report already."),
            ),
            models.CheckConstraint(
                name="reports_report_reminders_at_most",
                condition=Q(reminders__lte=len(REMINDERS)),
            ),
        ]
        indexes = [models.Index(fields=["due_on"], name="reports_report_due")]

    def __str__(self) -> str:
        return f"{self.organisation} – {self.event}"

    @property
    def is_owed(self) -> bool:
        """Whether nothing is handed in; who sees the row has asked whether anything is due."""
        nothing = self.submission is None or self.submission.state in NOT_THERE
        return nothing and self.excused_on is None

    @property
    def is_free(self) -> bool:
        """Whether somebody may begin: nobody has, or what they began was withdrawn."""
        return self.submission is None or self.submission.state in GIVEN_UP

    @property
    def is_overdue(self) -> bool:
        return self.is_owed and self.due_on < timezone.localdate()

    @property
    def language_tag(self) -> str:
        """What HTML calls the language of the texts."""
        return languages.tag(self.language or languages.current())
