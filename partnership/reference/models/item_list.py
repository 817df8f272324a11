"""A list of litter items, as published by those who keep it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.models import TimeStamped
from partnership.reference.models.named import named_in_both_languages
from partnership.reference.querysets import ItemListQuerySet


class ItemList(TimeStamped):
    """One version of a list; a newer version is a list of its own, so that old counts keep theirs."""

    code = models.SlugField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=80)
    version = models.CharField(_("version"), max_length=20)
    source = models.CharField(_("source"), max_length=300)
    licence = models.CharField(_("licence"), max_length=120)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=0)

    licence_en: str | None  # this column is modeltranslation's

    objects: ClassVar = ItemListQuerySet.as_manager()

    class Meta:
        verbose_name = _("list of litter items")
        verbose_name_plural = _("lists of litter items")
        constraints = [named_in_both_languages("reference_itemlist_named")]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"
