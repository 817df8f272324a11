"""The plain text search that ours is measured beside: every word anywhere, as icontains asks for it,
hits in the title first, then the latest."""

from collections.abc import Iterable
from typing import Final

from django.db import connection
from psycopg2.extras import execute_values

from partnership.core.languages import CHINESE, ENGLISH
from partnership.search.evaluation.scratch import PLAIN
from partnership.search.sources import Found

TITLES: Final = ("title_zh", "title_en")
COLUMNS: Final = (*TITLES, "summary_zh", "summary_en", "body_zh", "body_en")


def write(documents: Iterable[Found]) -> None:
    rows = [
        (found.object_id, *_pair(found, "title"), *_pair(found, "summary"), *_pair(found, "body"))
        for found in documents
    ]
    with connection.cursor() as cursor:
        execute_values(cursor.cursor, f"INSERT INTO {PLAIN} VALUES %s", rows, page_size=500)  # noqa: S608


def _pair(found: Found, name: str) -> tuple[str, str]:
    return getattr(found.text(CHINESE), name), getattr(found.text(ENGLISH), name)


def search(text: str, number: int) -> list[int]:
    """Return the keys of documents in which all words of `text` stand, as Django's icontains does."""
    patterns = [f"%{_escaped(word)}%" for word in text.split()]
    anywhere, in_title = _one_of(COLUMNS), _one_of(TITLES)
    conditions = " AND ".join([anywhere] * len(patterns))
    titled = " AND ".join([in_title] * len(patterns))
    sql = (
        f"SELECT id FROM {PLAIN} WHERE {conditions} "  # noqa: S608
        f"ORDER BY CASE WHEN {titled} THEN 0 ELSE 1 END, id DESC LIMIT %s"
    )
    values = [pattern for pattern in patterns for _column in COLUMNS]
    values += [pattern for pattern in patterns for _column in TITLES]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, number])
        return [row[0] for row in cursor.fetchall()]


def _one_of(columns: Iterable[str]) -> str:
    return "(" + " OR ".join(f"UPPER({name}::text) LIKE UPPER(%s)" for name in columns) + ")"


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
