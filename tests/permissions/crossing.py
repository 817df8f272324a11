"""Sending the requests of a row and saying what they met."""

import re
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any
from urllib.parse import urlsplit

from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from partnership.core import languages
from tests.permissions.addresses import path_of
from tests.permissions.table import MARKER, REFUSALS, ROLES, Meets, Row, World

BY_STATUS = {
    200: Meets.SHOWN,
    201: Meets.DONE,
    204: Meets.DONE,
    400: Meets.BAD_REQUEST,
    401: Meets.SIGN_IN,
    403: Meets.FORBIDDEN,
    404: Meets.NOT_THERE,
    405: Meets.NO_SUCH_METHOD,
    415: Meets.BAD_REQUEST,  # the API takes JSON only, and forms are what is sent here
}
DOORS = ("/accounts/login/", "/admin/login/")  # behind the language, if there is one
OTHER_METHODS = ("PUT", "PATCH", "DELETE")
NOT_COUNTED = {"accounts_session"}  # a visitor's session is no change of anything
# What pg_stat_xact_user_tables says, without its indexes: it is asked after every request.
WRITES = """
    SELECT relname, written FROM (
        SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
            + pg_stat_get_xact_tuples_deleted(oid) AS written
        FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
    ) AS counted WHERE written > 0
"""
# Statements that may write. Others are not followed by WRITES, which costs as much as a small
# page; what they wrote nevertheless is found at the end of the row.
WRITING = re.compile(r"\b(?:insert|update|delete|merge|truncate|copy|call|do)\b", re.IGNORECASE)


class Noticed:
    """Listens to what is asked of the database, and keeps whether it may have written."""

    writing = False

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        self.writing = self.writing or WRITING.search(sql) is not None
        return execute(sql, params, many, context)


class Crossing:
    """The clients of all roles in one world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.methods = cycle(OTHER_METHODS)
        self.clients = {role: Client(raise_request_exception=False) for role in ROLES}
        for role, person in world.people.items():
            self.clients[role].force_login(person)
        self.counted = writes()

    def faults(self, row: Row) -> Iterator[str]:
        """Yield a sentence for every cell of `row` that is not as it says."""
        for role in ROLES:
            yield from self._get(row, role)
            yield from self._post(row, role)
            if row.post[role] in REFUSALS:
                yield from self._other(row, role, next(self.methods))
        if unnoticed := self._newly_written():
            yield f"{row.url}: refused, yet wrote to {', '.join(unnoticed)} in passing"

    def _get(self, row: Row, role: str) -> Iterator[str]:
        met, written, body = self._send(row, role, "GET")
        yield from self._compared(row, role, "GET", met, row.get[role])
        if written and not row.get_writes:
            yield f"{self._cell(row, role, 'GET')}: opening it wrote to {', '.join(written)}"
        yield from self._unmarked(row, role, "GET", met, body)

    def _post(self, row: Row, role: str) -> Iterator[str]:
        met, written, body = self._send(row, role, "POST")
        yield from self._compared(row, role, "POST", met, row.post[role])
        if written and met in REFUSALS:
            yield f"{self._cell(row, role, 'POST')}: refused, yet wrote to {', '.join(written)}"
        yield from self._unmarked(row, role, "POST", met, body)

    def _other(self, row: Row, role: str, method: str) -> Iterator[str]:
        """Where POST is refused, a rarer method does not do it either; they take turns."""
        met, written, body = self._send(row, role, method)
        if written:
            yield f"{self._cell(row, role, method)}: POST is refused, yet this wrote {written}"
        yield from self._unmarked(row, role, method, met, body)

    def _send(self, row: Row, role: str, method: str) -> tuple[Meets | str, list[str], str]:
        """Send one request, take back all it did, and say what it met and where it wrote."""
        client = self.clients[role]
        cookies = client.cookies.copy()
        path = self._path(row, role)
        data = row.data(self.world, role) if method != "GET" else None
        noticed = Noticed()
        with (
            transaction.atomic(),
            translation.override("zh-hans"),
            connection.execute_wrapper(noticed),
        ):
            answer = (
                client.generic(method, path)
                if method in OTHER_METHODS
                else (client.post(path, data) if method == "POST" else client.get(path))
            )
            met, body = meets(answer), _text(answer)
            may_have = noticed.writing or met not in REFUSALS
            written = self._newly_written() if may_have else []
            transaction.set_rollback(True)
        client.cookies = cookies
        return met, written, body

    def _newly_written(self) -> list[str]:
        """Return the tables written to since the last call; the count survives a rollback."""
        before, self.counted = self.counted, writes()
        return sorted(
            table for table, count in self.counted.items() if count > before.get(table, 0)
        )

    def _path(self, row: Row, role: str) -> str:
        kwargs = row.kwargs(self.world, role)
        with translation.override("zh-hans"):
            try:
                return reverse(row.url, kwargs=kwargs)
            except NoReverseMatch:
                return path_of(row.url, kwargs)

    def _cell(self, row: Row, role: str, method: str) -> str:
        about = f" ({row.about})" if row.about else ""
        return f"{row.url}{about} {method} as {role}"

    def _compared(
        self, row: Row, role: str, method: str, met: Meets | str, expected: Meets
    ) -> Iterator[str]:
        if met != expected:
            yield f"{self._cell(row, role, method)}: expected {expected!s}, met {met!s}"

    def _unmarked(
        self, row: Row, role: str, method: str, met: Meets | str, body: str
    ) -> Iterator[str]:
        if met in REFUSALS and MARKER in body:
            yield f"{self._cell(row, role, method)}: refused, yet shows somebody else's text"


def writes() -> dict[str, int]:
    """Return how many rows this transaction has written so far, per table."""
    with connection.cursor() as cursor:
        cursor.execute(WRITES)
        return {table: count for table, count in cursor.fetchall() if table not in NOT_COUNTED}


def meets(answer: HttpResponseBase) -> Meets | str:
    """Put an answer into a word of the table; a status without one stays a number."""
    if answer.status_code in (301, 302, 303):
        return Meets.SIGN_IN if _is_door(answer.headers["Location"]) else Meets.DONE
    return BY_STATUS.get(answer.status_code, str(answer.status_code))


def _is_door(location: str) -> bool:
    path = urlsplit(location).path
    language = languages.from_path(path)
    return path.removeprefix(f"/{language}") in DOORS


def _text(answer: HttpResponseBase) -> str:
    if answer.streaming:
        return b"".join(answer).decode(errors="replace")
    return answer.content.decode(errors="replace")
