"""What was searched for."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.search.querysets import AskedTextQuerySet


class AskedText(models.Model):
    """A text that was searched for on a day, how often and with how many results; how many of these
    were opened, and the sum of their places in the list.

    Holds nothing about who asked: no person, no network, no time of day. Texts that look like a
    mail address or a telephone number are not written down at all. A text may be somebody's name,
    which cannot be told from other words; so what was searched for only once or twice, on one day, is
    shown to nobody and goes after a week.
    """

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    text = models.CharField(pgettext_lazy("search", "text"), max_length=200)
    results = models.PositiveIntegerField(pgettext_lazy("search", "results"))
    times = models.PositiveIntegerField(_("times"), default=1)
    opened = models.PositiveIntegerField(pgettext_lazy("search", "opened"), default=0, db_default=0)
    places = models.PositiveIntegerField(_("sum of the places"), default=0, db_default=0)

    objects: ClassVar = AskedTextQuerySet.as_manager()

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

    @property
    def place(self) -> float | None:
        """The place in the list where a result was opened, on average; None without any."""
        return self.places / self.opened if self.opened else None
