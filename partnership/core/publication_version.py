"""The version of what is public: the key under which anything made from it may be kept.

The truth is in PostgreSQL and is asked for every time, which costs one small query; so a page is
renewed everywhere with the next request after the change, and nothing has to be emptied.
"""

import time
from dataclasses import dataclass
from typing import Final

from django.db import Error, connection
from django.utils import timezone

from partnership.core import release

QUERY: Final = "SELECT mark FROM core_publicationversion ORDER BY scope"
TRUSTED_FOR: Final = 300  # seconds without an answer of the database


@dataclass
class Seen:
    """The last version this process has seen, and when (seconds of the monotonic clock)."""

    version: str | None = None
    at: float = 0.0


last = Seen()


def current() -> str | None:
    """Return the version of content, code and day, or None when nothing may be kept.

    That is the case before there is any content, and inside a transaction, which may show what is
    never committed. While the database does not answer, nothing can be published or withdrawn:
    for some minutes the last version holds, and kept pages are still shown. The day counts,
    because pages name it.
    """
    if connection.in_atomic_block:
        return None
    try:
        with connection.cursor() as cursor:
            cursor.execute(QUERY)
            marks = ":".join(str(mark) for (mark,) in cursor.fetchall())
    except Error:
        return last.version if time.monotonic() - last.at < TRUSTED_FOR else None
    today = timezone.localdate()
    last.version = f"{release.fingerprint()}:{today}:{marks}" if marks else None
    last.at = time.monotonic()
    return last.version
