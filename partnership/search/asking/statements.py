"""SQL with its parameters, put together piece by piece."""

from dataclasses import dataclass, field
from typing import Any, Final, Self

from django.db import connection

# PostgreSQL holds matching to cost nothing, reads the whole table for frequent words, and unpacks
# every long value on the way, which takes seconds; the index has them all.
BY_INDEX: Final = "SET LOCAL enable_seqscan = off; "


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
        """Ask. The setting ends with the statement; within a transaction it would not, so there it
        is left as it is."""
        setting = "" if connection.in_atomic_block else BY_INDEX
        with connection.cursor() as cursor:
            cursor.execute(setting + "".join(self.sql), self.values)
            return cursor.fetchall()
