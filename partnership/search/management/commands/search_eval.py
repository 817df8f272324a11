"""Measure the search with a file of judged questions."""

import json
from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from partnership.search.evaluation import judged
from partnership.search.evaluation.report import growth, lines_of
from partnership.search.evaluation.run import evaluate
from partnership.search.models import Concept

LAYOUT = """
The file is JSON: documents (id, kind, theme, country, year, title_zh, title_en, summary_zh,
summary_en, body_zh, body_en) and queries (text, class, judgements: doc and grade, 1 to 3).

Everything is done in tables of its own, which go at the end; the portal's index stays as it is.
The glossary, places and themes are those of the database.
"""


class Command(BaseCommand):
    help = "Measure the search with a file of judged questions, beside a plain text search."

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        return super().create_parser(
            *args, epilog=LAYOUT, formatter_class=RawDescriptionHelpFormatter, **kwargs
        )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--bulk",
            type=int,
            nargs="+",
            default=[0],
            metavar="N",
            help="so many texts to find them among; of two numbers also the growth is told",
        )

    def handle(self, *args: Any, file: Path, bulk: list[int], **options: Any) -> None:
        if Concept._meta.db_table not in connection.introspection.table_names():
            raise CommandError("The database has no tables yet. Make and fill them first: make run")
        if not Concept.objects.exists():
            raise CommandError("The glossary is empty. Load it first: manage.py load_glossary")
        if connection.in_atomic_block:
            raise CommandError("Measuring needs a connection without an open transaction.")
        try:
            content = judged.read(file)
        except (OSError, json.JSONDecodeError, KeyError, TypeError) as error:
            raise CommandError(f"{file} cannot be read as such a file: {error!r}") from error
        outcomes = []
        for number in bulk:
            outcomes.append(evaluate(content, max(number, 0)))
            self.say(lines_of(outcomes[-1]))
        if len(outcomes) > 1:
            self.say(growth(outcomes[0], outcomes[-1]))

    def say(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.stdout.write(line)
        self.stdout.write("")
