"""Vocabularies of sites and of surveys on beaches."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.review.choices import State

SHORTEST_FOR_INDICATORS: Final = 10  # metres; shorter transects never enter the indicators
SHORTEST_WITHOUT_REASON: Final = 50  # metres
DAYS_AFTER_CLEANING: Final = 14
MOST_ITEMS: Final = 100_000  # of one kind in one survey
FORM_LIST: Final = "eu-joint"  # the list that the form of single surveys counts by
APPROVED: Final = (State.ACCEPTED, State.ON_NOTICE, State.PUBLISHED)  # of the submission


class Compartment(models.TextChoices):
    """Where litter is looked for."""

    BEACH = "beach", _("beach")
    FLOATING = "floating", _("sea surface")
    SEABED = "seabed", _("seabed")


class SurveyType(models.TextChoices):
    """Why a survey was made; only monitoring enters the indicators."""

    MONITORING = "monitoring", _("monitoring")
    CLEANUP = "cleanup", _("beach clean-up")
    RESEARCH = "research", _("research")
    RAPID = "rapid", _("rapid survey")


class Urbanisation(models.TextChoices):
    """What surrounds a beach."""

    URBAN = "urban", _("urban")
    SEMI_URBAN = "semi-urban", _("semi-urban")
    REMOTE = "remote", _("remote")


class Cleaning(models.TextChoices):
    """How often a beach is cleaned outside of surveys."""

    NEVER = "never", _("never")
    OCCASIONAL = "occasional", _("now and then")
    SEASONAL = "seasonal", _("in the season")
    WEEKLY = "weekly", _("weekly or more often")
    DAILY = "daily", _("daily")
    UNKNOWN = "unknown", _("unknown")
