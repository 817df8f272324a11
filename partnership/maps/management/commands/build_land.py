"""Makes the land of the base map anew; needed when the rules in maps/land.py change."""

import gzip
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnership.maps import land


class Command(BaseCommand):
    help = "Make the land of the base map from Natural Earth (needs the tools of development)."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = land.build()
        except ImportError as error:
            raise CommandError(
                f"{error}. The land is made with the tools of development: make test ARGS=--version"
            ) from error
        land.FILE.write_text(text, encoding="ascii")
        packed = len(gzip.compress(text.encode("ascii"), 9))
        self.stdout.write(f"{land.FILE.name}: {len(text):,} bytes, {packed:,} compressed")
