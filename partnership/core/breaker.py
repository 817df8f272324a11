"""Leaves a service alone for a while after it failed: a hung server must not cost every call."""

import logging
import time
from typing import Final

logger = logging.getLogger(__name__)

LOGGED_EVERY: Final = 60.0  # seconds


class Breaker:
    """Remembers, for the whole process, until when the service called `name` is left alone.

    `open_for` is in seconds.
    """

    def __init__(self, name: str, open_for: float) -> None:
        self.name = name
        self.open_for = open_for
        self.closed_at = 0.0
        self.logged_at = -LOGGED_EVERY

    @property
    def is_open(self) -> bool:
        return time.monotonic() < self.closed_at

    def trip(self, error: Exception) -> None:
        now = time.monotonic()
        self.closed_at = now + self.open_for
        if now - self.logged_at >= LOGGED_EVERY:
            self.logged_at = now
            logger.warning("The %s does not answer (%s); going on without it.", self.name, error)
