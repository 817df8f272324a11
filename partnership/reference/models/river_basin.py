"""A river that carries litter to the sea."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.models import TimeStamped
from partnership.reference.models.named import Named, named_in_both_languages
from partnership.reference.models.place import Place
from partnership.reference.querysets import NamedQuerySet


class RiverBasin(Named, TimeStamped):
    """Links places upstream and at the coast, whatever borders lie between them."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    places = models.ManyToManyField(
        Place, verbose_name=_("places"), related_name="river_basins", blank=True
    )
    note = models.TextField(_("note"), blank=True)

    objects: ClassVar = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("river basin")
        verbose_name_plural = _("river basins")
        constraints = [named_in_both_languages("reference_riverbasin_named")]

    def __str__(self) -> str:
        return self.name or self.code
