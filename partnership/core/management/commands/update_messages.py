"""Bring the message catalogues in step with the source, or check that they are."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from partnership.core import messages
from partnership.core.languages import LANGUAGES


class Command(BaseCommand):
    """`update_messages` rewrites the catalogues, `update_messages --check` only looks."""

    help = "Brings the message catalogues in step with the source."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing, fail on gaps")

    def handle(self, *, check: bool, **_options: Any) -> None:
        found = messages.collect()
        for language in LANGUAGES:
            catalogue = messages.merged(language, found)
            if check:
                self._check(language, catalogue)
            else:
                path = messages.catalogue_path(language)
                path.parent.mkdir(parents=True, exist_ok=True)
                catalogue.save(str(path))
            missing = messages.incomplete(catalogue)
            self.stdout.write(f"{language}: {len(catalogue)} messages, {len(missing)} incomplete")
            if check and missing:
                raise CommandError("Not translated:\n  " + "\n  ".join(missing))

    def _check(self, language: str, catalogue: Any) -> None:
        stored = {(entry.msgctxt, entry.msgid) for entry in messages.load(language)}
        wanted = {(entry.msgctxt, entry.msgid) for entry in catalogue}
        if stored != wanted:
            names = sorted(msgid for _context, msgid in stored ^ wanted)
            raise CommandError(
                f"{language}: run `make messages`; the catalogue differs in:\n  "
                + "\n  ".join(names)
            )
