"""Where a case came from: what somebody handed in, and what became of it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseSubmission(models.Model):
    """What the case collection keeps of a submission: for whom it is handed in, and what became
    of it. The organisation's people work on it together; the case is there once it is accepted. `lead`
    is the lead in a city's report it began with.
    """

    submission = models.OneToOneField(
        "review.Submission",
        models.CASCADE,
        primary_key=True,
        related_name="of_case",
        verbose_name=_("submission"),
    )
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        related_name="handed_in",
        verbose_name=_("organisation"),
    )
    case = models.OneToOneField(
        "cases.Case",
        models.PROTECT,
        related_name="handed_in",
        null=True,
        blank=True,
        verbose_name=_("case"),
    )
    lead = models.OneToOneField(
        "reports.CaseLead",
        models.SET_NULL,
        related_name="case_submission",
        null=True,
        blank=True,
        verbose_name=_("case lead"),
    )

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("submitted case")
        verbose_name_plural = _("submitted cases")

    def __str__(self) -> str:
        return str(self.submission)
