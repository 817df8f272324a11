"""A sample in which microplastics were looked for."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import (
    LARGEST_MICROPLASTIC,
    SEDIMENT,
    WATER,
    WITH_MESH,
    Gear,
    Identification,
    Matrix,
)
from monitoring.querysets import MicroSampleQuerySet
from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped


class SampleSubmission(models.Model):
    """For which organisation a sample is handed in; the sample is there once it is accepted."""

    submission = models.OneToOneField(
        "review.Submission",
        models.CASCADE,
        primary_key=True,
        related_name="of_sample",
        verbose_name=_("submission"),
    )
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name=_("organisation"),
    )

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("submitted sample")
        verbose_name_plural = _("submitted samples")

    def __str__(self) -> str:
        return str(self.submission)


def measured(verbose_name: Any, digits: int, decimals: int) -> models.DecimalField:
    """Return an optional measure; blank is "not measured", never zero."""
    return models.DecimalField(
        verbose_name, max_digits=digits, decimal_places=decimals, null=True, blank=True
    )


class MicroSample(TimeStamped):
    """Particles counted, and everything without which their number says nothing.

    The database refuses a sample without the denominator of its matrix (volume, dry mass,
    individuals), a net without its mesh, and sizes that are out of order.
    """

    handed_in = models.OneToOneField(
        SampleSubmission,
        models.PROTECT,
        related_name="sample",
        null=True,
        blank=True,
        verbose_name=_("submitted sample"),
    )
    place = models.ForeignKey(
        "reference.Place", models.PROTECT, related_name="micro_samples", verbose_name=_("city")
    )
    matrix = models.CharField(_("matrix"), max_length=16, choices=Matrix.choices)
    sampled_on = models.DateField(_("date"))
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5)
    depth_m = measured(_("depth (m)"), 6, 1)
    gear = models.CharField(_("gear"), max_length=10, choices=Gear.choices)
    mesh_um = measured(_("mesh size (μm)"), 6, 1)
    mouth_m2 = measured(_("mouth of the net in the water (m2)"), 6, 3)
    tow_distance_m = measured(_("distance towed (m)"), 8, 1)
    volume_m3 = measured(_("volume filtered (m3)"), 10, 4)
    dry_mass_kg = measured(_("dry mass (kg)"), 9, 4)
    species = models.CharField(_("species"), max_length=120, blank=True)
    individuals = models.PositiveIntegerField(_("individuals"), null=True, blank=True)
    individuals_with = models.PositiveIntegerField(
        _("individuals with microplastics"), null=True, blank=True
    )
    size_min_um = models.DecimalField(_("smallest size (μm)"), max_digits=6, decimal_places=1)
    size_max_um = models.DecimalField(_("largest size (μm)"), max_digits=6, decimal_places=1)
    identification = models.CharField(
        _("identified by"), max_length=12, choices=Identification.choices
    )
    particles = models.PositiveIntegerField(_("microplastics counted"))
    blanks = models.PositiveSmallIntegerField(_("number of blanks"))
    blank_particles = models.PositiveIntegerField(_("microplastics in all blanks"))
    recovery_pct = measured(_("recovery (%)"), 4, 1)
    reason = models.TextField(_("reason for warnings"), blank=True)
    remarks = models.TextField(_("remarks"), blank=True)
    is_demo = models.BooleanField(_("demo data"), default=False)

    objects: ClassVar = MicroSampleQuerySet.as_manager()

    class Meta:
        verbose_name = _("sample of microplastics")
        verbose_name_plural = _("samples of microplastics")
        constraints = [
            one_of("matrix", Matrix, name="monitoring_microsample_matrix_known"),
            one_of("gear", Gear, name="monitoring_microsample_gear_known"),
            one_of("identification", Identification, name="monitoring_microsample_identification"),
            models.CheckConstraint(
                name="monitoring_microsample_on_earth",
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180))
                & ~Q(latitude=0, longitude=0),
            ),
            models.CheckConstraint(
                name="monitoring_microsample_denominator",
                condition=Q(matrix__in=WATER, volume_m3__isnull=False, volume_m3__gt=0)
                | Q(matrix__in=SEDIMENT, dry_mass_kg__isnull=False, dry_mass_kg__gt=0)
                | Q(
                    matrix=Matrix.BIOTA,
                    species__gt="",
                    individuals__isnull=False,
                    individuals_with__isnull=False,
                    individuals__gte=1,
                    individuals_with__lte=F("individuals"),
                ),
            ),
            models.CheckConstraint(
                name="monitoring_microsample_mesh",
                condition=~Q(gear__in=WITH_MESH) | Q(mesh_um__isnull=False, mesh_um__gt=0),
            ),
            models.CheckConstraint(
                name="monitoring_microsample_sizes",
                condition=Q(size_min_um__gt=0, size_max_um__lte=LARGEST_MICROPLASTIC)
                & Q(size_min_um__lt=F("size_max_um")),
            ),
            models.CheckConstraint(
                name="monitoring_microsample_blanks",
                condition=Q(blanks__gt=0) | Q(blank_particles=0),
            ),
            models.CheckConstraint(
                name="monitoring_microsample_recovery",
                condition=Q(recovery_pct__isnull=True) | Q(recovery_pct__range=(0, 100)),
            ),
            models.CheckConstraint(
                name="monitoring_microsample_reviewed_or_demo",
                condition=Q(is_demo=True) | Q(handed_in__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_matrix_display()} {self.sampled_on}"
