"""What a beach clean-up has beyond an event."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from outreach.choices import CampaignTheme
from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped


class Cleanup(TimeStamped):
    """Title, dates, meeting point and seats belong to the event, which is also its key.

    Groups are signed up by their leader, with numbers by age: that is the event's registration.
    """

    event = models.OneToOneField(
        "events.Event",
        models.CASCADE,
        primary_key=True,
        verbose_name=_("event"),
        related_name="cleanup",
    )
    campaign = models.ForeignKey(
        "outreach.Campaign",
        models.PROTECT,
        verbose_name=_("campaign"),
        related_name="cleanups",
        null=True,
        blank=True,
    )
    theme = models.CharField(
        _("theme"),
        max_length=20,
        choices=CampaignTheme.choices,
        default=CampaignTheme.CLEAN_OCEAN,
    )
    beach = models.CharField(_("beach"), max_length=120, blank=True)
    low_tide_at = models.DateTimeField(
        _("low tide (Beijing time)"),
        null=True,
        blank=True,
        help_text=_("The lowest water nearest to the clean-up."),
    )
    tide_note = models.CharField(
        _("about the tide"), max_length=200, blank=True, help_text=_("Height, source of the table.")
    )
    equipment = models.TextField(
        _("equipment"), blank=True, help_text=_("What is handed out; one on each line.")
    )
    safety_notes = models.TextField(_("safety notes"), blank=True, help_text=_("One on each line."))

    class Meta:
        verbose_name = _("beach clean-up")
        verbose_name_plural = _("beach clean-ups")
        constraints = [one_of("theme", CampaignTheme, name="outreach_cleanup_theme_known")]

    def __str__(self) -> str:
        return str(self.event)
