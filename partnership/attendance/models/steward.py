"""Somebody who lets people in at an event."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Steward(models.Model):
    """Sees names, organisations and head counts of this one event, and who has come; no addresses."""

    plan = models.ForeignKey(
        "attendance.Plan",
        models.CASCADE,
        verbose_name=_("attendance plan"),
        related_name="stewards",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("account"),
        related_name="stewardships",
    )
    created_at = models.DateTimeField(_("named"), auto_now_add=True)

    class Meta:
        verbose_name = _("steward")
        verbose_name_plural = _("stewards")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "person"], name="attendance_steward_once_for_an_event"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
