"""Whether what the portal needs is there: database, tables, cache, disk, and whether mail leaves.

Without the cache the portal works, only slower: that is degraded, not failed. So is mail that waits.
"""

import shutil
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cache as remembered
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from partnership.notifications.models import OutgoingMessage

LATEST_MAIL: Final = timedelta(minutes=5)
LEAST_SPACE: Final = 128 * 1024**2  # bytes


class State(StrEnum):
    OK = "ok"
    DEGRADED = "degraded"
    FAILED = "failed"


@dataclass(frozen=True)
class Report:
    """The state of each thing."""

    states: dict[str, State]

    @property
    def is_able(self) -> bool:
        return State.FAILED not in self.states.values()

    def as_json(self) -> dict[str, object]:
        worst = next(s for s in reversed(State) if s == State.OK or s in self.states.values())
        return {"status": worst, "checks": self.states}


def report() -> Report:
    """Look at everything now."""
    return Report({name: check() for name, check in CHECKS.items()})


def database() -> State:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return State.FAILED
    return State.OK


def migrations() -> State:
    """The tables are those this code expects; once they are, they stay so for this process."""
    try:
        _require_migrated()
    except (DatabaseError, NotMigrated):
        return State.FAILED
    return State.OK


def cache_server() -> State:
    """A value comes back. An error of the cache is a miss, so it shows here only."""
    key, value = "readiness", uuid.uuid4().hex
    cache.set(key, value, timeout=10)
    return State.OK if cache.get(key) == value else State.DEGRADED


def disk() -> State:
    """There is room where the portal keeps its data."""
    folder = Path(settings.DATA_DIR)
    while not folder.exists():
        folder = folder.parent
    return State.OK if shutil.disk_usage(folder).free >= LEAST_SPACE else State.FAILED


def messages() -> State:
    """What was due five minutes ago has left, or failed and is known to the secretariat."""
    since = timezone.now() - LATEST_MAIL
    try:
        is_late = OutgoingMessage.objects.overdue(since).exists()
    except DatabaseError:
        return State.FAILED
    return State.DEGRADED if is_late else State.OK


class NotMigrated(Exception):
    """Migrations wait to be applied."""


@remembered
def _require_migrated() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotMigrated


CHECKS: Final[dict[str, Callable[[], State]]] = {
    "database": database,
    "migrations": migrations,
    "cache": cache_server,
    "disk": disk,
    "messages": messages,
}
