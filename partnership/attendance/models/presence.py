"""How somebody attended a session."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.attendance.choices import State
from partnership.core.constraints import one_of


class Presence(models.Model):
    """One cell of the table of an event: a registration and a session. No row: not noted."""

    registration = models.ForeignKey(
        "events.Registration",
        models.PROTECT,
        verbose_name=_("registration"),
        related_name="presences",
    )
    session = models.ForeignKey(
        "events.Session",
        models.CASCADE,
        verbose_name=pgettext_lazy("event", "session"),
        related_name="presences",
    )
    state = models.CharField(_("attendance"), max_length=8, choices=State.choices)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("noted by"), related_name="+"
    )
    noted_at = models.DateTimeField(_("noted"))

    class Meta:
        verbose_name = _("attendance of a session")
        verbose_name_plural = _("attendance of sessions")
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "session"], name="attendance_presence_once_a_session"
            ),
            one_of("state", State, name="attendance_presence_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.registration}: {self.get_state_display()}"
