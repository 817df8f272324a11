"""Vocabularies of samples of microplastics."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LARGEST_MICROPLASTIC: Final = 5_000  # micrometres
FEWEST_BLANKS: Final = 3
MOST_PARTICLES: Final = 1_000_000  # in one sample
MOST_LISTED: Final = 3_000  # particles of one sample that are told one by one
LARGEST_LENGTH: Final = 4_999.9  # micrometres, below what is no microplastic any more
FASTEST_KN: Final = 8  # of a vessel that tows; one kind of net bears as much
USUAL_KN: Final = 4  # up to which nets are towed as a rule
LARGEST_MASS: Final = 10_000  # milligrams, as One4All bounds it


class Matrix(models.TextChoices):
    """In what microplastics are looked for. Each is measured in a unit of its own."""

    SURFACE_WATER = "surface-water", _("surface water")
    WATER_COLUMN = "water-column", _("water column")
    BEACH_SEDIMENT = "beach-sediment", _("beach sediment")
    SEABED_SEDIMENT = "seabed-sediment", _("seabed sediment")
    BIOTA = "biota", pgettext_lazy("matrix of a sample", "biota")


class Gear(models.TextChoices):
    """With what a sample is taken."""

    MANTA = "manta", _("manta net")
    NEUSTON = "neuston", _("neuston net")
    PUMP = "pump", _("pump")
    BOTTLE = "bottle", _("Niskin bottle")
    GRAB = "grab", _("grab")
    CORER = "corer", _("corer")
    QUADRAT = "quadrat", _("quadrat")
    OTHER = "other", pgettext_lazy("gear", "other")


class Tissue(models.TextChoices):
    """What of an animal was looked at."""

    WHOLE = "whole", pgettext_lazy("tissue", "the whole animal")
    GUT = "gut", pgettext_lazy("tissue", "stomach and gut")
    GILLS = "gills", pgettext_lazy("tissue", "gills")
    MUSCLE = "muscle", pgettext_lazy("tissue", "muscle")
    LIVER = "liver", pgettext_lazy("tissue", "liver")
    OTHER = "other", pgettext_lazy("tissue", "other")


class Identification(models.TextChoices):
    """How particles are known to be plastic."""

    VISUAL = "visual", _("by eye, under the microscope")
    STAINING = "staining", _("staining")
    FTIR = "ftir", _("infrared spectroscopy")
    RAMAN = "raman", _("Raman spectroscopy")
    PYROLYSIS = "pyrolysis", _("pyrolysis GC-MS")


class Trait(models.TextChoices):
    """What is told of particles beside their number, each by itself: overlapping lists had to be
    withdrawn elsewhere."""

    SHAPE = "shape", _("shape")
    SIZE = "size", pgettext_lazy("of particles", "size")
    COLOUR = "colour", _("colour")
    TRANSPARENCY = "transparency", _("transparency")
    POLYMER = "polymer", _("polymer")


class Shape(models.TextChoices):
    FRAGMENT = "fragment", _("fragment")
    FIBRE = "fibre", _("fibre")
    BUNDLE = "bundle", _("bundle of fibres")
    FILM = "film", pgettext_lazy("shape of particles", "film")
    FOAM = "foam", pgettext_lazy("shape of particles", "foam")
    PELLET = "pellet", _("pellet")
    BEAD = "bead", _("sphere or bead")
    LINE = "line", pgettext_lazy("shape of particles", "line")
    OTHER = "other", pgettext_lazy("shape of particles", "other")


class SizeBand(models.TextChoices):
    """In micrometres, each from its first number up to but without its second."""

    UNDER_20 = "0-20", "< 20 μm"
    UNDER_100 = "20-100", "20–100 μm"
    UNDER_300 = "100-300", "100–300 μm"
    UNDER_500 = "300-500", "300–500 μm"
    UNDER_1000 = "500-1000", "500–1000 μm"
    UP_TO_5000 = "1000-5000", "1000–5000 μm"


class Colour(models.TextChoices):
    NONE = "none", _("colourless")
    WHITE = "white", _("white")
    BLACK = "black", _("black")
    GREY = "grey", _("grey")
    BLUE = "blue", _("blue")
    GREEN = "green", _("green")
    YELLOW = "yellow", _("yellow")
    RED = "red", _("red")
    OTHER = "other", pgettext_lazy("colour", "other")


class Transparency(models.TextChoices):
    """Apart from the colour: “transparent” had to be withdrawn as a colour elsewhere."""

    TRANSPARENT = "transparent", _("transparent")
    TRANSLUCENT = "translucent", _("translucent")
    OPAQUE = "opaque", _("opaque")


class Polymer(models.TextChoices):
    PE = "pe", _("polyethylene (PE)")
    PP = "pp", _("polypropylene (PP)")
    PS = "ps", _("polystyrene (PS)")
    PET = "pet", _("polyester (PET)")
    PVC = "pvc", _("polyvinyl chloride (PVC)")
    PA = "pa", _("polyamide (PA)")
    PU = "pu", _("polyurethane (PU)")
    ACRYLIC = "acrylic", _("acrylic polymers")
    RUBBER = "rubber", pgettext_lazy("polymer", "rubber")
    OTHER = "other", pgettext_lazy("polymer", "other")


WATER: Final = (Matrix.SURFACE_WATER, Matrix.WATER_COLUMN)
SEDIMENT: Final = (Matrix.BEACH_SEDIMENT, Matrix.SEABED_SEDIMENT)
WITH_MESH: Final = (Gear.MANTA, Gear.NEUSTON, Gear.PUMP)
VALUES_OF: Final[dict[Trait, type[models.TextChoices]]] = {
    Trait.SHAPE: Shape,
    Trait.SIZE: SizeBand,
    Trait.COLOUR: Colour,
    Trait.TRANSPARENCY: Transparency,
    Trait.POLYMER: Polymer,
}
