"""Vocabularies of what is done with a sample of microplastics in the laboratory, and of its blanks."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MOST_BLANKS: Final = 30  # of one sample
MOST_IN_BLANK: Final = 100_000


class BlankKind(models.TextChoices):
    """What went through the same steps without a sample: on the ship or beach, in the laboratory, through
    the whole procedure, or open to the air beside it."""

    FIELD = "field", _("field blank")
    LABORATORY = "laboratory", _("laboratory blank")
    PROCEDURAL = "procedural", _("procedural blank")
    AIRBORNE = "airborne", _("airborne blank")


class Correction(models.TextChoices):
    """What a laboratory does about its blanks in its own results. The portal keeps counts as found."""

    NONE = "none", pgettext_lazy("correction for blanks", "none: reported as counted")
    MEAN = "mean", _("the mean of the blanks is taken off")
    ALIKE = "alike", _("particles like those of the blanks are left out")
    LIMIT = "limit", _("counts below the limit of detection are set aside")
    OTHER = "other", pgettext_lazy("correction for blanks", "other")


class Digestion(models.TextChoices):
    """With what organic matter is removed."""

    NONE = "none", pgettext_lazy("digestion", "none")
    HYDROGEN_PEROXIDE = "h2o2", _("hydrogen peroxide (H2O2)")
    FENTON = "fenton", _("Fenton's reagent")
    POTASSIUM_HYDROXIDE = "koh", _("potassium hydroxide (KOH)")
    SODIUM_HYDROXIDE = "naoh", _("sodium hydroxide (NaOH)")
    NITRIC_ACID = "hno3", _("nitric acid (HNO3)")
    ENZYMES = "enzymes", _("enzymes")
    OTHER = "other", pgettext_lazy("digestion", "other")


class Separation(models.TextChoices):
    """The solution in which plastic floats off minerals."""

    NONE = "none", pgettext_lazy("density separation", "none")
    SODIUM_CHLORIDE = "nacl", _("sodium chloride (NaCl)")
    SODIUM_IODIDE = "nai", _("sodium iodide (NaI)")
    ZINC_CHLORIDE = "zncl2", _("zinc chloride (ZnCl2)")
    CALCIUM_CHLORIDE = "cacl2", _("calcium chloride (CaCl2)")
    POLYTUNGSTATE = "spt", _("sodium polytungstate")
    OTHER = "other", pgettext_lazy("density separation", "other")


class Filter(models.TextChoices):
    """Of what the filter is made on which particles are counted."""

    GLASS = "glass", _("glass fibre")
    CELLULOSE = "cellulose", pgettext_lazy("filter", "cellulose")
    POLYCARBONATE = "pc", _("polycarbonate")
    PTFE = "ptfe", "PTFE"
    ALUMINA = "alumina", _("aluminium oxide")
    SILICON = "silicon", _("silicon")
    STEEL = "steel", _("stainless steel")
    OTHER = "other", pgettext_lazy("filter", "other")


class Counting(models.TextChoices):
    """How particles are found on the filter; what they are made of is told by `Identification`."""

    VISUAL = "visual", pgettext_lazy("counting", "by eye or light microscope")
    STAINING = "staining", pgettext_lazy("counting", "staining")
    FLUORESCENCE = "fluorescence", _("fluorescence microscope")
    SEM = "sem", _("scanning electron microscope")
    AUTOMATIC = "automatic", _("automatic image analysis")
