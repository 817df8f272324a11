"""The parts of the form that tell what the laboratory did, and its checks."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.choices import (
    LARGEST_MICROPLASTIC,
    MOST_IN_BLANK,
    MOST_PARTICLES,
    BlankKind,
    Correction,
    Counting,
    Digestion,
    Filter,
    Polymer,
    Separation,
)
from monitoring.models.micro_method import SIEVES
from monitoring.surveying.forms import measure
from partnership.review.sheets import SheetForm

NOTHING: Final = ("", "–")
YES: Final = "yes"
UNTOLD: Final = ("", "none")  # of digestion and separation: nothing else follows
Fault = tuple[str, str]  # path and sentence


def whole(label: Any, most: int, *, least: int = 0, **options: Any) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, widget=widget, initial="", **options
    )


def _one_of(label: Any, choices: type[Any], **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[NOTHING, *choices.choices], **options)


def _answer(label: Any) -> forms.TypedChoiceField:
    """Return a question that has to be answered by yes or no."""
    return forms.TypedChoiceField(
        label=label,
        choices=[NOTHING, (YES, gettext_lazy("yes")), ("no", gettext_lazy("no"))],
        coerce=lambda value: value == YES,
    )


def _share(label: Any, **options: Any) -> forms.DecimalField:
    return measure(label, 0, 100, required=False, **options)


class Preparation(SheetForm):
    """What was done before particles could be counted."""

    digestion = _one_of(gettext_lazy("Digestion"), Digestion)
    digestion_celsius = measure(
        gettext_lazy("Temperature of the digestion (°C)"), 0, 200, required=False
    )
    digestion_hours = measure(gettext_lazy("Hours of digestion"), 0, 1_000, required=False)
    separation = _one_of(gettext_lazy("Density separation"), Separation)
    density_g_cm3 = measure(
        gettext_lazy("Density of the solution (g/cm3)"), 1, 4, required=False, decimal_places=2
    )
    sieves_um = forms.CharField(
        label=gettext_lazy("Sieves (μm)"),
        required=False,
        max_length=60,
        validators=[
            RegexValidator(SIEVES, gettext_lazy("Write mesh sizes with commas: 5000, 1000, 300."))
        ],
        help_text=gettext_lazy("Mesh sizes with commas: 5000, 1000, 300."),
    )
    filter_material = _one_of(gettext_lazy("Material of the filter"), Filter, required=False)
    filter_mm = measure(gettext_lazy("Diameter of the filter (mm)"), 5, 100, required=False)
    pore_um = measure(
        gettext_lazy("Pores of the filter (μm)"), 0.01, 100, required=False, decimal_places=2
    )


class Counted(SheetForm):
    """How particles were found, and how far their polymer was confirmed."""

    counting = _one_of(gettext_lazy("Counted by"), Counting)
    magnification = whole(gettext_lazy("Magnification"), 1_000, least=1, required=False)
    library = forms.CharField(
        label=gettext_lazy("Spectral library"), required=False, max_length=120
    )
    threshold_pct = _share(gettext_lazy("Least match with the library (%)"))
    analysed_pct = _share(
        gettext_lazy("Share of the sample analysed (%)"),
        help_text=gettext_lazy("100 where the whole filter was looked at."),
    )
    confirmed_pct = _share(gettext_lazy("Share of particles whose polymer was confirmed (%)"))


class Blank(SheetForm):
    """One blank."""

    kind = _one_of(gettext_lazy("Kind of blank"), BlankKind)
    particles = whole(
        gettext_lazy("Microplastics found in it"),
        MOST_IN_BLANK,
        help_text=gettext_lazy("0 where none was found."),
    )


class Quality(SheetForm):
    """What the result can be relied on for."""

    correction = _one_of(
        gettext_lazy("Correction for blanks"),
        Correction,
        help_text=gettext_lazy(
            "How the laboratory corrects its own results. The count above is the one as found: the portal "
            "shows it beside the same less the mean of the blanks, whatever is chosen here."
        ),
    )
    recovery_pct = _share(
        gettext_lazy("Recovery (%)"), help_text=gettext_lazy("Empty where it was not measured.")
    )
    recovery_cv_pct = _share(gettext_lazy("Its coefficient of variation (%)"))
    spike_polymer = _one_of(gettext_lazy("Polymer of the spike"), Polymer, required=False)
    spike_um = measure(
        gettext_lazy("Size of the spike (μm)"), 0.1, LARGEST_MICROPLASTIC, required=False
    )
    spike_particles = whole(
        gettext_lazy("Particles of the spike"), MOST_PARTICLES, least=1, required=False
    )
    lod_um = measure(
        gettext_lazy("Smallest size detected (μm)"), 0.1, LARGEST_MICROPLASTIC, required=False
    )
    lod_particles = measure(
        gettext_lazy("Limit of detection (particles in a sample)"),
        0,
        MOST_PARTICLES,
        required=False,
        help_text=gettext_lazy("Without a limit of detection a reason is asked for."),
    )
    loq_particles = measure(
        gettext_lazy("Limit of quantification (particles in a sample)"),
        0,
        MOST_PARTICLES,
        required=False,
    )
    is_air_filtered = _answer(gettext_lazy("Was the air filtered, or a laminar flow used?"))
    is_clothing_ruled = _answer(gettext_lazy("Was clothing of cotton worn, by rule?"))
    is_without_plastic = _answer(gettext_lazy("Were plastic tools kept out?"))
    is_sealed = _answer(gettext_lazy("Were samples kept closed?"))


def faults(cleaned: dict[str, Any]) -> Iterator[Fault]:
    """Yield what the parts say against each other."""
    yield from _of_preparation(cleaned["preparation"])
    quality = cleaned["quality"]
    spiked = ("recovery_cv_pct", "spike_polymer", "spike_um", "spike_particles")
    if quality["recovery_pct"] is None:
        for name in spiked:
            if quality[name] not in (None, ""):
                yield f"quality.{name}", _("Give the recovery that the test had, too.")
    detected, quantified = quality["lod_particles"], quality["loq_particles"]
    if quantified is not None and (detected is None or quantified < detected):
        said = _("It needs a limit of detection, and is not below it.")
        yield "quality.loq_particles", said


def _of_preparation(part: dict[str, Any]) -> Iterator[Fault]:
    if part["digestion"] in UNTOLD:
        for name in ("digestion_celsius", "digestion_hours"):
            if part[name] is not None:
                yield f"preparation.{name}", _("Say with what was digested, or leave this empty.")
    has_solution, density = part["separation"] not in UNTOLD, part["density_g_cm3"]
    if has_solution and density is None:
        yield "preparation.density_g_cm3", _("Give the density of the solution.")
    if density is not None and not has_solution:
        said = _("Say in which solution plastic was separated, or leave this empty.")
        yield "preparation.density_g_cm3", said


def sums(blanks: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Return what a sample keeps of its blanks beside their rows."""
    return {
        "blanks": len(blanks),
        "blank_particles": sum(blank["particles"] for blank in blanks),
    }
