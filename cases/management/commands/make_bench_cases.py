"""`manage.py make_bench_cases 100000`: many cases for measurements; `--remove` takes them out."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cases import bench
from cases.models import Case


class Command(BaseCommand):
    help = "Make copies of the public cases for measurements, or remove them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", type=int, nargs="?", default=1000)
        parser.add_argument("--remove", action="store_true", help="delete the copies")

    def handle(self, *args: Any, number: int, remove: bool, **options: Any) -> None:
        if remove:
            self.stdout.write(f"{bench.remove()} bench cases removed.")
            return
        if not bench.make(number):
            raise CommandError("There is no public case to copy; run load_demo first.")
        self.stdout.write(
            f"{number} bench cases made of {Case.objects.published().count()} public."
        )
