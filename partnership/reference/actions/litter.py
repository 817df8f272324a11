"""Loading the lists of litter items: all or nothing, as often as one likes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db import models, transaction

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.reference.actions.litter_reading import (
    ItemRecord,
    Key,
    LitterRecords,
    MapRecord,
    levels,
    read_litter,
)
from partnership.reference.actions.reading import Files, ReferenceFaulty
from partnership.reference.actions.records import Record
from partnership.reference.actions.writing import Count, Report
from partnership.reference.models import ItemList, ItemMap, LitterItem
from partnership.reference.naming import DATA

FOLDER: Final = DATA / "litter"
AT_ONCE: Final = 500  # rows in one statement


@dataclass(frozen=True)
class LitterReport(Report):
    """What a run did, per noun. On a check nothing stays written."""

    lists: Count
    items: Count
    maps: Count

    @property
    def counts(self) -> dict[str, Count]:
        return {
            "lists of litter items": self.lists,
            "litter items": self.items,
            "maps between items": self.maps,
        }


def load_litter(
    folder: Path = FOLDER, *, check_only: bool = False, by: models.Model | None = None
) -> LitterReport:
    """Bring the lists, their items and the maps to what the files in `folder` say.

    Raises ReferenceFaulty with all faults before anything is written; nothing is deleted.
    """
    records = read_litter_files(folder)
    with transaction.atomic():
        report = _write(records)
        if not report.changes_nothing:
            audit.record(Verb.IMPORTED, by=by, note=report.summary)
        transaction.set_rollback(check_only)
    return report


def read_litter_files(folder: Path = FOLDER) -> LitterRecords:
    """Return what the files say; raises ReferenceFaulty with every fault in them."""
    files = Files(folder)
    records = read_litter(files)
    if files.faults:
        raise ReferenceFaulty(sorted(files.faults, key=lambda fault: (fault.file, fault.line)))
    return records


def _write(records: LitterRecords) -> LitterReport:
    lists, of_lists = _write_lists(records.lists)
    items, of_items = _write_items(records.items, lists)
    return LitterReport(of_lists, of_items, _write_maps(records.maps, items))


def _write_lists(records: list[Record]) -> tuple[dict[str, ItemList], Count]:
    known = {row.code: row for row in ItemList.objects.all()}
    wanted = [record.code for record in records]
    count = Count(only_in_database=tuple(sorted(set(known) - set(wanted))))
    for record in records:
        row = known.setdefault(record.code, ItemList(code=record.code))
        if _take(row, record.values, count):
            row.save()
    return known, count


def _write_items(
    records: dict[Key, ItemRecord], lists: dict[str, ItemList]
) -> tuple[dict[Key, LitterItem], Count]:
    """Write parents before what belongs to them."""
    rows = LitterItem.objects.select_related("item_list")
    known = {(row.item_list.code, row.code): row for row in rows}
    missing = sorted(" ".join(key) for key in set(known) - set(records))
    count = Count(only_in_database=tuple(missing))
    for level in levels(records):
        fresh = []
        for record in level:
            parent = known[record.item_list, record.parent] if record.parent else None
            row = known.setdefault(
                record.key, LitterItem(item_list=lists[record.item_list], code=record.code)
            )
            is_new = row.pk is None
            if _take(row, {**record.values, "parent_id": parent and parent.pk}, count):
                fresh.append(row) if is_new else row.save()
        LitterItem.objects.bulk_create(fresh, AT_ONCE)
    return known, count


def _write_maps(records: list[MapRecord], items: dict[Key, LitterItem]) -> Count:
    known = {(row.from_item_id, row.to_item_id): row for row in ItemMap.objects.all()}
    count, fresh = Count(), []
    for record in records:
        start, end = items[record.start], items[record.end]
        row = known.pop((start.pk, end.pk), None) or ItemMap(
            from_item=start, from_list=start.item_list, to_item=end, to_list=end.item_list
        )
        is_new = row.pk is None
        values = {"relation": record.relation, "is_confirmed": record.is_confirmed}
        if _take(row, values, count):
            fresh.append(row) if is_new else row.save()
    ItemMap.objects.bulk_create(fresh, AT_ONCE)
    count.only_in_database = tuple(sorted(str(row) for row in known.values()))
    return count


def _take(row: models.Model, values: dict[str, object], count: Count) -> bool:
    """Set `values`, note what happened, and tell whether the row has to be written."""
    differing = {name for name, value in values.items() if getattr(row, name) != value}
    for name in differing:
        setattr(row, name, values[name])
    if row.pk is None:
        count.created += 1
    elif differing:
        count.updated += 1
    else:
        count.unchanged += 1
        return False
    return True
