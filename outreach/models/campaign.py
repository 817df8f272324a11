"""A campaign: clean-ups under one theme in one season."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from outreach.choices import CampaignTheme
from outreach.querysets import CampaignQuerySet
from partnership.core.constraints import filled, one_of
from partnership.core.models import TimeStamped


class Campaign(TimeStamped):
    """Named in both languages, since its clean-ups are public in both."""

    slug = models.SlugField(_("short name in the address"), max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=120)
    summary = models.CharField(_("summary"), max_length=400, blank=True)
    theme = models.CharField(_("theme"), max_length=20, choices=CampaignTheme.choices)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    version = models.PositiveIntegerField(_("version"), default=1, db_default=1, editable=False)

    objects: ClassVar = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-starts_on", "pk"]
        constraints = [
            one_of("theme", CampaignTheme, name="outreach_campaign_theme_known"),
            models.CheckConstraint(
                name="outreach_campaign_named_in_both",
                condition=filled("name_zh_hans", "name_en"),
                violation_error_message=_("A campaign needs its name in both languages."),
            ),
            models.CheckConstraint(
                name="outreach_campaign_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day is not before the first."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_public(self) -> bool:
        return type(self).objects.public().filter(pk=self.pk).exists()
