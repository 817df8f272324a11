"""The version of what is public: the key under which anything made from it may be kept.

The truth is in PostgreSQL and is asked for every time, which costs one small query; so a page is
renewed everywhere with the next request after the change, and nothing has to be emptied.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from django.db import Error, connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from partnership.core import release

QUERY: Final = "SELECT scope, mark::text FROM core_publicationversion ORDER BY scope"
# The same as one value, for a question that reads it along and hands it to `learn`.
MARKS: Final = RawSQL(
    "(SELECT json_object_agg(scope, mark::text ORDER BY scope) FROM core_publicationversion)", []
)
TRUSTED_FOR: Final = 300  # seconds without an answer of the database


@dataclass(frozen=True)
class Version:
    """The mark of every app's content, by the app's label."""

    marks: dict[str, str]

    @property
    def of_pages(self) -> str:
        """Everything a page may show; the day counts, because pages name it."""
        return f"{self.of(*self.marks)}:{timezone.localdate()}"

    def of(self, *apps: str) -> str:
        """The content of some apps, and the code that shows it."""
        return ":".join([release.fingerprint(), *(self.marks.get(app, "") for app in apps)])


@dataclass
class Seen:
    """The last version this process has seen, and when (seconds of the monotonic clock)."""

    version: Version | None = None
    at: float = 0.0


last = Seen()


@dataclass
class Answer:
    """What `current` said to this page, once it was asked."""

    version: Version | None = None
    is_there: bool = False


_of_this_page: ContextVar[Answer | None] = ContextVar("publication_version", default=None)


def current() -> Version | None:
    """Return the version of what is public, or None when nothing may be kept.

    That is the case before there is any content, and inside a transaction, which may show what is
    never committed. While the database does not answer, nothing can be published or withdrawn:
    for some minutes the last version holds, and kept pages are still shown.
    """
    if connection.in_atomic_block:
        return None
    try:
        with connection.cursor() as cursor:
            cursor.execute(QUERY)
            marks = dict(cursor.fetchall())
    except Error:
        return last.version if time.monotonic() - last.at < TRUSTED_FOR else None
    last.version = Version(marks) if marks else None
    last.at = time.monotonic()
    return last.version


def for_parts() -> Version | None:
    """Return the version for parts of a page; all parts of one page have the same."""
    answer = _of_this_page.get()
    if answer is None:
        return current()
    if not answer.is_there:
        answer.version, answer.is_there = current(), True
    return answer.version


def learn(marks: dict[str, str] | None) -> None:
    """Take the version from a question of this page that has read it along (`MARKS`)."""
    answer = _of_this_page.get()
    if answer is not None and not answer.is_there and not connection.in_atomic_block:
        answer.version, answer.is_there = Version(marks) if marks else None, True


@contextmanager
def remembered(version: Version) -> Iterator[None]:
    """Let `for_parts` answer `version` while a page is made that is to be kept under it."""
    with _answering(Answer(version, is_there=True)):
        yield


@contextmanager
def asked_once() -> Iterator[None]:
    """Let all parts of a page ask the database once, when the page's own version is not known."""
    with _answering(_of_this_page.get() or Answer()):
        yield


@contextmanager
def _answering(answer: Answer) -> Iterator[None]:
    token = _of_this_page.set(answer)
    try:
        yield
    finally:
        _of_this_page.reset(token)
