"""What a list of litter items can be narrowed by."""

from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select, text_box
from partnership.reference.choices import Material
from partnership.reference.models import ItemList, LitterItem
from partnership.reference.querysets import LitterItemQuerySet

MATERIAL: Final = _("Material")


class ItemFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = text_box(_("Code or name contains"))
    material = select(MATERIAL, _("all materials"), Material.choices)


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The items found, the form that shows how, and what was left out."""

    items: LitterItemQuerySet


def narrowed(item_list: ItemList, query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    chosen = {"q": asked.text("q"), "material": asked.choice("material", Material.values, MATERIAL)}
    items: LitterItemQuerySet = LitterItem.objects.filter(item_list=item_list).in_order()
    if chosen["q"]:
        items = items.containing(chosen["q"])
    if chosen["material"]:
        items = items.filter(material=chosen["material"])
    return Narrowed(ItemFilter(chosen), asked.notices, items)
