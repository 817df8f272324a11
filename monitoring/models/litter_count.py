"""How many items of one kind a survey found, on a beach or elsewhere."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import MOST_ITEMS
from monitoring.models.survey import Survey


class CountOfItem(models.Model):
    """A row says that the kind was looked for: 0 is "none found". What was not recorded has none.

    Each sort of survey has counts of its own, with a key `survey`.
    """

    item = models.ForeignKey(
        "reference.LitterItem", models.PROTECT, related_name="+", verbose_name=_("litter item")
    )
    count = models.PositiveIntegerField(_("number of items"))

    objects: ClassVar = models.Manager()

    class Meta:
        abstract = True
        verbose_name = _("count of litter")
        verbose_name_plural = _("counts of litter")
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "item"], name="monitoring_%(class)s_item_once"
            ),
            models.CheckConstraint(
                name="monitoring_%(class)s_within_reason",
                condition=Q(count__lte=MOST_ITEMS),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.count}"


class LitterCount(CountOfItem):
    """What was counted on a beach."""

    survey = models.ForeignKey(
        Survey, models.CASCADE, related_name="counts", verbose_name=_("survey")
    )

    class Meta(CountOfItem.Meta):
        abstract = False
