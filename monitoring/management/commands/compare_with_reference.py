"""Compare the statistics with files of known answers."""

from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

LAYOUT = """
A folder is laid out like one of these; files that are not there are named and left out.

litteR  a table with location_code and date (region_code), one column for each type; tables with
        type_name, included and a column for each group; settings as YAML; expected_location_stats,
        expected_region_stats, expected_group_counts_per_survey, expected_top10_location,
        expected_top10_region (CSV), expected_outliers, expected_threshold_assessment (JSON), each
        with an ending of its own for each table of types; unit_*.json, validation_cases.json
plastock surveys.csv (survey_id, beach, date, length_m, area_m2) and counts.csv (survey_id, g_code,
        material, quantity), with what was computed from them

Printed: quantity, how many values, the largest relative difference. Above 1e-9 it ends with 1.
"""


class Command(BaseCommand):
    help = "Compare the statistics of monitoring with a folder of data and known answers."
    requires_system_checks: list[str] = []

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        return super().create_parser(
            *args, epilog=LAYOUT, formatter_class=RawDescriptionHelpFormatter, **kwargs
        )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        # numpy and scipy are loaded by this command only
        from monitoring.comparison.layouts import UnknownLayout, compare_folder  # noqa: PLC0415
        from monitoring.comparison.litter_rules import (  # noqa: PLC0415
            LitterRefused,
            UnreadableFile,
        )

        try:
            found = compare_folder(folder)
        except (UnknownLayout, UnreadableFile, LitterRefused) as error:
            raise CommandError(str(error)) from error
        for line in found.lines():
            self.stdout.write(line)
        if not found.agree:
            raise CommandError("There are differences above 1e-9, or nothing was compared.")
        self.stdout.write(f"{found.rows:,} rows agree within 1e-9.")
