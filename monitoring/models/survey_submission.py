"""What monitoring keeps of a survey that somebody hands in."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from monitoring.models.sampling_unit import SamplingUnit


class SurveySubmission(models.Model):
    """On which transect it was made; the survey is there once it is accepted."""

    submission = models.OneToOneField(
        "review.Submission",
        models.CASCADE,
        primary_key=True,
        related_name="of_survey",
        verbose_name=_("submission"),
    )
    unit = models.ForeignKey(
        SamplingUnit, models.PROTECT, related_name="+", verbose_name=_("transect")
    )

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("submitted survey")
        verbose_name_plural = _("submitted surveys")

    def __str__(self) -> str:
        return str(self.submission)
