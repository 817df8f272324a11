"""Statements the ORM builds once and that then only differ in the keys they ask for.

Building a statement with many columns and nested rows takes the ORM longer than a whole page may
take (measured: 25 ms for a case against 2 ms for the database's answer), so pages that always ask
the same question keep the text of it. The question must select one JSON value per row.
"""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final, TypeVar

from django.db import connection
from django.db.models import F, Lookup, Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row", bound=Model)
KEYS: Final = object()  # stands for the list of keys until the statement runs


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
    """A question kept as text."""

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        self.sql, self.parameters = rows.query.sql_with_params()

    def ask(self, keys: Sequence[int] | Sequence[str]) -> list[Any]:
        """Return the JSON values for these keys, decimal numbers as Decimal."""
        parameters = [list(keys) if value is KEYS else value for value in self.parameters]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, parameters)
            return [json.loads(text, parse_float=Decimal) for (text,) in cursor.fetchall()]
