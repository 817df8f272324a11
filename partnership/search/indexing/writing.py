"""Writing entries: the two rows of a thing, and its titles among the suggestions.

Plain SQL, because every public save pays for it and a rebuild writes a hundred thousand.
"""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from django.db import connection, transaction
from psycopg2.extras import Json, execute_values

from partnership.core.languages import CHINESE, ENGLISH
from partnership.search import suggesting
from partnership.search.glossary.book import Book, current
from partnership.search.indexing.lexemes import ANALYSIS, Vectors, vectors_of
from partnership.search.language.characters import HAN
from partnership.search.language.words import LATIN_WORDS
from partnership.search.models import SearchEntry
from partnership.search.sources import Found, Source, source_of

SETTLE: Final = """
WITH gone AS (
    DELETE FROM search_searchentry WHERE kind = %(kind)s AND object_id = ANY(%(gone)s) RETURNING id
), texts AS (
    DELETE FROM search_searchtext WHERE entry_id IN (SELECT id FROM gone)
), titles AS (
    DELETE FROM search_suggestion WHERE entry_id IN (SELECT id FROM gone)
)
DELETE FROM search_changedrow WHERE kind = %(kind)s AND object_id = ANY(%(keys)s)
"""
LABEL_JOINT: Final = " · "
AT_ONCE: Final = 250  # entries in one statement
# What is as it was is left alone: deeds save a thing more often than they change what is public of it, and
# the indexes are the dear part of writing.
WRITE: Final = """
WITH given (kind, object_id, themes, countries, year, languages, shelf, is_demo, public_since,
    head, whole, subjects, digest, made_with, title_zh_hans, title_en, summary_zh_hans, summary_en,
    body_zh_hans, body_en, labels, addresses, mixes_scripts) AS MATERIALIZED (VALUES %s),
entries AS (
    INSERT INTO search_searchentry AS entry (kind, object_id, themes, countries, year, languages,
        shelf, is_demo, public_since, head, whole, subjects, digest, made_with)
    SELECT kind, object_id, themes, countries, year, languages, shelf, is_demo, public_since,
        head, whole, subjects, digest, made_with FROM given
    ON CONFLICT (kind, object_id) DO UPDATE SET (themes, countries, year, languages, shelf, is_demo,
        public_since, head, whole, subjects, digest, made_with) = (EXCLUDED.themes,
        EXCLUDED.countries, EXCLUDED.year, EXCLUDED.languages, EXCLUDED.shelf, EXCLUDED.is_demo,
        EXCLUDED.public_since, EXCLUDED.head, EXCLUDED.whole, EXCLUDED.subjects, EXCLUDED.digest,
        EXCLUDED.made_with)
    WHERE (entry.digest, entry.made_with) <> (EXCLUDED.digest, EXCLUDED.made_with)
    RETURNING object_id, id
), texts AS (
    INSERT INTO search_searchtext (entry_id, title_zh_hans, title_en, summary_zh_hans, summary_en,
        body_zh_hans, body_en, labels, addresses, mixes_scripts)
    SELECT id, title_zh_hans, title_en, summary_zh_hans, summary_en, body_zh_hans, body_en, labels,
        addresses, mixes_scripts FROM given JOIN entries USING (object_id)
    ON CONFLICT (entry_id) DO UPDATE SET (title_zh_hans, title_en, summary_zh_hans, summary_en,
        body_zh_hans, body_en, labels, addresses, mixes_scripts) = (EXCLUDED.title_zh_hans,
        EXCLUDED.title_en, EXCLUDED.summary_zh_hans, EXCLUDED.summary_en, EXCLUDED.body_zh_hans,
        EXCLUDED.body_en, EXCLUDED.labels, EXCLUDED.addresses, EXCLUDED.mixes_scripts)
)
SELECT object_id, id FROM entries
"""
ENTRY: Final = (
    "(%s, %s::bigint, %s::varchar[], %s::varchar[], %s::smallint, %s::varchar[], %s, %s, "
    "%s::timestamptz, %s::tsvector, %s::tsvector, %s::tsvector, %s, %s, "
    "%s, %s, %s, %s, %s, %s, %s, %s::jsonb, %s)"
)


@transaction.atomic(savepoint=False)
def bring_in_step(kind: str, keys: Iterable[int]) -> int:
    """Write the entries of the things with these keys, take away those of what is not public;
    return how many are there now."""
    wanted = sorted(set(keys))
    found = [each for each in source_of(kind).found(wanted) if not each.is_empty]
    gone = set(wanted) - {each.object_id for each in found}
    with connection.cursor() as cursor:
        cursor.execute(SETTLE, {"kind": kind, "keys": wanted, "gone": sorted(gone)})
    if found:
        write(kind, found, current())
    return len(found)


def write(kind: str, found: Iterable[Found], book: Book) -> int:
    """Write entries, some hundred at once; return how many."""
    number, rest = 0, iter(found)
    while batch := list(islice(rest, AT_ONCE)):
        _write(kind, batch, book)
        number += len(batch)
    return number


def _write(kind: str, batch: Sequence[Found], book: Book) -> None:
    rows = [_row(kind, found, vectors_of(found, book)) for found in batch]
    with connection.cursor() as cursor:
        written = dict(execute_values(cursor.cursor, WRITE, rows, ENTRY, AT_ONCE, fetch=True))
    suggesting.write_titles(
        [(written[found.object_id], found) for found in batch if found.object_id in written]
    )


def _row(kind: str, found: Found, made: Vectors) -> tuple[object, ...]:
    """Return the values of an entry, then those of its texts."""
    chinese, english = found.text(CHINESE), found.text(ENGLISH)
    return (
        kind,
        found.object_id,
        list(found.themes),
        list(found.countries),
        found.year,
        list(found.languages),
        f"{kind}|{found.shelf}",
        found.is_demo,
        found.public_since,
        made.head,
        made.whole,
        made.subjects,
        digest_of(found, made),
        ANALYSIS,
        *(chinese.title, english.title, chinese.summary, english.summary),
        *(chinese.body, english.body, LABEL_JOINT.join(found.labels)),
        Json(dict(found.addresses)),
        bool(LATIN_WORDS.search(chinese.body) or HAN.search(english.body)),
    )


def digest_of(found: Found, made: Vectors) -> str:
    """Return what tells whether an entry still fits: texts, what they can be narrowed by, and the
    glossary as it bears on them."""
    parts = (repr(found), made.head, made.whole, made.subjects)
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()


def rebuild(source: Source) -> int:
    """Bring all entries of a source in step; return how many are there now."""
    keys = set(source.public_keys())
    keys |= set(SearchEntry.objects.filter(kind=source.kind).values_list("object_id", flat=True))
    ordered = sorted(keys)
    starts = range(0, len(ordered), AT_ONCE)
    return sum(bring_in_step(source.kind, ordered[start : start + AT_ONCE]) for start in starts)
