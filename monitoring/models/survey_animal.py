"""Animals that a survey of a beach found: stranded, dead, or caught in litter."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.choices import MOST_ANIMALS, AnimalState, Entanglement
from monitoring.models.survey import Survey
from partnership.core.constraints import filled, one_of


class SurveyAnimal(models.Model):
    """So many of one species in one state. A survey without a row says nothing about animals."""

    survey = models.ForeignKey(
        Survey, models.CASCADE, related_name="animals", verbose_name=_("survey")
    )
    species = models.CharField(_("species"), max_length=120)
    state = models.CharField(
        pgettext_lazy("animal", "state"), max_length=7, choices=AnimalState.choices
    )
    entanglement = models.CharField(
        _("caught in litter"), max_length=7, choices=Entanglement.choices
    )
    number = models.PositiveSmallIntegerField(_("number of animals"), default=1)

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("animal found")
        verbose_name_plural = _("animals found")
        constraints = [
            one_of("state", AnimalState, name="monitoring_surveyanimal_state_known"),
            one_of("entanglement", Entanglement, name="monitoring_surveyanimal_caught_known"),
            models.CheckConstraint(
                name="monitoring_surveyanimal_species", condition=filled("species")
            ),
            models.CheckConstraint(
                name="monitoring_surveyanimal_within_reason",
                condition=Q(number__range=(1, MOST_ANIMALS)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.species}: {self.number}"
