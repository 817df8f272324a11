"""What the litter of a survey of a beach weighed, material by material."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from monitoring.models.survey import Survey
from partnership.core.constraints import one_of
from partnership.reference.choices import Material


class SurveyWeight(models.Model):
    """A material that was not weighed has no row; 0 is "weighed, and nothing there". The database holds, at
    the end of each transaction, that materials weigh no more together than all litter, and nothing where
    nothing was found (migration 0034)."""

    survey = models.ForeignKey(
        Survey, models.CASCADE, related_name="weights", verbose_name=_("survey")
    )
    material = models.CharField(_("material"), max_length=16, choices=Material.choices)
    weight_kg = models.DecimalField(_("weight (kg)"), max_digits=9, decimal_places=3)

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("weight of a material")
        verbose_name_plural = _("weights of materials")
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "material"], name="monitoring_surveyweight_once"
            ),
            one_of("material", Material, name="monitoring_surveyweight_material_known"),
            models.CheckConstraint(
                name="monitoring_surveyweight_not_below_zero", condition=Q(weight_kg__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.material}: {self.weight_kg}"
