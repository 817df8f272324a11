"""How many particles of a sample have one shape, size, colour, transparency or polymer."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import MOST_PARTICLES, VALUES_OF, Trait
from monitoring.models.micro_sample import MicroSample


def _known() -> Q:
    """A value of its own trait."""
    condition = Q()
    for trait, values in VALUES_OF.items():
        condition |= Q(trait=trait, value__in=values.values)
    return condition


class MicroCount(models.Model):
    """Each trait by itself. What was not told has no row; 0 is "looked for, none of them"."""

    sample = models.ForeignKey(
        MicroSample,
        models.CASCADE,
        related_name="counts",
        verbose_name=_("sample of microplastics"),
    )
    trait = models.CharField(_("trait"), max_length=12, choices=Trait.choices)
    value = models.CharField(_("value"), max_length=12)
    count = models.PositiveIntegerField(_("number of particles"))

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("count of particles")
        verbose_name_plural = _("counts of particles")
        constraints = [
            models.UniqueConstraint(
                fields=["sample", "trait", "value"], name="monitoring_microcount_once"
            ),
            models.CheckConstraint(name="monitoring_microcount_value_known", condition=_known()),
            models.CheckConstraint(
                name="monitoring_microcount_within_reason",
                condition=Q(count__lte=MOST_PARTICLES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trait} {self.value}: {self.count}"
