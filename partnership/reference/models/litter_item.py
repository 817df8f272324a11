"""A kind of litter that a list names."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.models import TimeStamped
from partnership.reference.choices import Foam, Material
from partnership.reference.models.item_list import ItemList
from partnership.reference.models.named import named_in_both_languages
from partnership.reference.querysets import LitterItemQuerySet


class LitterItem(TimeStamped):
    """An item, or a group of items that is there for totals only (`is_recordable` says which)."""

    item_list = models.ForeignKey(
        ItemList, models.PROTECT, related_name="items", verbose_name=_("list of litter items")
    )
    code = models.CharField(_("code"), max_length=40)
    type_code = models.CharField(_("type code"), max_length=40, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="children",
        null=True,
        blank=True,
        verbose_name=_("part of"),
    )
    name = models.CharField(_("name"), max_length=160)
    is_confirmed = models.BooleanField(_("Chinese name confirmed"), default=False)
    material = models.CharField(_("material"), max_length=20, choices=Material.choices)
    foam = models.CharField(_("foam"), max_length=20, choices=Foam.choices, default=Foam.NONE)
    use = models.CharField(_("use in the list"), max_length=10, blank=True)
    is_recordable = models.BooleanField(_("may be recorded"), default=True)
    counts_in_total = models.BooleanField(
        _("counts in totals"),
        default=True,
        help_text=_("Pieces under 2.5 cm, paraffin, oil and other pollutants do not."),
    )
    is_below_size_limit = models.BooleanField(
        _("recorded when smaller than 2.5 cm, too"), default=False
    )
    is_single_use = models.BooleanField(
        _("single-use plastic"),
        default=False,
        db_default=False,
        help_text=_(
            "Named in the annex of Directive (EU) 2019/904, or called single-use by the list itself."
        ),
    )
    position = models.PositiveSmallIntegerField(_("place in the list"), default=0)

    objects: ClassVar = LitterItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("litter item")
        verbose_name_plural = _("litter items")
        constraints = [
            named_in_both_languages("reference_litteritem_named"),
            models.UniqueConstraint(
                fields=["item_list", "code"], name="reference_litteritem_code_once"
            ),
            models.CheckConstraint(
                name="reference_litteritem_material",
                condition=models.Q(material__in=Material.values, foam__in=Foam.values),
            ),
            models.CheckConstraint(
                name="reference_litteritem_foam_is_plastic",
                condition=models.Q(foam=Foam.NONE) | models.Q(material=Material.PLASTIC),
                violation_error_message=_("Only plastic is foamed."),
            ),
            models.CheckConstraint(
                name="reference_litteritem_single_use_is_plastic",
                condition=models.Q(is_single_use=False) | models.Q(material=Material.PLASTIC),
                violation_error_message=_("Single-use plastic is plastic: correct the material."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
