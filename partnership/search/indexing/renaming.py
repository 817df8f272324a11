"""When words of the glossary, places, themes or organisations change: whose entries speak of them."""

from collections.abc import Iterable
from typing import Final

from django.db import connection
from django.db.models import Model

from partnership.search.indexing.lexemes import lexemes_of, quoted
from partnership.search.indexing.writing import bring_in_step

AT_ONCE: Final = 200  # entries brought in step within the request; the rest by the minute
MARK: Final = """
INSERT INTO search_changedrow (kind, object_id)
SELECT kind, object_id FROM search_searchentry WHERE whole @@ %s::tsquery
ON CONFLICT DO NOTHING
"""
COUNT: Final = "SELECT count(*) FROM search_searchentry WHERE whole @@ %s::tsquery"
FIND: Final = """
SELECT kind, object_id FROM search_searchentry WHERE whole @@ %s::tsquery LIMIT %s
"""


def mark(instance: Model, columns: Iterable[str]) -> None:
    """Mark the entries that may speak of what was saved, by its names as they now are."""
    names = [getattr(instance, column) for column in columns]
    question = _question([name for name in names if isinstance(name, str)], ())
    if question:
        with connection.cursor() as cursor:
            cursor.execute(MARK, [question])


def bring_subject_in_step(texts: Iterable[str], subject: str) -> int:
    """Index anew what speaks of a subject, now or before; return how many entries at once, the
    others follow within a minute."""
    question = _question(texts, [subject])
    with connection.cursor() as cursor:
        cursor.execute(MARK, [question])
        cursor.execute(FIND, [question, AT_ONCE])
        rows = cursor.fetchall()
    for kind in {kind for kind, _key in rows}:
        bring_in_step(kind, [key for of_kind, key in rows if of_kind == kind])
    return len(rows)


def number_about(subject: str) -> int:
    """Return how many entries speak of a subject, as far as they are in step."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [quoted(subject)])
        return int(cursor.fetchone()[0])


def _question(texts: Iterable[str], subjects: Iterable[str]) -> str:
    """Return the tsquery for entries in which all lexemes of one of the texts stand."""
    ways = [quoted(subject) for subject in subjects]
    for text in texts:
        lexemes = lexemes_of(text)
        if lexemes:
            ways.append("(" + " & ".join(map(quoted, lexemes)) + ")")
    return " | ".join(ways)
