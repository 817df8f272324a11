"""Somebody who teaches at a training."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import in_some_language


class Trainer(models.Model):
    """Named publicly, as a speaker is: with name and what they do, nothing else."""

    event = models.ForeignKey(
        "events.Event", models.CASCADE, verbose_name=_("event"), related_name="trainers"
    )
    order = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120, blank=True)
    about = models.CharField(
        _("post and organisation"), max_length=200, blank=True, help_text=_("Shown with the name.")
    )

    class Meta:
        verbose_name = _("trainer")
        verbose_name_plural = _("trainers")
        ordering = ["order", "pk"]
        constraints = [in_some_language("name", name="monitoring_trainer_named")]

    def __str__(self) -> str:
        return self.name
