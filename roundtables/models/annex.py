"""An annex of an outcome document."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from roundtables.models.rows import Paper


class Annex(Paper):
    """What belongs to the document and was adopted or noted with it."""

    outcome = models.ForeignKey("roundtables.Outcome", models.CASCADE, related_name="annexes")

    class Meta(Paper.Meta):
        abstract = False
        verbose_name = _("annex")
        verbose_name_plural = _("annexes")
