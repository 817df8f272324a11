"""What a list of litter items can be narrowed by."""

from dataclasses import dataclass
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partnership.core.asking import LONGEST_TEXT, Asked
from partnership.reference.choices import Material
from partnership.reference.models import ItemList, LitterItem
from partnership.reference.querysets import LitterItemQuerySet

MATERIAL: Final = _("Material")


class ItemFilter(forms.Form):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = forms.CharField(
        label=_("Code or name contains"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    material = forms.ChoiceField(
        label=MATERIAL, required=False, choices=[("", _("all materials")), *Material.choices]
    )


@dataclass(frozen=True)
class Narrowed:
    """The items found, the form that shows how, and what was left out."""

    items: LitterItemQuerySet
    form: ItemFilter
    notices: list[str]

    @property
    def active(self) -> int:
        return sum(1 for value in self.form.data.values() if value)


def narrowed(item_list: ItemList, query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    chosen = {"q": asked.text("q"), "material": asked.choice("material", Material.values, MATERIAL)}
    items: LitterItemQuerySet = LitterItem.objects.filter(item_list=item_list).in_order()
    if chosen["q"]:
        items = items.containing(chosen["q"])
    if chosen["material"]:
        items = items.filter(material=chosen["material"])
    return Narrowed(items, ItemFilter(chosen), asked.notices)
