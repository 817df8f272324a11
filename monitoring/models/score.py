"""How somebody did in the test before and after a training."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from monitoring.querysets import ScoreQuerySet
from partnership.core.models import TimeStamped


class Score(TimeStamped):
    """Marks of one participant; either may be missing. Readers see the mean of all, never one.

    When the registration forgets whose it was, the marks stay as numbers of nobody.
    """

    registration = models.OneToOneField(
        "events.Registration",
        models.CASCADE,
        primary_key=True,
        verbose_name=_("registration"),
        related_name="score",
    )
    before = models.PositiveSmallIntegerField(_("marks before"), null=True, blank=True)
    after = models.PositiveSmallIntegerField(_("marks after"), null=True, blank=True)

    objects: ClassVar = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("test result")
        verbose_name_plural = _("test results")

    def __str__(self) -> str:
        return str(self.registration)
