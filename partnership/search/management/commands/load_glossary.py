"""Load the glossary from its file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from partnership.search.glossary.loading import DATA, GlossaryFaulty, load_glossary


class Command(BaseCommand):
    help = (
        "Load the subjects of the glossary. What people have changed stays as it is, nothing is "
        "deleted; a second run changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--file", type=Path, default=DATA, help="default: the portal's own")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load_glossary(options["file"])
        except GlossaryFaulty as faulty:
            for fault in faulty.faults:
                self.stderr.write(fault)
            raise CommandError(f"Nothing was written. Faults: {len(faulty.faults)}.") from faulty
        self.stdout.write(
            f"Subjects: {report.created} created, {report.changed} changed, "
            f"{report.unchanged} unchanged, {report.kept} touched by people and left alone. "
            f"Words that another subject has, left there: {report.left_out}."
        )
