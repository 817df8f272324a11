"""Reading the lists of litter items and the maps between them."""

from dataclasses import dataclass, field

from partnership.core.languages import CHINESE, ENGLISH
from partnership.reference.actions.cells import Cells
from partnership.reference.actions.checks import check_once
from partnership.reference.actions.reading import Files
from partnership.reference.actions.records import Record
from partnership.reference.choices import COUNTED, Foam, Material, Relation

LIST_COLUMNS = (
    "code", "position", "name_zh", "name_en", "version", "source_zh", "source_en", "licence_zh",
    "licence_en",
)  # fmt: skip
ITEM_COLUMNS = (
    "list", "code", "type_code", "parent", "name_zh", "name_en", "material", "foam", "use",
    "recordable", "counts_in_total", "below_size_limit", "single_use", "confirmed",
)  # fmt: skip
MAP_COLUMNS = ("from_list", "from_code", "to_list", "to_code", "relation", "confirmed")

Key = tuple[str, str]  # of a list and of one of its items


@dataclass
class ItemRecord(Record):
    """An item; its list and its parent are named by their codes."""

    item_list: str = ""
    parent: str = ""

    @property
    def key(self) -> Key:
        return self.item_list, self.code


@dataclass(frozen=True)
class MapRecord:
    """One direction of a map."""

    start: Key
    end: Key
    relation: Relation
    is_confirmed: bool

    @property
    def mirrored(self) -> "MapRecord":
        return MapRecord(self.end, self.start, self.relation.mirrored, self.is_confirmed)


@dataclass
class LitterRecords:
    """Everything the files say; maps in both directions."""

    lists: list[Record]
    items: dict[Key, ItemRecord]
    maps: list[MapRecord] = field(default_factory=list)


def read_litter(files: Files) -> LitterRecords:
    """Read lists, items and maps; every fault is noted in `files`."""
    lists = [_list(Cells(row, files.faults)) for row in files.rows("lists.csv", LIST_COLUMNS)]
    check_once(lists)
    found = LitterRecords(lists, _items(files, {record.code for record in lists}))
    _Maps(found).read(files)
    return found


def _list(cells: Cells) -> Record:
    values: dict[str, object] = {
        "name_zh_hans": cells.name("name_zh", CHINESE),
        "name_en": cells.name("name_en", ENGLISH),
        "version": cells.needed("version"),
        "source_zh_hans": cells.name("source_zh", CHINESE),
        "source_en": cells.name("source_en", ENGLISH),
        "licence_zh_hans": cells.needed("licence_zh"),
        "licence_en": cells.needed("licence_en"),
        "position": cells.whole("position") or 0,
    }
    return Record(cells.needed("code"), values, cells)


def _items(files: Files, lists: set[str]) -> dict[Key, ItemRecord]:
    items: dict[Key, ItemRecord] = {}
    for position, row in enumerate(files.rows("items.csv", ITEM_COLUMNS)):
        record = _item(Cells(row, files.faults), position, sorted(lists))
        first = items.setdefault(record.key, record)
        if first is not record:
            record.cells.refuse(
                "code", f"{record.code} stands in this list already.", "Take one of the two out."
            )
    _check_parents(items)
    return items


def levels(records: dict[Key, ItemRecord]) -> list[list[ItemRecord]]:
    """Return the items by their depth, parents before what belongs to them.

    What belongs to nothing known, or in a circle to itself, is on no level.
    """
    found = [[record for record in records.values() if not record.parent]]
    while found[-1]:
        above = {record.key for record in found[-1]}
        found.append([row for row in records.values() if (row.item_list, row.parent) in above])
    return found[:-1]


def _check_parents(items: dict[Key, ItemRecord]) -> None:
    placed = {record.key for level in levels(items) for record in level}
    for key, record in items.items():
        if key not in placed:
            problem = f"{record.parent} is not in this list, or belongs to this item."
            record.cells.refuse("parent", problem, "Correct the code.")


def _item(cells: Cells, position: int, lists: list[str]) -> ItemRecord:
    values: dict[str, object] = {
        "type_code": cells.text("type_code"),
        "name_zh_hans": cells.name("name_zh", CHINESE),
        "name_en": cells.name("name_en", ENGLISH),
        "material": cells.choice("material", Material.values),
        "foam": cells.choice("foam", Foam.values),
        "use": cells.text("use"),
        "is_recordable": cells.flag("recordable"),
        "counts_in_total": cells.flag("counts_in_total"),
        "is_below_size_limit": cells.flag("below_size_limit"),
        "is_single_use": cells.flag("single_use"),
        "is_confirmed": cells.flag("confirmed"),
        "position": position,
    }
    if values["foam"] != Foam.NONE and values["material"] != Material.PLASTIC:
        cells.refuse("foam", "Only plastic is foamed.", "Write none, or correct the material.")
    if values["is_single_use"] and values["material"] != Material.PLASTIC:
        cells.refuse(
            "single_use", "Single-use plastic is plastic.", "Write false, or correct the material."
        )
    code, item_list = cells.needed("code"), cells.choice("list", lists)
    return ItemRecord(code, values, cells, item_list=item_list, parent=cells.text("parent"))


class _Maps:
    """Reads the maps and refuses those that contradict an earlier one."""

    def __init__(self, found: LitterRecords) -> None:
        self.found = found
        self.places: dict[tuple[Key, str], MapRecord] = {}
        self.pairs: set[tuple[Key, Key]] = set()

    def read(self, files: Files) -> None:
        for row in files.rows("maps.csv", MAP_COLUMNS):
            cells = Cells(row, files.faults)
            record = self._record(cells)
            if record is not None:
                for each in (record, record.mirrored):
                    self._take(each, cells)

    def _record(self, cells: Cells) -> MapRecord | None:
        start = cells.text("from_list"), cells.text("from_code")
        end = cells.text("to_list"), cells.text("to_code")
        relation = cells.choice("relation", Relation.values)
        is_confirmed = cells.flag("confirmed")
        for column, key in (("from_code", start), ("to_code", end)):
            if key not in self.found.items:
                cells.refuse(column, f"There is no {key[1]} in {key[0]}.", "Correct the code.")
                return None
        if start[0] == end[0]:
            cells.refuse("to_list", "Both items are of the same list.", "Name another list.")
            return None
        if relation not in Relation.values:
            return None
        return MapRecord(start, end, Relation(relation), is_confirmed)

    def _take(self, record: MapRecord, cells: Cells) -> None:
        if (record.start, record.end) in self.pairs:
            cells.refuse("to_code", "These two items are mapped already.", "Take one map out.")
            return
        self.pairs.add((record.start, record.end))
        self.found.maps.append(record)
        if record.relation not in COUNTED:
            return
        self._check_material(record, cells)
        other = self.places.setdefault((record.start, record.end[0]), record)
        if other is not record:
            cells.refuse(
                "to_code",
                f"{record.start[1]} has its place at {other.end[1]} already.",
                "An item has one place in another list. Correct one, or write partial.",
            )

    def _check_material(self, record: MapRecord, cells: Cells) -> None:
        items = self.found.items
        if items[record.start].values["material"] != items[record.end].values["material"]:
            cells.refuse(
                "relation",
                "The two items are of different materials; counts would change theirs.",
                "Write partial, or correct a material.",
            )
