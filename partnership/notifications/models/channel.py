"""The way by which messages leave."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.notifications.choices import Fault

MAIL: Final = "mail"


class Channel(models.Model):
    """Whether the mail server takes messages at all: what is wrong with it is no message's fault.

    One row, seen by all senders, so that after a failed connection all of them wait together.
    """

    key = models.CharField(_("channel"), max_length=20, primary_key=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)
    fault = models.CharField(_("error"), max_length=20, choices=Fault.choices, blank=True)
    answer = models.TextField(_("answer of the mail server"), blank=True)
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    paused_until = models.DateTimeField(_("paused until"), null=True, blank=True)

    class Meta:
        verbose_name = _("channel")
        verbose_name_plural = _("channels")

    def __str__(self) -> str:
        return self.key
