"""The lists as files: every item, and every map to the other lists."""

from collections.abc import Iterator

from partnership.core.spreadsheets import csv_lines
from partnership.reference.models import ItemList, ItemMap, LitterItem

ITEM_COLUMNS = (
    "code", "type_code", "parent__code", "name_zh_hans", "name_en", "material", "foam", "use",
    "is_recordable", "counts_in_total", "is_below_size_limit", "is_single_use", "is_confirmed",
)  # fmt: skip
MAP_COLUMNS = (
    "from_item__code", "to_list__code", "to_item__code", "relation", "is_confirmed",
)  # fmt: skip
ITEM_HEAD = (
    "list", "version", "licence", "code", "type_code", "parent", "name_zh", "name_en", "material",
    "foam", "use", "recordable", "counts_in_total", "below_size_limit", "single_use",
    "chinese_name_confirmed",
)  # fmt: skip
MAP_HEAD = ("from_list", "from_code", "to_list", "to_code", "relation", "confirmed")


def items_csv(item_list: ItemList) -> Iterator[str]:
    """Yield the lines of the file of items; each names its list's version and licence."""
    about = (item_list.code, item_list.version, item_list.licence_en)
    rows = LitterItem.objects.filter(item_list=item_list).in_order().values_list(*ITEM_COLUMNS)
    return csv_lines([ITEM_HEAD, *((*about, *row) for row in rows)])


def maps_csv(item_list: ItemList) -> Iterator[str]:
    """Yield the lines of the file of maps from this list to the others."""
    maps = ItemMap.objects.filter(from_list=item_list)
    ordered = maps.order_by("from_item__position", "to_list__position", "to_item__position")
    rows = ordered.values_list(*MAP_COLUMNS)
    return csv_lines([MAP_HEAD, *((item_list.code, *row) for row in rows)])
