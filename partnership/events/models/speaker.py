"""Somebody who speaks at an event."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import in_some_language


class Speaker(models.Model):
    """Named in both scripts. Without a session somebody stands for the whole event, as a host."""

    event = models.ForeignKey(
        "events.Event", models.CASCADE, verbose_name=_("event"), related_name="speakers"
    )
    session = models.ForeignKey(
        "events.Session",
        models.SET_NULL,
        verbose_name=pgettext_lazy("event", "session"),
        related_name="speakers",
        null=True,
        blank=True,
        help_text=_("Empty: of the whole event."),
    )
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120, blank=True)
    role = models.CharField(
        pgettext_lazy("speaker", "role"),
        max_length=120,
        blank=True,
        help_text=_("Chair, speaker, trainer; with the position, if it matters."),
    )
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["order", "pk"]
        constraints = [in_some_language("name", name="events_speaker_named")]

    def __str__(self) -> str:
        return self.name or f"#{self.pk}"
