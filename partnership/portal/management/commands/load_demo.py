"""`manage.py load_demo`: fill an empty portal with marked demo content."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cases import demo as demo_cases


class Command(BaseCommand):
    help = "Create or update the demo content; safe to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="examine the files, write nothing")
        parser.add_argument("--quiet", action="store_true", help="do not list warnings")

    def handle(self, *args: Any, check: bool, quiet: bool, **options: Any) -> None:
        report = demo_cases.load(check_only=check)
        if not quiet:
            for warning in report.warnings:
                self.stdout.write(f"warning: {warning}")
        for fault in report.faults:
            self.stderr.write(str(fault))
        if report.faults:
            raise CommandError(
                f"{len(report.faults)} faults in the demo cases; nothing was written."
            )
        self.stdout.write(
            f"Demo cases: {len(report.created)} created, {len(report.changed)} changed, "
            f"{len(report.unchanged)} unchanged, {len(report.kept)} touched by people and left alone."
        )
