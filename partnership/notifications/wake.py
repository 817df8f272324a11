"""Waking a worker: a help that may fail. Whatever is not woken is found by the sweeper.

The queue gets numbers of rows and nothing else. A server that does not answer costs one call its
time-out of 0.2 seconds; then it is left alone for half a minute.
"""

import threading
from typing import Any, Final

from celery import current_app
from kombu import Connection
from kombu.exceptions import OperationalError
from kombu.transport import redis as transport
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from partnership.core.breaker import Breaker

DELIVER: Final = "partnership.notifications.tasks.deliver"
WRITE_TO_GROUP: Final = "partnership.notifications.tasks.write_to_group"
TIME_OUT: Final = 0.2  # seconds
NEVER_AGAIN: Final = Retry(NoBackoff(), 0)

breaker = Breaker("queue", open_for=30.0)
_own = threading.local()


class Channel(transport.Channel):
    """Does not try again: the client's own ten tries would hold a visitor up for seconds."""

    def _connparams(self, asynchronous: bool = False) -> dict[str, Any]:
        parameters: dict[str, Any] = super()._connparams(asynchronous)  # type: ignore[misc]
        return parameters | {"retry": NEVER_AGAIN}


class Transport(transport.Transport):
    """The queue as those reach it who only put something in."""

    Channel = Channel


def up(message_ids: list[int]) -> None:
    """Ask a worker to send these messages now."""
    _tell(DELIVER, message_ids)


def up_for_group(number: int) -> None:
    """Ask a worker to write a message to its group."""
    _tell(WRITE_TO_GROUP, number)


def up_for(task: str, number: int) -> None:
    """Ask a worker to do an app's own task, named by its path, about one row; the row says what is
    to be done, and a task by the clock finds it, too."""
    _tell(task, number)


def up_without_a_row(task: str) -> None:
    """Ask a worker to do an app's own task that finds out for itself what is to be done."""
    _tell(task)


def _tell(task: str, *arguments: object) -> None:
    if breaker.is_open:
        return
    try:
        current_app.send_task(task, args=arguments, connection=_connection(), retry=False)
    except (OperationalError, RedisError, OSError) as error:
        breaker.trip(error)
        _hang_up()


def _connection() -> Connection:
    """Return this thread's connection, made at the first call."""
    if not hasattr(_own, "connection"):
        _own.connection = current_app.connection_for_write(
            connect_timeout=TIME_OUT,
            transport=f"{__name__}:Transport",
            transport_options={
                "socket_timeout": TIME_OUT,
                "socket_connect_timeout": TIME_OUT,
                "max_retries": 0,
            },
        )
    return _own.connection


def _hang_up() -> None:
    connection = _own.__dict__.pop("connection", None)
    if connection is not None:
        connection.collect(TIME_OUT)
