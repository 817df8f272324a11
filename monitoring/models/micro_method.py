"""How a sample of microplastics was prepared, counted, and kept from contamination."""

from typing import Any, ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import (
    Correction,
    Counting,
    Digestion,
    Filter,
    Polymer,
    Separation,
)
from monitoring.models.micro_sample import MicroSample, measured
from partnership.core.constraints import one_of

# A list of mesh sizes in micrometres, the coarsest first as a rule: 5000, 1000, 300.
SIEVES: Final = r"^[0-9]{1,4}([.][0-9])?(, ?[0-9]{1,4}([.][0-9])?)*$"


def chosen(verbose_name: Any, choices: type[models.TextChoices]) -> models.CharField:
    """Return an optional choice; empty is "not told"."""
    return models.CharField(verbose_name, max_length=12, choices=choices.choices, blank=True)


def answered(verbose_name: Any) -> models.BooleanField:
    """Return a question with yes, no, and "not told"."""
    return models.BooleanField(verbose_name, null=True, blank=True)


def _within(name: str, least: float, most: float) -> Q:
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__range": (least, most)})


class MicroMethod(models.Model):
    """Facts of the laboratory, one row for a sample that tells them. A temperature without a digestion, a
    solution without its density and a limit of quantification without one of detection are refused."""

    sample = models.OneToOneField(
        MicroSample,
        models.CASCADE,
        primary_key=True,
        related_name="method",
        verbose_name=_("sample of microplastics"),
    )
    digestion = chosen(_("digestion"), Digestion)
    digestion_celsius = measured(_("temperature of digestion (°C)"), 4, 1)
    digestion_hours = measured(_("hours of digestion"), 5, 1)
    separation = chosen(_("density separation"), Separation)
    density_g_cm3 = measured(_("density of the solution (g/cm3)"), 3, 2)
    sieves_um = models.CharField(_("sieves (μm)"), max_length=60, blank=True)
    filter_material = chosen(_("filter"), Filter)
    filter_mm = measured(_("diameter of the filter (mm)"), 4, 1)
    pore_um = measured(_("pores of the filter (μm)"), 5, 2)
    counting = chosen(_("counted by"), Counting)
    magnification = models.PositiveSmallIntegerField(_("magnification"), null=True, blank=True)
    library = models.CharField(_("spectral library"), max_length=120, blank=True)
    threshold_pct = measured(_("least match with the library (%)"), 4, 1)
    analysed_pct = measured(_("share of the sample analysed (%)"), 4, 1)
    confirmed_pct = measured(_("share of particles confirmed (%)"), 4, 1)
    correction = chosen(_("correction for blanks"), Correction)
    recovery_cv_pct = measured(_("coefficient of variation of the recovery (%)"), 4, 1)
    spike_polymer = chosen(_("polymer of the spike"), Polymer)
    spike_um = measured(_("size of the spike (μm)"), 5, 1)
    spike_particles = models.PositiveIntegerField(
        _("particles of the spike"), null=True, blank=True
    )
    lod_um = measured(_("smallest size detected (μm)"), 5, 1)
    lod_particles = measured(_("limit of detection (particles)"), 8, 1)
    loq_particles = measured(_("limit of quantification (particles)"), 8, 1)
    is_air_filtered = answered(_("filtered air or a laminar flow"))
    is_clothing_ruled = answered(_("clothing of cotton, by rule"))
    is_without_plastic = answered(_("no plastic tools"))
    is_sealed = answered(_("samples kept closed"))

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("method of the laboratory")
        verbose_name_plural = _("methods of the laboratory")
        constraints = [
            one_of("digestion", Digestion, name="monitoring_micromethod_digestion", blank=True),
            one_of("separation", Separation, name="monitoring_micromethod_separation", blank=True),
            one_of("filter_material", Filter, name="monitoring_micromethod_filter", blank=True),
            one_of("counting", Counting, name="monitoring_micromethod_counting", blank=True),
            one_of("correction", Correction, name="monitoring_micromethod_correction", blank=True),
            one_of("spike_polymer", Polymer, name="monitoring_micromethod_polymer", blank=True),
            models.CheckConstraint(
                name="monitoring_micromethod_digested",
                condition=~Q(digestion__in=["", Digestion.NONE])
                | Q(digestion_celsius__isnull=True, digestion_hours__isnull=True),
            ),
            models.CheckConstraint(
                name="monitoring_micromethod_density",
                condition=Q(separation__in=["", Separation.NONE], density_g_cm3__isnull=True)
                | ~Q(separation__in=["", Separation.NONE])
                & Q(density_g_cm3__isnull=False, density_g_cm3__range=(1, 4)),
            ),
            models.CheckConstraint(
                name="monitoring_micromethod_bounds",
                condition=_within("digestion_celsius", 0, 200)
                & _within("digestion_hours", 0, 1_000)
                & _within("filter_mm", 5, 100)
                & _within("pore_um", 0.01, 100)
                & _within("magnification", 1, 1_000),
            ),
            models.CheckConstraint(
                name="monitoring_micromethod_shares",
                condition=_within("threshold_pct", 0, 100)
                & _within("analysed_pct", 0, 100)
                & _within("confirmed_pct", 0, 100)
                & _within("recovery_cv_pct", 0, 100),
            ),
            models.CheckConstraint(
                name="monitoring_micromethod_sieves",
                condition=Q(sieves_um="") | Q(sieves_um__regex=SIEVES),
            ),
            models.CheckConstraint(
                name="monitoring_micromethod_spike",
                condition=(Q(spike_um__isnull=True) | Q(spike_um__gt=0))
                & (Q(spike_particles__isnull=True) | Q(spike_particles__gte=1)),
            ),
            models.CheckConstraint(
                name="monitoring_micromethod_limits",
                condition=(Q(lod_um__isnull=True) | Q(lod_um__gt=0))
                & (Q(lod_particles__isnull=True) | Q(lod_particles__gte=0))
                & (
                    Q(loq_particles__isnull=True)
                    | Q(lod_particles__isnull=False, loq_particles__gte=F("lod_particles"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.sample_id)
