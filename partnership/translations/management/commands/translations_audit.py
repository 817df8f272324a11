"""Compare every text that exists in both languages with its state and mend what differs."""

from typing import Any

from django.core.management.base import BaseCommand

from partnership.translations import auditing


class Command(BaseCommand):
    help = (
        "Compute the hashes of all texts anew, mend states that do not fit, and enter what is new: "
        "of that, what is public counts as approved. Runs every night; after a restore, a fixture "
        "or a bulk update, run it by hand."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(str(auditing.check_everything()))
