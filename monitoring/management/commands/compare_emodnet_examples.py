"""Whether the examples of EMODnet's litter formats come out of our writers unchanged."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from monitoring.open_data.emodnet.examples import compare


class Command(BaseCommand):
    """Ends with an error when a line differs, or when there is nothing to compare."""

    help = "Re-create the EMODnet examples in a folder and count the lines that differ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *_args: Any, folder: Path, **_options: Any) -> None:
        found = compare(folder)
        if not found:
            raise CommandError(f"There are no examples in {folder}.")
        for each in found:
            how = "made from its input" if each.is_made_from_input else "read and written again"
            self.stdout.write(
                f"{each.file}: {each.rows} rows, {each.differences} differences ({how})"
            )
        differences = sum(each.differences for each in found)
        self.stdout.write(f"{len(found)} files, {differences} differences")
        if differences:
            raise CommandError(f"{differences} lines differ.")
