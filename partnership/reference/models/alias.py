"""Another name under which people look for a place."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.reference.models.place import Place


class PlaceAlias(models.Model):
    """Former, colonial, short or misspelt names and well-known sites: for search, never shown."""

    place = models.ForeignKey(
        Place, models.CASCADE, verbose_name=_("place"), related_name="aliases"
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    text = models.CharField(_("other name"), max_length=120)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = [
            models.UniqueConstraint(
                name="reference_placealias_once", fields=["place", "language", "text"]
            ),
            models.CheckConstraint(
                name="reference_placealias_not_empty", condition=~models.Q(text="")
            ),
        ]

    def __str__(self) -> str:
        return self.text
