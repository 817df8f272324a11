"""Which item of another list an item corresponds to."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partnership.core.models import TimeStamped
from partnership.reference.choices import COUNTED, Relation
from partnership.reference.models.item_list import ItemList
from partnership.reference.models.litter_item import LitterItem
from partnership.reference.querysets import ItemMapQuerySet


class ItemMap(TimeStamped):
    """How one item stands to an item of another list; kept in both directions.

    The lists stand beside the items so that the database itself can refuse contradictions: an item
    has one place in another list at most, and one item of a list at most is the same as it.
    """

    from_item = models.ForeignKey(
        LitterItem, models.CASCADE, related_name="maps", verbose_name=_("litter item")
    )
    from_list = models.ForeignKey(
        ItemList, models.CASCADE, related_name="+", verbose_name=_("from the list")
    )
    to_item = models.ForeignKey(
        LitterItem, models.CASCADE, related_name="+", verbose_name=_("item of the other list")
    )
    to_list = models.ForeignKey(
        ItemList, models.CASCADE, related_name="+", verbose_name=_("to the list")
    )
    relation = models.CharField(_("relation"), max_length=10, choices=Relation.choices)
    is_confirmed = models.BooleanField(_("confirmed"), default=False)

    objects: ClassVar = ItemMapQuerySet.as_manager()

    class Meta:
        verbose_name = _("map between items")
        verbose_name_plural = _("maps between items")
        constraints = [
            models.CheckConstraint(
                name="reference_itemmap_relation", condition=Q(relation__in=Relation.values)
            ),
            models.CheckConstraint(
                name="reference_itemmap_two_lists", condition=~Q(from_list=F("to_list"))
            ),
            models.UniqueConstraint(
                fields=["from_item", "to_item"], name="reference_itemmap_pair_once"
            ),
            models.UniqueConstraint(
                fields=["from_item", "to_list"],
                condition=Q(relation__in=COUNTED),
                name="reference_itemmap_one_place",
            ),
            models.UniqueConstraint(
                fields=["to_item", "from_list"],
                condition=Q(relation=Relation.EXACT),
                name="reference_itemmap_one_same",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_item_id} {self.relation} {self.to_item_id}"
