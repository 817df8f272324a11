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
Keys = Sequence[int] | Sequence[str]
KEYS: Final = object()  # stands for the list of keys until the statement runs
# PostgreSQL would plan anew whenever it deems one plan for all keys too dear, which it always does.
# Written as it is read: JSONB would be taken apart and written out again for every row inside
# another (measured: 0.4 of 0.9 ms for a case). As text, so that nothing decodes it underway.
ANSWER: Final = "SELECT {}, asked.answer::text FROM ({}) AS asked(answer)"
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
        self.sql = sql.replace("RETURNING JSONB", "RETURNING JSON")
        self.statement = Statement([self])

    def ask(self, keys: Keys) -> list[Any]:
        """Return the JSON values for these keys, decimal numbers as Decimal."""
        (answers,) = self.statement.ask([keys])
        return answers


class Together:
    """Questions that go to the database and come back at once: the way there and back takes as
    long as a small question."""

    def __init__(self, *questions: Prepared) -> None:
        self.statement = Statement(questions)

    def ask(self, *keys: Keys) -> list[list[Any]]:
        """Return the answers of each question for its keys."""
        return self.statement.ask(keys)


class Statement:
    """What the database prepares: one list of keys for each question."""

    def __init__(self, questions: Sequence[Prepared]) -> None:
        self.name = f"portal_{next(_numbers)}"
        self.size = len(questions)
        self.sql = " UNION ALL ".join(
            ANSWER.format(place, question.sql) for place, question in enumerate(questions)
        )
        self.parameters = [
            AsIs(f"${place}") if value is KEYS else value
            for place, question in enumerate(questions, start=1)
            for value in question.parameters
        ]
        self.call = f"EXECUTE {self.name} ({', '.join(['%s'] * self.size)})"

    def ask(self, keys: Sequence[Keys]) -> list[list[Any]]:
        answers: list[list[Any]] = [[] for _place in range(self.size)]
        with connection.cursor() as cursor:
            self._prepare()
            cursor.execute(self.call, [list(of_one) for of_one in keys])
            for place, text in cursor.fetchall():
                answers[place].append(_read(text))
        return answers

    def _prepare(self) -> None:
        """Once per connection. Not through Django's cursor: it is no question to the data, and
        must not count as one."""
        known = _prepared.setdefault(connection.connection, set())
        if self.name in known:
            return
        with connection.wrap_database_errors, connection.connection.cursor() as cursor:
            cursor.execute(f"{ONE_PLAN}; PREPARE {self.name} AS {self.sql}", self.parameters)
        known.add(self.name)


_numbers = count()
_prepared: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()  # names per connection
_read = json.JSONDecoder(parse_float=Decimal).decode
