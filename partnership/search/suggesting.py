"""What is suggested while somebody types, and how these suggestions are kept."""

from collections.abc import Iterable, Sequence
from typing import Final

from django.db import connection
from psycopg2.extras import execute_values

from partnership.core.languages import LANGUAGES
from partnership.search.asking.statements import list_of
from partnership.search.choices import SuggestionKind
from partnership.search.glossary.book import Book, initials_of, pinyin_of
from partnership.search.language.characters import HAN, normalised
from partnership.search.models import Suggestion
from partnership.search.sources import Found

LONGEST: Final = 200  # characters of a text that is suggested
LONGEST_PINYIN, LONGEST_INITIALS = 400, 60
JOINTS: Final = str.maketrans("", "", "-‐‑ ")
NULS: Final = str.maketrans("", "", "\0")
INSERT: Final = """
WITH former AS (DELETE FROM search_suggestion WHERE entry_id = ANY({former}))
INSERT INTO search_suggestion (kind, language, text, normalised, pinyin, initials, weight, entry_id)
VALUES %s
"""
WEIGHTS: Final = {SuggestionKind.CONCEPT: 3.0, SuggestionKind.NAME: 2.0, SuggestionKind.ENTRY: 1.0}
OTHER_WORD: Final = 1.5  # a subject's word that is not its name: behind names, before titles
Row = tuple[object, ...]


def write_titles(entries: Sequence[tuple[int, Found]]) -> None:
    """Keep the titles of entries, given with their keys, instead of what was kept of these."""
    rows = [
        _row(SuggestionKind.ENTRY, language, found.text(language).title, entry)
        for entry, found in entries
        for language in LANGUAGES
        if found.text(language).title
    ]
    with connection.cursor() as cursor:
        _insert(cursor.cursor, rows, [entry for entry, _found in entries])


def write_subjects(book: Book) -> None:
    """Keep the name of every subject in each language and, of the glossary's, its other words."""
    rows: list[Row] = []
    for key, subject in book.subjects.items():
        is_proper = key in book.proper
        kind = SuggestionKind.NAME if is_proper else SuggestionKind.CONCEPT
        for language in LANGUAGES:
            own = [text for of_language, text in subject.names if of_language == language]
            first, *others = _once_however_written(own) or [""]
            rows += [_row(kind, language, first, None)] if first else []
            if not is_proper:
                rows += [_row(kind, language, text, None, OTHER_WORD) for text in others]
    once = list({(row[1], row[3]): row for row in reversed(rows)}.values())
    Suggestion.objects.filter(entry__isnull=True).delete()
    with connection.cursor() as cursor:
        _insert(cursor.cursor, once)


def _once_however_written(texts: Iterable[str]) -> list[str]:
    """Leave out what differs from a word before it in hyphens and blanks alone: clean-up."""
    known: dict[str, str] = {}
    for text in texts:
        known.setdefault(normalised(text).translate(JOINTS), text)
    return list(known.values())


def _insert(cursor: object, rows: Sequence[Row], instead_of: Sequence[int] = ()) -> None:
    if rows:
        former = f"'{list_of(instead_of)}'::bigint[]"
        execute_values(cursor, INSERT.format(former=former), rows, page_size=len(rows))


def _row(
    kind: SuggestionKind, language: str, text: str, entry: int | None, weight: float = 0
) -> Row:
    shown = text.translate(NULS)[:LONGEST]
    has_han = bool(HAN.search(shown))
    return (
        kind.value,
        language,
        shown,
        normalised(shown),
        pinyin_of(shown)[:LONGEST_PINYIN] if has_han else "",
        initials_of(shown)[:LONGEST_INITIALS] if has_han else "",
        (weight or WEIGHTS[kind]) - len(shown) / LONGEST,
        entry,
    )
