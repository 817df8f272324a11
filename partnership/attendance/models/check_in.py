"""That somebody has come."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.attendance.querysets import CheckInQuerySet


class CheckIn(models.Model):
    """One for a registration and day, by the clock of the place; `people` of a group have come."""

    registration = models.ForeignKey(
        "events.Registration",
        models.PROTECT,
        verbose_name=_("registration"),
        related_name="check_ins",
    )
    day = models.DateField(_("day"))
    people = models.PositiveSmallIntegerField(_("people"), default=1)
    at = models.DateTimeField(_("checked in"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("checked in by"), related_name="+"
    )

    objects: ClassVar = CheckInQuerySet.as_manager()

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "day"], name="attendance_check_in_once_a_day"
            ),
            models.CheckConstraint(
                name="attendance_check_in_of_somebody", condition=Q(people__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.registration}, {self.day}"
