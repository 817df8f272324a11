"""SQL with its parameters, put together piece by piece.

Planning such a question takes the database longer than answering it, so each connection prepares
the shapes that are asked for: one word, two words, two words of a kind.

A shape is planned without its words, which PostgreSQL then holds to be rare, and takes the index.
Words it knows to be frequent it would look for in the whole table, as it holds matching to cost
nothing, and would unpack every long value on the way, which takes seconds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final, Self
from weakref import WeakKeyDictionary

from django.db import OperationalError, connection
from psycopg2.errors import QueryCanceled

from partnership.search.errors import TookTooLong

PREPARE: Final = "SET plan_cache_mode = force_generic_plan; PREPARE {} AS {}"
MOST_SHAPES: Final = 50  # per connection; each costs the database some hundred kilobytes
BY_INDEX: Final = "SET LOCAL enable_seqscan = off; "
LIMIT: Final = "SET LOCAL statement_timeout = {}; "
Values = Sequence[Any] | Mapping[str, Any]
_longest: Final = ContextVar("longest", default=500)  # milliseconds; fifty times the usual


@contextmanager
def unlimited() -> Iterator[None]:
    """Let statements take as long as they take, to measure them."""
    before = _longest.set(0)
    try:
        yield
    finally:
        _longest.reset(before)


def rows_of(sql: str, values: Values, *, settings: str = "") -> list[tuple[Any, ...]]:
    """Ask as long as it may take; raises TookTooLong."""
    with _told_when_late(), connection.cursor() as cursor:
        cursor.execute(_limited(settings) + sql, values)
        return cursor.fetchall()


def _limited(settings: str = "") -> str:
    """Return settings that end with the statement they stand before; within a transaction they would
    not, so there all are left as they are."""
    return "" if connection.in_atomic_block else settings + LIMIT.format(_longest.get())


@contextmanager
def _told_when_late() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise TookTooLong from error
        raise


@dataclass(slots=True)
class Statement:
    """One question to the index."""

    sql: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, sql: str, *values: Any) -> Self:
        self.sql.append(sql)
        self.values += values
        return self

    def rows(self) -> list[tuple[Any, ...]]:
        """Ask; raises TookTooLong."""
        connection.ensure_connection()  # to know which shapes it has
        sql = "".join(self.sql)
        name = _name_of(sql)
        if not name:
            return rows_of(sql, self.values, settings=BY_INDEX)
        places = ", ".join(["%s"] * len(self.values))
        return rows_of(f"EXECUTE {name}" + (f" ({places})" if places else ""), self.values)


def _name_of(sql: str) -> str:
    """Return the name of a shape, which is prepared now if it is a new one; nothing when there are
    too many."""
    shapes = _shapes.setdefault(connection.connection, {})
    if sql not in shapes and len(shapes) < MOST_SHAPES:
        name = f"search_{len(shapes)}"
        _prepare(name, sql)
        shapes[sql] = name
    return shapes.get(sql, "")


def _prepare(name: str, sql: str) -> None:
    """Once per connection. Not through Django's cursor: it is no question to the data."""
    first, *rest = sql.split("%s")
    numbered = first + "".join(f"${place}{part}" for place, part in enumerate(rest, start=1))
    with (
        _told_when_late(),
        connection.wrap_database_errors,
        connection.connection.cursor() as cursor,
    ):
        cursor.execute(_limited() + PREPARE.format(name, numbered))


def list_of(keys: Iterable[int]) -> str:
    """Return keys as PostgreSQL writes an array: read at once, where each element of ARRAY[…] would
    be an expression of its own."""
    return "{" + ",".join(map(str, keys)) + "}"


_shapes: WeakKeyDictionary[Any, dict[str, str]] = WeakKeyDictionary()  # names per connection
