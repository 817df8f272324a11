"""Mails as files, the newest ones."""

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEPT: Final = 200
SUFFIX: Final = ".eml"


@dataclass(frozen=True)
class StoredMail:
    """A mail that arrived. `key` is its file's name."""

    key: str
    mail: EmailMessage

    @property
    def subject(self) -> str:
        return str(self.mail["Subject"] or "")

    @property
    def to(self) -> str:
        return str(self.mail["To"] or "")

    @property
    def language(self) -> str:
        return str(self.mail["Content-Language"] or "")

    @property
    def moment(self) -> datetime:
        """When it was written; a mail without a zone counts in UTC (RFC 5322)."""
        written = parsedate_to_datetime(str(self.mail["Date"]))
        return written if written.tzinfo else written.replace(tzinfo=UTC)

    @property
    def text(self) -> str:
        return self._part("plain")

    @property
    def html(self) -> str:
        return self._part("html")

    def _part(self, kind: str) -> str:
        part = self.mail.get_body([kind])
        return str(part.get_content()) if part is not None else ""


def folder() -> Path:
    """Return where mails lie. Raises ImproperlyConfigured where there is no mailbox."""
    if settings.MAILBOX_DIR is None:
        raise ImproperlyConfigured("There is no local mailbox here: MAILBOX_DIR is not set.")
    return Path(settings.MAILBOX_DIR)


def keep(content: bytes) -> str:
    """Store a mail, drop the oldest ones, and return its key."""
    place = folder()
    place.mkdir(parents=True, exist_ok=True)
    key = f"{time.time_ns()}-{uuid.uuid4().hex[:8]}"
    (place / f"{key}{SUFFIX}").write_bytes(content)
    for old in _files()[KEPT:]:
        old.unlink(missing_ok=True)
    return key


def mails() -> Iterator[StoredMail]:
    """Yield them, newest first."""
    for file in _files():
        yield _read(file)


def find(key: str) -> StoredMail | None:
    """Return one mail; None when it is not there."""
    return next((_read(file) for file in _files() if file.stem == key), None)


def _files() -> list[Path]:
    return sorted(folder().glob(f"*{SUFFIX}"), reverse=True)


def _read(file: Path) -> StoredMail:
    return StoredMail(file.stem, message_from_bytes(file.read_bytes(), policy=policy.default))
