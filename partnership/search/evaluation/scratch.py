"""An index of its own for a measurement: same tables, same statements, another schema.

Within the connection the scratch schema stands before the real one, so that the search runs
unchanged and touches nothing of the portal. The schema goes at the end, whatever happens.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection

SCHEMA: Final = "search_scratch"
TABLES: Final = (
    "search_searchentry",
    "search_searchtext",
    "search_suggestion",
    "search_lexemecount",
    "search_knownword",
    "search_changedrow",
)
TEXTS: Final = "search_searchtext"  # the texts once more, as results show them
NEEDED: Final = ("search_entry_once", "search_searchtext_pkey", "search_changed_once")
# What the statements themselves rely on is there from the beginning, the other indexes at the end.
NEEDED_INDEXES: Final = (
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname = ANY(%s)"
)
INDEXES: Final = (
    "SELECT indexdef FROM pg_indexes AS theirs WHERE schemaname = 'public' AND NOT EXISTS "
    "(SELECT FROM pg_indexes AS made WHERE made.schemaname = %s AND made.indexname = theirs.indexname)"
    " AND tablename = ANY(%s)"
)
PLAIN: Final = "scratch_plain"  # the same texts for the plain search, and nothing else


@contextmanager
def scratch_index() -> Iterator[None]:
    """Make empty tables; `make_indexes` once they are filled."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE; CREATE SCHEMA {SCHEMA}")
        for table in TABLES:
            cursor.execute(
                f"CREATE UNLOGGED TABLE {SCHEMA}.{table} "
                f"(LIKE public.{table} INCLUDING ALL EXCLUDING INDEXES){_options(cursor, table)}"
            )
            _columns(cursor, table)
        cursor.execute(
            f"CREATE UNLOGGED TABLE {SCHEMA}.{PLAIN} (id bigint PRIMARY KEY, title_zh text, "
            "title_en text, summary_zh text, summary_en text, body_zh text, body_en text)"
        )
        _make(NEEDED_INDEXES, list(NEEDED))
        cursor.execute(f"SET search_path = {SCHEMA}, public")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"RESET search_path; DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


def _options(cursor: object, table: str) -> str:
    """Return how the real table is kept, which copying its columns leaves out."""
    cursor.execute(  # type: ignore[attr-defined]
        "SELECT array_to_string(reloptions, ', ') FROM pg_class WHERE oid = %s::regclass",
        [f"public.{table}"],
    )
    [options] = cursor.fetchone()  # type: ignore[attr-defined]
    return f" WITH ({options})" if options else ""


def _columns(cursor: object, table: str) -> None:
    """Gather as much about each column as of the real table."""
    cursor.execute(  # type: ignore[attr-defined]
        "SELECT attname, attstattarget FROM pg_attribute WHERE attrelid = %s::regclass "
        "AND attnum > 0 AND attstattarget >= 0",
        [f"public.{table}"],
    )
    for column, target in cursor.fetchall():  # type: ignore[attr-defined]
        cursor.execute(  # type: ignore[attr-defined]
            f"ALTER TABLE {SCHEMA}.{table} ALTER COLUMN {column} SET STATISTICS {target}"
        )


def make_indexes() -> None:
    """Make the indexes the real tables have, and tell the planner what is there."""
    _make(INDEXES, SCHEMA, list(TABLES))
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"VACUUM ANALYZE {SCHEMA}.{table}")


def _make(which: str, *values: str | list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(which, values)
        for (definition,) in cursor.fetchall():
            cursor.execute(definition.replace(" ON public.", f" ON {SCHEMA}."))


def settle_plain() -> None:
    """Tell the planner what the plain search has to look through, too."""
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM ANALYZE {SCHEMA}.{PLAIN}")


def size_of(*tables: str) -> int:
    """Return the bytes of tables with their indexes and long values."""
    with connection.cursor() as cursor:
        names = [f"{SCHEMA}.{table}" for table in tables]
        cursor.execute("SELECT sum(pg_total_relation_size(name)) FROM unnest(%s) AS name", [names])
        return int(cursor.fetchone()[0])
