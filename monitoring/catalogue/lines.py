"""Items and maps as readers see them: plain columns of the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnership.core import languages
from partnership.reference.choices import Foam, Material, Relation
from partnership.reference.models import ItemMap, LitterItem
from partnership.reference.querysets import LitterItemQuerySet

NAMED = ("code", "type_code", "material", "foam", "is_recordable", "is_confirmed")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item in the table of its list."""

    code: str
    type_code: str
    name: str
    material: str | Promise
    foam: str | Promise
    is_recordable: bool
    is_to_confirm: bool


@dataclass(frozen=True, slots=True)
class MapLine:
    """How an item stands to one of another list."""

    list_code: str
    list_name: str
    code: str
    name: str
    relation: str | Promise
    is_to_confirm: bool


def item_lines(items: LitterItemQuerySet) -> list[ItemLine]:
    rows = items.values(*NAMED, label=F(languages.column("name")))
    return [_line(row) for row in rows]


def map_lines(item: LitterItem) -> list[MapLine]:
    """Return the places of `item` in the other lists, in the order of the lists."""
    maps = ItemMap.objects.filter(from_item=item).order_by("to_list__position", "to_item__position")
    name = languages.column("name")
    rows = maps.values_list(
        "to_list__code", f"to_list__{name}", "to_item__code", f"to_item__{name}",
        "relation", "is_confirmed",
    )  # fmt: skip
    return [
        MapLine(list_code, list_name, code, label, Relation(relation).label, not confirmed)
        for list_code, list_name, code, label, relation, confirmed in rows
    ]


def facts(item: LitterItem) -> list[dict[str, str | Promise]]:
    """Return what is known of an item under its terms."""
    found: list[tuple[str, str | Promise]] = [
        (pgettext("of an item", "Code"), item.code),
        (_("Material"), Material(item.material).label),
        (_("Type code"), item.type_code),
        (_("Foam"), Foam(item.foam).label if item.material == Material.PLASTIC else ""),
        (_("Recording"), _recording(item)),
        (_("Single-use plastic"), _("yes") if item.is_single_use else ""),
        (_("Totals"), _totals(item)),
    ]
    return [{"term": term, "value": value} for term, value in found if value]


def _line(row: dict[str, Any]) -> ItemLine:
    is_foam = row["foam"] != Foam.NONE
    return ItemLine(
        code=row["code"],
        type_code=row["type_code"],
        name=row["label"],
        material=Material(row["material"]).label,
        foam=Foam(row["foam"]).label if is_foam else "",
        is_recordable=row["is_recordable"],
        is_to_confirm=_is_to_confirm([row["is_confirmed"]]),
    )


def _is_to_confirm(confirmed: Iterable[bool]) -> bool:
    """Only the Chinese names are ours; English ones are the lists' own."""
    return languages.current() == languages.CHINESE and not all(confirmed)


def _recording(item: LitterItem) -> str:
    if not item.is_recordable:
        return _("Not recorded itself: a group for totals.")
    if item.is_below_size_limit:
        return _("Recorded, also when smaller than 2.5 cm.")
    return _("Recorded.")


def _totals(item: LitterItem) -> str:
    if item.counts_in_total:
        return _("Counts in totals.")
    return _("Recorded, but left out of totals, as the European threshold does.")
