"""What a roundtable dialogue has beyond an event."""

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.models import TimeStamped


class Roundtable(TimeStamped):
    """Title, dates, place, themes, host and seats belong to the event, which is also its key.

    The questions stand there before the dialogue, the outcome after it.
    """

    event = models.OneToOneField(
        "events.Event",
        models.CASCADE,
        primary_key=True,
        verbose_name=_("event"),
        related_name="roundtable",
    )
    questions = models.TextField(
        _("questions for discussion"),
        blank=True,
        help_text=_("One on each line."),
    )
    zero_waste = models.TextField(
        _("the host as a zero-waste city"),
        blank=True,
        help_text=_("How the dialogue is tied to the host city's building of a zero-waste city."),
    )
    zero_waste_url = models.URLField(
        _("official page on the zero-waste city"),
        blank=True,
        validators=[URLValidator(schemes=["https", "http"])],
    )
    partners = models.ManyToManyField(
        "partnership.Organisation",
        related_name="roundtables",
        blank=True,
        verbose_name=_("partners"),
    )
    outcome = models.TextField(
        _("outcome"), blank=True, help_text=_("What was agreed; public after the dialogue.")
    )

    class Meta:
        verbose_name = _("roundtable dialogue")
        verbose_name_plural = _("roundtable dialogues")

    def __str__(self) -> str:
        return str(self.event)
