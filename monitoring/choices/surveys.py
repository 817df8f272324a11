"""Vocabularies of surveys on beaches."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.review.choices import State

SHORTEST_FOR_INDICATORS: Final = 10  # metres; shorter transects never enter the indicators
SHORTEST_WITHOUT_REASON: Final = 50  # metres
DAYS_AFTER_CLEANING: Final = 14
MOST_ITEMS: Final = 100_000  # of one kind in one survey
MOST_ANIMALS: Final = 1_000  # of one row
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


class AnimalState(models.TextChoices):
    """In which state an animal was found."""

    ALIVE = "alive", pgettext_lazy("animal", "alive")
    DEAD = "dead", pgettext_lazy("animal", "dead")
    UNKNOWN = "unknown", pgettext_lazy("animal", "unknown")


class Entanglement(models.TextChoices):
    """Whether an animal was caught in litter."""

    YES = "yes", _("caught in litter")
    NO = "no", _("not caught in litter")
    UNKNOWN = "unknown", pgettext_lazy("caught in litter", "unknown")
