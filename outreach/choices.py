"""The themes under which people clean beaches."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CampaignTheme(models.TextChoices):
    CLEAN_OCEAN = "clean-ocean", _("Clean ocean")
    CARE = "care", _("Care for the marine environment")
    BLUE_PLANET = "blue-planet", _("Blue planet")
