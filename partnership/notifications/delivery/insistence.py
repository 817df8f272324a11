"""Writing a result down although the database has just restarted.

What was sent and is not written down would be sent again, so this comes before anything else.
"""

import logging
import time
from collections.abc import Callable
from typing import Final, TypeVar

from django.db import InterfaceError, OperationalError, connection

logger = logging.getLogger(__name__)

Found = TypeVar("Found")

INSISTS_FOR: Final = 20.0  # seconds; a lease is longer
PAUSE: Final = 0.2  # seconds


def insist(write: Callable[[], Found]) -> Found:
    """Call `write` until the database has taken it, and return what it returns. Raises its error
    after 20 seconds."""
    end = time.monotonic() + INSISTS_FOR
    while True:
        try:
            return write()
        except (OperationalError, InterfaceError):
            if connection.in_atomic_block or time.monotonic() > end:
                raise
            logger.warning("The database does not take the result of a message; trying again.")
            connection.close()
            time.sleep(PAUSE)
