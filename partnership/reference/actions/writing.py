"""Bringing the database to what the files say, row by row, touching only what differs."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from partnership.reference.actions.records import BasinRecord, PlaceRecord, Record
from partnership.reference.models import Place, PlaceAlias, RiverBasin, Theme


@dataclass
class Count:
    """What happened to the rows of one noun; `only_in_database` lists what no file names."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    only_in_database: tuple[str, ...] = ()


class Report(ABC):
    """What a run did; subclasses name the counts."""

    @property
    @abstractmethod
    def counts(self) -> dict[str, Count]:
        """Return what happened, by what it happened to."""

    @property
    def changes_nothing(self) -> bool:
        return not any(count.created or count.updated for count in self.counts.values())

    @property
    def summary(self) -> str:
        return "; ".join(
            f"{noun}: {count.created} created, {count.updated} updated"
            for noun, count in self.counts.items()
        )


class PlaceWriter:
    """Writes places so that each finds its parent and its successor already there."""

    def __init__(self, records: list[PlaceRecord]) -> None:
        self.records = {record.code: record for record in records}
        self.known = {
            place.code: place for place in Place.objects.select_related("parent", "successor")
        }
        self.aliases = _aliases_by_place()
        self.written: set[str] = set()
        self.count = Count(only_in_database=_missing(self.known, self.records))

    def write_all(self) -> Count:
        for code in self.records:
            self._write(code)
        return self.count

    def _write(self, code: str) -> Place:
        if code not in self.written:
            self.written.add(code)
            self._write_record(self.records[code])
        return self.known[code]

    def _write_record(self, record: PlaceRecord) -> None:
        values = record.values | {
            "parent": self._write(record.parent) if record.parent else None,
            "successor": self._write(record.successor) if record.successor else None,
        }
        place = self.known.setdefault(record.code, Place(code=record.code))
        created = place.pk is None
        changed = _take(place, values)
        changed |= self._add_aliases(place, record.aliases)
        _note(self.count, created=created, changed=changed)

    def _add_aliases(self, place: Place, aliases: set[tuple[str, str]]) -> bool:
        new = aliases - self.aliases.get(place.pk, set())
        PlaceAlias.objects.bulk_create(
            PlaceAlias(place=place, language=language, text=text) for language, text in sorted(new)
        )
        return bool(new)


def write_basins(records: list[BasinRecord], places: dict[str, Place]) -> Count:
    """Write the basins and add their places; places that the file does not name stay."""
    known = {basin.code: basin for basin in RiverBasin.objects.prefetch_related("places")}
    count = Count(only_in_database=_missing(known, [record.code for record in records]))
    for record in records:
        basin = known.get(record.code, RiverBasin(code=record.code))
        created = basin.pk is None
        changed = _take(basin, record.values)
        linked = set() if created else {place.code for place in basin.places.all()}
        new = record.places - linked
        if new:
            basin.places.add(*(places[code] for code in new))
        _note(count, created=created, changed=changed or bool(new))
    return count


def write_themes(records: list[Record]) -> Count:
    known = {theme.code: theme for theme in Theme.objects.all()}
    count = Count(only_in_database=_missing(known, [record.code for record in records]))
    for record in records:
        theme = known.get(record.code, Theme(code=record.code))
        created = theme.pk is None
        _note(count, created=created, changed=_take(theme, record.values))
    return count


def _take(instance: models.Model, values: dict[str, object]) -> bool:
    """Set `values` and save when the row is new or one of them differs; tell whether it was."""
    differing = {name for name, value in values.items() if getattr(instance, name) != value}
    for name in differing:
        setattr(instance, name, values[name])
    if differing or instance.pk is None:
        instance.save()
        return True
    return False


def _note(count: Count, *, created: bool, changed: bool) -> None:
    if created:
        count.created += 1
    elif changed:
        count.updated += 1
    else:
        count.unchanged += 1


def _missing(known: Iterable[str], codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(known) - set(codes)))


def _aliases_by_place() -> dict[int, set[tuple[str, str]]]:
    found: dict[int, set[tuple[str, str]]] = {}
    for alias in PlaceAlias.objects.all():
        found.setdefault(alias.place_id, set()).add((alias.language, alias.text))
    return found
