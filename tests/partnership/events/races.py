"""Many people at the same moment: real threads, a connection of their own each."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from django.db import connection, connections

from partnership.core.errors import DomainError

MOST = 200  # connections of one test
OTHERS = 10  # connections that are left alone
PATIENCE = 60  # seconds for all of them to be there, on a busy machine
Work = Callable[[], object]


class Crowd:
    """People with open connections, who can be sent off at the same moment again and again."""

    def __init__(self, pool: ThreadPoolExecutor, size: int) -> None:
        self.pool, self.size = pool, size
        self.seconds = 0.0  # from the start of the last race until everybody was back

    def outcomes_of(self, works: Sequence[Work]) -> Counter[str]:
        """Do all works at the same moment; return how often each outcome came.

        A work's outcome is the `status` of what it returns, or the code of the refusal; any other
        error is an outcome by its type's name, so that a test sees it.
        """
        began: list[float] = []
        together = min(self.size, len(works))
        start = threading.Barrier(together, action=lambda: began.append(time.monotonic()))
        begun = threading.local()

        def run(work: Work) -> str:
            if not getattr(begun, "yes", False):
                begun.yes = True
                start.wait(timeout=PATIENCE)
            return outcome_of(work)

        outcomes = Counter(self.pool.map(run, works))
        self.seconds = time.monotonic() - began[0]
        return outcomes


def outcome_of(work: Work) -> str:
    try:
        return str(getattr(work(), "status", "done"))
    except DomainError as refusal:
        return refusal.code
    except Exception as error:  # noqa: BLE001 -- told to the test
        return f"{type(error).__name__}: {error}"


@contextmanager
def crowd_of(number: int) -> Iterator[Crowd]:
    """Let so many people, or as many as there are connections for, stand ready."""
    size = min(number, room())
    opened = []

    def open_connection() -> None:
        connection.ensure_connection()
        connection.inc_thread_sharing()
        opened.append(connections["default"])

    with ThreadPoolExecutor(size, initializer=open_connection) as pool:
        crowd = Crowd(pool, size)
        crowd.outcomes_of([object] * size)  # everybody is there
        yield crowd
    for each in opened:
        each.close()


def outcomes_of(works: Sequence[Work]) -> Counter[str]:
    """Do all works at the same moment, once."""
    with crowd_of(len(works)) as crowd:
        return crowd.outcomes_of(works)


def room() -> int:
    """How many connections there are for one test: two workers share those of PostgreSQL."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW max_connections")
        return min(MOST, int(cursor.fetchone()[0]) // 2 - OTHERS)
