"""Saying how far a file is, which is also the sign that its worker lives."""

import time
from typing import Any, Final

from django.core.cache import cache
from django.utils import timezone

from monitoring.choices import UploadState, UploadStep
from monitoring.models import Upload

EVERY: Final = 0.5  # seconds between two notes
REMEMBERED: Final = 600  # seconds; longer than storing takes


class Overtaken(Exception):
    """The file was cancelled, or given to another worker: what was done is not stored."""


class Progress:
    """Notes for one attempt at one file."""

    def __init__(self, upload: Upload) -> None:
        self._row = Upload.objects.filter(
            pk=upload.pk, state=UploadState.RUNNING, attempts=upload.attempts
        )
        self._noted_at = time.monotonic()
        self._key, self._drafts = _key(upload), 0

    def note(self, **values: Any) -> None:
        """Write `values` down now; a worker that no longer holds the file is stopped."""
        self._noted_at = time.monotonic()
        if not self._row.update(beat_at=timezone.now(), **values):
            raise Overtaken

    def rows_checked(self, count: int) -> None:
        """Note how many rows are checked, not more than twice a second."""
        if time.monotonic() - self._noted_at >= EVERY:
            self.note(rows_checked=count)

    def begins_to_store(self, drafts: int) -> None:
        """Note how many drafts there will be."""
        self._drafts = drafts
        cache.set(self._key, (0, drafts), REMEMBERED)

    def stored(self, count: int) -> None:
        """Note how many drafts are stored, not more than twice a second.

        They are one transaction, within which a note in the row would be seen by nobody and keep everybody
        from cancelling: it is remembered beside the database, and the row is only looked at.
        """
        if time.monotonic() - self._noted_at < EVERY:
            return
        self._noted_at = time.monotonic()
        cache.set(self._key, (count, self._drafts), REMEMBERED)
        if not self._row.exists():
            raise Overtaken


def stored_of(upload: Upload) -> tuple[int, int] | None:
    """Return how many drafts of a file are stored, and of how many; None where that is not known."""
    if upload.step != UploadStep.STORING:
        return None
    found: tuple[int, int] | None = cache.get(_key(upload))
    return found


def _key(upload: Upload) -> str:
    return f"drafts-stored:{upload.pk}:{upload.attempts}"
