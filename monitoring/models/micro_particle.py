"""One particle of a sample, where particles were measured one by one."""

from typing import Any, ClassVar, Final

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.choices import (
    LARGEST_MASS,
    LARGEST_MICROPLASTIC,
    Colour,
    Polymer,
    Shape,
    SizeBand,
    Transparency,
)
from monitoring.models.micro_sample import MicroSample, measured
from partnership.core.constraints import one_of

UPPER: Final = {band: int(band.value.split("-")[1]) for band in SizeBand}


def _banded() -> Case:
    """The size follows from the length: from the lower end of a band up to but without its upper."""
    text = models.CharField(max_length=12)
    *lower, last = UPPER
    whens = [
        When(length_um__lt=UPPER[band], then=Value(band.value, output_field=text)) for band in lower
    ]
    return Case(*whens, default=Value(last.value, output_field=text), output_field=text)


def told(verbose_name: Any, choices: type[models.TextChoices]) -> models.CharField:
    """Return an optional trait; empty is "not told"."""
    return models.CharField(verbose_name, max_length=12, choices=choices.choices, blank=True)


class MicroParticle(models.Model):
    """Told for all particles of a sample or for none: the database holds, at the end of each transaction,
    that there are as many rows as particles counted, and that the counts by trait are those of the rows.
    """

    sample = models.ForeignKey(
        MicroSample,
        models.CASCADE,
        related_name="listed",
        verbose_name=_("sample of microplastics"),
    )
    number = models.PositiveSmallIntegerField(
        _("number in the sample"), validators=[MinValueValidator(1)]
    )
    length_um = models.DecimalField(_("length (μm)"), max_digits=5, decimal_places=1)
    width_um = measured(_("width (μm)"), 5, 1)
    height_um = measured(_("height (μm)"), 5, 1)
    mass_mg = measured(_("mass (mg)"), 9, 4)
    area_um2 = measured(_("area (μm2)"), 9, 1)
    match_pct = measured(_("match with the library (%)"), 4, 1)
    size = models.GeneratedField(
        expression=_banded(),
        output_field=models.CharField(
            pgettext_lazy("of particles", "size"), max_length=12, choices=SizeBand.choices
        ),
        db_persist=True,
    )
    shape = told(_("shape"), Shape)
    colour = told(_("colour"), Colour)
    transparency = told(_("transparency"), Transparency)
    polymer = told(_("polymer"), Polymer)

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("particle")
        verbose_name_plural = pgettext_lazy("particles of a sample", "particles")
        constraints = [
            models.UniqueConstraint(
                fields=["sample", "number"], name="monitoring_microparticle_once"
            ),
            one_of("shape", Shape, name="monitoring_microparticle_shape_known", blank=True),
            one_of("colour", Colour, name="monitoring_microparticle_colour_known", blank=True),
            one_of(
                "transparency",
                Transparency,
                name="monitoring_microparticle_transparency_known",
                blank=True,
            ),
            one_of("polymer", Polymer, name="monitoring_microparticle_polymer_known", blank=True),
            models.CheckConstraint(
                name="monitoring_microparticle_length",
                condition=Q(length_um__gt=0, length_um__lt=LARGEST_MICROPLASTIC),
            ),
            models.CheckConstraint(
                name="monitoring_microparticle_length_is_longest",
                condition=(
                    Q(width_um__isnull=True) | Q(width_um__gt=0, width_um__lte=F("length_um"))
                )
                & (Q(height_um__isnull=True) | Q(height_um__gt=0, height_um__lte=F("length_um")))
                & (
                    Q(area_um2__isnull=True)
                    | Q(area_um2__gt=0, area_um2__lte=F("length_um") * F("length_um"))
                ),
            ),
            models.CheckConstraint(
                name="monitoring_microparticle_mass",
                condition=Q(mass_mg__isnull=True) | Q(mass_mg__gt=0, mass_mg__lte=LARGEST_MASS),
            ),
            models.CheckConstraint(
                name="monitoring_microparticle_match",
                condition=Q(match_pct__isnull=True) | Q(match_pct__range=(0, 100)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sample_id}/{self.number}"


def band_of(length_um: Any) -> SizeBand:
    """Return the size of a particle, as the database tells it."""
    return next(band for band, upper in UPPER.items() if length_um < upper)
