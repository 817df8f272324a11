"""What was searched for."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AskedText(models.Model):
    """A text that was searched for on a day, how often and with how many results.

    Holds nothing about who asked: no person, no network, no time of day. Texts that look like a
    mail address or a telephone number are not written down at all.
    """

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    text = models.CharField(pgettext_lazy("search", "text"), max_length=200)
    results = models.PositiveIntegerField(pgettext_lazy("search", "results"))
    times = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        verbose_name = _("search")
        verbose_name_plural = _("searches")
        constraints = [
            models.UniqueConstraint(fields=["day", "language", "text"], name="search_asked_once"),
        ]
        indexes = [
            models.Index(fields=["text"], name="search_asked_text"),
        ]

    def __str__(self) -> str:
        return self.text
