"""A blank of a sample: what went through the same steps without it, and what was found in it."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import MOST_IN_BLANK, BlankKind
from monitoring.models.micro_sample import MicroSample
from partnership.core.constraints import one_of


class MicroBlank(models.Model):
    """Kept beside its sample and never taken off its count. The database holds, at the end of each
    transaction, that there are as many as the sample says, with as many particles (migration 0032);
    samples from before have their sums alone, and no rows.
    """

    sample = models.ForeignKey(
        MicroSample,
        models.CASCADE,
        related_name="blank_rows",
        verbose_name=_("sample of microplastics"),
    )
    number = models.PositiveSmallIntegerField(
        _("number of the blank"), validators=[MinValueValidator(1)]
    )
    kind = models.CharField(_("kind of blank"), max_length=10, choices=BlankKind.choices)
    particles = models.PositiveIntegerField(_("microplastics found"))

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("blank")
        verbose_name_plural = _("blanks")
        constraints = [
            models.UniqueConstraint(fields=["sample", "number"], name="monitoring_microblank_once"),
            one_of("kind", BlankKind, name="monitoring_microblank_kind_known"),
            models.CheckConstraint(
                name="monitoring_microblank_within_reason",
                condition=Q(number__gte=1, particles__lte=MOST_IN_BLANK),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sample_id}/{self.number}"
