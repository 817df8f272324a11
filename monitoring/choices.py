"""Vocabularies of sites and surveys."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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


class ScopeKind(models.TextChoices):
    """What a result can be about."""

    SITE = "site", _("survey site")
    CITY = "city", _("city")
    COUNTRY = "country", _("country")
    REGION = "region", pgettext_lazy("scope of a result", "region")


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


class Identification(models.TextChoices):
    """How particles are known to be plastic."""

    VISUAL = "visual", _("by eye, under the microscope")
    STAINING = "staining", _("staining")
    FTIR = "ftir", _("infrared spectroscopy")
    RAMAN = "raman", _("Raman spectroscopy")
    PYROLYSIS = "pyrolysis", _("pyrolysis GC-MS")


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


class Trait(models.TextChoices):
    """What is told of particles beside their number, each by itself: overlapping lists had to be
    withdrawn elsewhere."""

    SHAPE = "shape", _("shape")
    SIZE = "size", pgettext_lazy("of particles", "size")
    COLOUR = "colour", _("colour")
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


class SurveyType(models.TextChoices):
    """Why a survey was made; only monitoring enters the indicators."""

    MONITORING = "monitoring", _("monitoring")
    CLEANUP = "cleanup", _("beach clean-up")
    RESEARCH = "research", _("research")
    RAPID = "rapid", _("rapid survey")


class ReportScope(models.TextChoices):
    """What a report is about."""

    CITY = "city", pgettext_lazy("area of a report", "one city")
    REGION = "region", pgettext_lazy("area of a report", "the whole region")


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


class UploadState(models.TextChoices):
    """What becomes of a file with surveys."""

    WAITING = "waiting", pgettext_lazy("upload", "waits")
    RUNNING = "running", pgettext_lazy("upload", "is being read")
    ASKS = "asks", pgettext_lazy("upload", "has a question")
    FAULTY = "faulty", pgettext_lazy("upload", "to correct")
    DIFFERS = "differs", pgettext_lazy("upload", "drafts differ")
    TAKEN = "taken", pgettext_lazy("upload", "taken in")
    FAILED = "failed", pgettext_lazy("upload", "not taken in")
    CANCELLED = "cancelled", pgettext_lazy("upload", "cancelled")

    @property
    def tone(self) -> str:
        """How a badge shows it."""
        return {
            "taken": "ok",
            "asks": "warn",
            "faulty": "warn",
            "differs": "warn",
            "failed": "bad",
        }.get(self.value, "")


class UploadStep(models.TextChoices):
    """What a worker does with a file."""

    READING = "reading", pgettext_lazy("upload", "The file is being read")
    CHECKING = "checking", pgettext_lazy("upload", "Its rows are being checked")
    STORING = "storing", pgettext_lazy("upload", "Its surveys are being stored")
    SUBMITTING = "submitting", pgettext_lazy("upload", "Its surveys are being submitted")


class DayOrder(models.TextChoices):
    """What stands first in days like 03/05/2026."""

    DAY_FIRST = "day", pgettext_lazy("order of a date", "the day")
    MONTH_FIRST = "month", pgettext_lazy("order of a date", "the month")
    NEITHER = "neither", pgettext_lazy("order of a date", "neither: show such days as faults")


# A worker that died leaves its file to the next one. Drafts that differ are replaced, those that were
# taken are submitted, and a file is read on, when its sender says so; submitting can be stopped.
UPLOAD_TRANSITIONS: Final[dict[UploadState, frozenset[UploadState]]] = {
    UploadState.WAITING: frozenset({UploadState.RUNNING, UploadState.CANCELLED, UploadState.TAKEN}),
    UploadState.RUNNING: frozenset(UploadState) - {UploadState.WAITING},
    UploadState.ASKS: frozenset({UploadState.WAITING, UploadState.CANCELLED}),
    UploadState.DIFFERS: frozenset({UploadState.WAITING}),
    UploadState.FAULTY: frozenset(),
    UploadState.TAKEN: frozenset({UploadState.WAITING}),
    UploadState.FAILED: frozenset(),
    UploadState.CANCELLED: frozenset(),
}
UNDER_WAY: Final = (UploadState.WAITING, UploadState.RUNNING)
WATER: Final = (Matrix.SURFACE_WATER, Matrix.WATER_COLUMN)
SEDIMENT: Final = (Matrix.BEACH_SEDIMENT, Matrix.SEABED_SEDIMENT)
WITH_MESH: Final = (Gear.MANTA, Gear.NEUSTON, Gear.PUMP)
LARGEST_MICROPLASTIC: Final = 5_000  # micrometres
FEWEST_BLANKS: Final = 3
MOST_PARTICLES: Final = 1_000_000  # in one sample
VALUES_OF: Final[dict[Trait, type[models.TextChoices]]] = {
    Trait.SHAPE: Shape,
    Trait.SIZE: SizeBand,
    Trait.COLOUR: Colour,
    Trait.POLYMER: Polymer,
}
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
