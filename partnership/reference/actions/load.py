"""Loading the reference files: all or nothing, as often as one likes."""

from dataclasses import dataclass
from pathlib import Path

from django.db import models, transaction

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.reference.actions.checks import check_once, check_places
from partnership.reference.actions.places import read_cities, read_countries, read_provinces
from partnership.reference.actions.reading import Files, ReferenceFaulty
from partnership.reference.actions.records import Records
from partnership.reference.actions.subjects import read_basins, read_themes
from partnership.reference.actions.writing import (
    Count,
    PlaceWriter,
    Report,
    write_basins,
    write_themes,
)
from partnership.reference.naming import DATA


@dataclass(frozen=True)
class ReferenceReport(Report):
    """What a run did, per noun. On a check nothing stays written."""

    places: Count
    river_basins: Count
    themes: Count

    @property
    def counts(self) -> dict[str, Count]:
        return {"places": self.places, "river basins": self.river_basins, "themes": self.themes}


def load_reference(
    folder: Path = DATA, *, check_only: bool = False, by: models.Model | None = None
) -> ReferenceReport:
    """Bring places, river basins and themes to what the files in `folder` say.

    Raises ReferenceFaulty with all faults before anything is written. Rows are found by their
    code and never deleted: what no file names is reported. With `check_only` the same work is
    done and rolled back, so that the report says what a run would do.
    """
    records = read_files(folder)
    with transaction.atomic():
        report = _write(records)
        if not report.changes_nothing:
            audit.record(Verb.IMPORTED, by=by, note=report.summary)
        transaction.set_rollback(check_only)
    return report


def read_files(folder: Path = DATA) -> Records:
    """Return what the files say; raises ReferenceFaulty with every fault in them."""
    files = Files(folder)
    places = [*read_countries(files), *read_provinces(files), *read_cities(files)]
    check_places(places)
    basins = read_basins(files, {place.code for place in places})
    check_once(basins)
    themes = read_themes(files)
    check_once(themes)
    if files.faults:
        raise ReferenceFaulty(sorted(files.faults, key=lambda fault: (fault.file, fault.line)))
    return Records(places, basins, themes)


def _write(records: Records) -> ReferenceReport:
    writer = PlaceWriter(records.places)
    places = writer.write_all()
    return ReferenceReport(
        places=places,
        river_basins=write_basins(records.basins, writer.known),
        themes=write_themes(records.themes),
    )
