"""Two layers before the work: the process's own memory, then the cache server.

Keys name the version of what they hold, so an entry never becomes wrong, only unused; the limits
here are about room, not about truth.
"""

import time
from collections import OrderedDict
from threading import Lock
from typing import Any, Final

from django.core.cache import cache

MOST_ENTRIES: Final = 300  # about 10 MB of pages
KEPT_FOR: Final = 300  # seconds


class Memory:
    """The entries used last, shared by the threads of one process."""

    def __init__(self, most: int = MOST_ENTRIES, kept_for: float = KEPT_FOR) -> None:
        self.most = most
        self.kept_for = kept_for
        self.entries: OrderedDict[str, tuple[float, Any]] = OrderedDict()
        self.lock = Lock()

    def get(self, key: str) -> Any:
        with self.lock:
            expires, value = self.entries.get(key, (0.0, None))
            if expires < time.monotonic():
                self.entries.pop(key, None)
                return None
            self.entries.move_to_end(key)
            return value

    def set(self, key: str, value: Any) -> None:
        with self.lock:
            self.entries[key] = (time.monotonic() + self.kept_for, value)
            self.entries.move_to_end(key)
            while len(self.entries) > self.most:
                self.entries.popitem(last=False)

    def clear(self) -> None:
        with self.lock:
            self.entries.clear()


memory = Memory()


def get(key: str) -> Any:
    """Return what is kept under `key`, None when there is nothing."""
    value = memory.get(key)
    if value is None:
        value = cache.get(key)
        if value is not None:
            memory.set(key, value)
    return value


def set(key: str, value: Any) -> None:  # noqa: A001 (named as in every cache)
    memory.set(key, value)
    cache.set(key, value, KEPT_FOR)
