"""A commitment that was given to another organisation."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import filled


class Handover(models.Model):
    """Who gave it to whom on which day is public with the commitment and stays as long; `reason` is
    what both are told."""

    commitment = models.ForeignKey(
        "partnership.Commitment",
        models.PROTECT,
        verbose_name=_("commitment"),
        related_name="handovers",
    )
    giver = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=pgettext_lazy("handover", "given by"),
        related_name="+",
    )
    taker = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=pgettext_lazy("handover", "taken over by"),
        related_name="+",
    )
    day = models.DateField(_("day"))
    reason = models.TextField(_("reason"), default="", db_default="")

    reason_zh_hans: str  # these two columns are modeltranslation's
    reason_en: str

    class Meta:
        verbose_name = pgettext_lazy("commitment", "handover")
        verbose_name_plural = pgettext_lazy("commitment", "handovers")
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                name="partnership_handover_to_another", condition=~Q(giver=F("taker"))
            ),
            models.CheckConstraint(
                name="partnership_handover_with_reason",
                condition=filled("reason_zh_hans", "reason_en"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.giver} → {self.taker}"
