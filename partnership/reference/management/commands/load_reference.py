"""Load countries, provinces, cities, river basins and themes from their files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from partnership.reference.actions import ReferenceFaulty, load_reference
from partnership.reference.naming import DATA


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
        try:
            report = load_reference(options["folder"], check_only=options["check"])
        except ReferenceFaulty as faulty:
            for fault in faulty.faults:
                self.stderr.write(str(fault))
            raise CommandError(f"Nothing was written. Faults: {len(faulty.faults)}.") from faulty
        for noun, count in report.counts.items():
            self.stdout.write(
                f"{noun}: {count.created} created, {count.updated} updated, "
                f"{count.unchanged} unchanged"
            )
            if count.only_in_database:
                self.stdout.write(
                    f"  in the database but in no file: {', '.join(count.only_in_database)}"
                )
