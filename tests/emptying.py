"""Emptying the database after a test of real transactions.

Django's `flush` makes all tables and their indexes anew, and then asks every app for its permissions
and content types: most of a second. A test has written into some twenty tables.
"""

from functools import cache
from typing import Any, Final

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.test import TransactionTestCase

MADE_BY_MIGRATE: Final = {"auth_permission", "django_content_type"}
TOUCHED: Final = """
SELECT relname FROM pg_class
WHERE relname = ANY(%s) AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
"""
TRIGGERED: Final = """
SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger
WHERE NOT tgisinternal AND tgrelid = ANY(%s::regclass[])
"""
flush = TransactionTestCase._fixture_teardown


def after(case: TransactionTestCase) -> None:
    """Stand in for what a test case does at its end."""
    if case.reset_sequences or case.serialized_rollback or case.available_apps:
        flush(case)
    else:
        empty()


def empty() -> None:
    """Delete all rows, with triggers at rest: some refuse it, others would write down what is gone."""
    with connection.cursor() as cursor:
        filled = _filled(cursor)
        cursor.execute(TRIGGERED, [filled])
        triggered = [name for (name,) in cursor.fetchall()]
        _alter(cursor, triggered, "DISABLE")
        try:
            with transaction.atomic():
                for name in filled:
                    cursor.execute(f'DELETE FROM "{name}"')  # noqa: S608 - a table of ours
        finally:
            _alter(cursor, triggered, "ENABLE")


@cache
def _tables() -> list[str]:
    tables: Any = connection.introspection.django_table_names(include_views=False)
    return sorted(set(tables) - MADE_BY_MIGRATE)


def _filled(cursor: CursorWrapper) -> list[str]:
    cursor.execute(TOUCHED, [_tables()])
    touched = [name for (name,) in cursor.fetchall()]
    if not touched:
        return []
    asked = (f"SELECT '{name}' WHERE EXISTS (SELECT FROM \"{name}\")" for name in touched)  # noqa: S608
    cursor.execute(" UNION ALL ".join(asked))
    return [name for (name,) in cursor.fetchall()]


def _alter(cursor: CursorWrapper, tables: list[str], what: str) -> None:
    if tables:
        cursor.execute("".join(f"ALTER TABLE {name} {what} TRIGGER USER;" for name in tables))
