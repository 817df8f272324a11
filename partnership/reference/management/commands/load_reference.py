"""Load countries, provinces, cities, river basins, themes and litter items from their files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from partnership.reference.actions import (
    Fault,
    ReferenceFaulty,
    load_litter,
    load_reference,
    read_files,
    read_litter_files,
)
from partnership.reference.naming import DATA

LITTER: Final = "litter"  # the folder of the lists of litter items, in the folder of the files


def faults_of(read: Callable[[Path], object], folder: Path) -> list[Fault]:
    """Return what is wrong with the files that `read` reads."""
    try:
        read(folder)
    except ReferenceFaulty as faulty:
        return faulty.faults
    return []


class Command(BaseCommand):
    help = (
        "Load the reference files. Validates everything first, writes all or nothing, deletes "
        "nothing; a second run changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="say what a run would do")
        parser.add_argument(
            "--folder", type=Path, default=DATA, help="where the files are (default: the portal's)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder, check_only = options["folder"], options["check"]
        faults = [*faults_of(read_files, folder), *faults_of(read_litter_files, folder / LITTER)]
        for fault in faults:
            self.stderr.write(str(fault))
        if faults:
            raise CommandError(f"Nothing was written. Faults: {len(faults)}.")
        with transaction.atomic():
            counts = load_reference(folder, check_only=check_only).counts
            counts |= load_litter(folder / LITTER, check_only=check_only).counts
        for noun, count in counts.items():
            self.stdout.write(
                f"{noun}: {count.created} created, {count.updated} updated, "
                f"{count.unchanged} unchanged"
            )
            if count.only_in_database:
                self.stdout.write(
                    f"  in the database but in no file: {', '.join(count.only_in_database)}"
                )
