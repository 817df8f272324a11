"""What lies near a site and may bring litter to it."""

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import Nearby
from monitoring.models.survey_site import SurveySite
from partnership.core.constraints import one_of

TOWNS_ONLY = _("Only a town has a population; leave it empty for everything else.")
BOTH_NAMES = _("Give the name in Chinese and in English, or in neither.")


class SiteSurrounding(models.Model):
    """The nearest town, river mouth, harbour, outfall, food outlet or shipping lane: how far, and in
    which direction as seen from the beach. What is not known has no row."""

    site = models.ForeignKey(
        SurveySite, models.CASCADE, related_name="surroundings", verbose_name=_("survey site")
    )
    kind = models.CharField(_("what lies there"), max_length=13, choices=Nearby.choices)
    name = models.CharField(_("name"), max_length=120, blank=True)
    distance_km = models.DecimalField(_("distance (km)"), max_digits=6, decimal_places=2)
    bearing_deg = models.PositiveSmallIntegerField(
        _("direction (degrees from north)"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(359)],
    )
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)

    name_zh_hans: str  # these two columns are modeltranslation's
    name_en: str

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("surroundings of a survey site")
        verbose_name_plural = _("surroundings of a survey site")
        constraints = [
            one_of("kind", Nearby, name="monitoring_sitesurrounding_kind_known"),
            models.UniqueConstraint(
                fields=["site", "kind"],
                name="monitoring_sitesurrounding_nearest_only",
                violation_error_message=_("Enter the nearest of each kind only."),
            ),
            models.CheckConstraint(
                name="monitoring_sitesurrounding_distance",
                condition=Q(distance_km__gte=0),
                violation_error_message=_("Distances are zero or more."),
            ),
            models.CheckConstraint(
                name="monitoring_sitesurrounding_bearing",
                condition=Q(bearing_deg__isnull=True) | Q(bearing_deg__lt=360),
                violation_error_message=_("Directions go from 0 to 359 degrees."),
            ),
            models.CheckConstraint(
                name="monitoring_sitesurrounding_population_of_town",
                condition=Q(population__isnull=True) | Q(kind=Nearby.TOWN),
                violation_error_message=TOWNS_ONLY,
            ),
            models.CheckConstraint(
                name="monitoring_sitesurrounding_named_in_both",
                condition=Q(name_zh_hans="", name_en="") | Q(name_zh_hans__gt="", name_en__gt=""),
                violation_error_message=BOTH_NAMES,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site_id} {self.kind}"
