"""Statements the ORM builds once and that then only differ in the keys they ask for.

Building a statement with many columns and nested rows takes the ORM longer than a whole page may
take (measured: 25 ms for a case), so pages that always ask the same question keep the text of it.
Planning it then takes the database three times as long as answering it (1.0 ms against 0.3), so
each connection prepares the statement once. The question must select one JSON value per row.
"""

import json
from collections.abc import Sequence
from decimal import Decimal
from itertools import count
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from django.db import connection
from django.db.models import F, Lookup, Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler
from psycopg2.extensions import AsIs

Row = TypeVar("Row", bound=Model)
KEYS: Final = object()  # stands for the list of keys until the statement runs
# PostgreSQL would plan anew whenever it deems one plan for all keys too dear, which it always does.
# Written as it is read: JSONB would be taken apart and written out again for every row inside
# another (measured: 0.4 of 0.9 ms for a case). As text, so that nothing decodes it underway.
ANSWER: Final = "SELECT asked.answer::text FROM ({}) AS asked(answer)"
ONE_PLAN: Final = "SET plan_cache_mode = force_generic_plan"


class AnyOf(Lookup):
    """`column = ANY(list)`: one text for any number of keys."""

    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", (*parameters, self.rhs)


def by_keys(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Leave open which rows are meant."""
    return with_any("pk", rows)


def with_any(column: str, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Leave open which values `column` has."""
    return rows.filter(AnyOf(F(column), KEYS))


class Prepared:
    """A question kept as text, and by each connection with its plan."""

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        sql, self.parameters = rows.query.sql_with_params()
        self.sql = ANSWER.format(sql.replace("RETURNING JSONB", "RETURNING JSON"))
        self.name = f"portal_{next(_numbers)}"

    def ask(self, keys: Sequence[int] | Sequence[str]) -> list[Any]:
        """Return the JSON values for these keys, decimal numbers as Decimal."""
        with connection.cursor() as cursor:
            self._prepare()
            cursor.execute(f"EXECUTE {self.name} (%s)", [list(keys)])
            return [_read(text) for (text,) in cursor.fetchall()]

    def _prepare(self) -> None:
        """Once per connection. Not through Django's cursor: it is no question to the data, and
        must not count as one."""
        known = _prepared.setdefault(connection.connection, set())
        if self.name in known:
            return
        parameters = [AsIs("$1") if value is KEYS else value for value in self.parameters]
        with connection.wrap_database_errors, connection.connection.cursor() as cursor:
            cursor.execute(f"{ONE_PLAN}; PREPARE {self.name} AS {self.sql}", parameters)
        known.add(self.name)


_numbers = count()
_prepared: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()  # names per connection
_read = json.JSONDecoder(parse_float=Decimal).decode
