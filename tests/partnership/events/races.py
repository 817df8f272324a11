"""Many people at the same moment: real threads, a connection of their own each."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from django.db import connection, connections

from partnership.core.errors import DomainError

MOST = 50  # connections of one test
OTHERS = 10  # connections that are left alone


def outcomes_of(works: Sequence[Callable[[], object]]) -> Counter[str]:
    """Do all works at the same moment; return how often each outcome came.

    A work's outcome is the `status` of what it returns, or the code of the refusal; any other
    error is an outcome by its type's name, so that a test sees it.
    """
    at_once = min(len(works), room())
    start = threading.Barrier(at_once)
    begun = threading.local()

    def run(work: Callable[[], object]) -> str:
        if not getattr(begun, "yes", False):
            begun.yes = True
            start.wait(timeout=20)
        try:
            return str(getattr(work(), "status", "done"))
        except DomainError as refusal:
            return refusal.code
        except Exception as error:  # noqa: BLE001 -- told to the test
            return f"{type(error).__name__}: {error}"

    opened = []

    def open_connection() -> None:
        connection.ensure_connection()
        connection.inc_thread_sharing()
        opened.append(connections["default"])

    with ThreadPoolExecutor(at_once, initializer=open_connection) as pool:
        outcomes = Counter(pool.map(run, works))
    for each in opened:
        each.close()
    return outcomes


def room() -> int:
    """How many connections there are for one test: two workers share those of PostgreSQL."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW max_connections")
        return min(MOST, int(cursor.fetchone()[0]) // 2 - OTHERS)
