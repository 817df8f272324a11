"""One item of an event's programme."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import in_some_language


class Session(models.Model):
    """A talk, a discussion, a visit. Several may go on at once, in different rooms."""

    event = models.ForeignKey(
        "events.Event", models.CASCADE, verbose_name=_("event"), related_name="sessions"
    )
    starts_at = models.DateTimeField(pgettext_lazy("event", "starts"))
    ends_at = models.DateTimeField(pgettext_lazy("event", "ends"))
    title = models.CharField(_("title"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)
    room = models.CharField(pgettext_lazy("event", "room"), max_length=120, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("event", "session")
        verbose_name_plural = pgettext_lazy("event", "sessions")
        ordering = ["starts_at", "pk"]
        constraints = [
            in_some_language("title", name="events_session_titled"),
            models.CheckConstraint(
                name="events_session_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("The end comes after the beginning."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"
