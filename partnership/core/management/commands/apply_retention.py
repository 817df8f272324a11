"""Delete personal data whose time is over."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from partnership.core import retention


class Command(BaseCommand):
    help = "Delete or anonymise personal data whose retention is over, rule by rule."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count only, delete nothing")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        for outcome in retention.run(dry_run=dry_run):
            done = "would go" if dry_run else "gone"
            self.stdout.write(f"{outcome.rule.name}: {outcome.count} {done}")
