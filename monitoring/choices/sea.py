"""Vocabularies of surveys at sea."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.choices.surveys import Compartment


class SeaMethod(models.TextChoices):
    """How litter is looked for at sea; the values are the codes of the protocols. What is seen from a
    ship and what a net holds are never added."""

    VISUAL = "floating-visual", _("floating litter, seen from a ship")
    TRAWL = "floating-trawl", _("floating litter, by a surface trawl")
    SEABED = "seabed", _("seabed litter, by a bottom trawl")


class SizeClass(models.TextChoices):
    """Which pieces were counted; the limits in millimetres are to be confirmed (protocols)."""

    SMALL = "small", pgettext_lazy("pieces of litter", "small")
    MEDIUM = "medium", pgettext_lazy("pieces of litter", "medium")
    SMALL_AND_MEDIUM = "small-medium", pgettext_lazy("pieces of litter", "small and medium")
    LARGE = "large", pgettext_lazy("pieces of litter", "large")
    EXTRA_LARGE = "extra-large", pgettext_lazy("pieces of litter", "extra-large")
    LARGE_AND_ABOVE = "large-extra", pgettext_lazy("pieces of litter", "large and extra-large")


class BottomGear(models.TextChoices):
    """What sweeps the seabed."""

    OTTER = "otter", _("otter trawl")
    BEAM = "beam", _("beam trawl")
    DREDGE = "dredge", pgettext_lazy("gear", "dredge")
    OTHER = "other", pgettext_lazy("gear", "other")


# What a ship's crew sees is large, what a surface trawl takes is small; the bulletins tell them apart.
SIZES_OF: Final[dict[SeaMethod, tuple[SizeClass, ...]]] = {
    SeaMethod.VISUAL: (SizeClass.LARGE, SizeClass.EXTRA_LARGE, SizeClass.LARGE_AND_ABOVE),
    SeaMethod.TRAWL: (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.SMALL_AND_MEDIUM),
    SeaMethod.SEABED: (),
}
COMPARTMENT_OF: Final = {
    SeaMethod.VISUAL: Compartment.FLOATING,
    SeaMethod.TRAWL: Compartment.FLOATING,
    SeaMethod.SEABED: Compartment.SEABED,
}
