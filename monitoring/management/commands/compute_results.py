"""Compute the stored results of sites, cities, countries and the region."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from monitoring.results import renewing


class Command(BaseCommand):
    help = (
        "Compute the results whose data have changed; a task by the clock does the same. With --all "
        "compute every one."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="also those that are current")

    def handle(self, *args: Any, all: bool, **options: Any) -> None:  # noqa: A002 - the option's name
        self.stdout.write(f"Results: {renewing.renew(everything=all)} computed.")
