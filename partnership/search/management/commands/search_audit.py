"""Compare every entry of the search with its thing and mend what differs."""

from typing import Any

from django.core.management.base import BaseCommand

from partnership.search.indexing import sweeping


class Command(BaseCommand):
    help = (
        "Compare every entry of the search with its thing, mend what differs, renew the counts. "
        "Runs every night; after a restore or a new release, run it by hand."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(str(sweeping.check_everything()))
