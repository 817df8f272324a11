"""Something a city does because of an event."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.partial_dates import PartialDateField, display


class ReportedAction(models.Model):
    """In the language of its report; made when that is accepted."""

    report = models.ForeignKey(
        "reports.EventReport", models.CASCADE, verbose_name=_("report"), related_name="actions"
    )
    order = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    text = models.CharField(_("what is done"), max_length=400)
    by_when = PartialDateField(_("by when"))

    class Meta:
        verbose_name = _("reported action")
        verbose_name_plural = _("reported actions")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def shown_by_when(self) -> str:
        """By when, as people write it; empty where the city did not say."""
        return display(self.by_when)
