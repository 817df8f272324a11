"""Saying how far a file is, which is also the sign that its worker lives."""

import time
from typing import Any, Final

from django.utils import timezone

from monitoring.choices import UploadState
from monitoring.models import Upload

EVERY: Final = 0.5  # seconds between two notes


class Overtaken(Exception):
    """The file was cancelled, or given to another worker: what was done is not stored."""


class Progress:
    """Notes for one attempt at one file."""

    def __init__(self, upload: Upload) -> None:
        self._row = Upload.objects.filter(
            pk=upload.pk, state=UploadState.RUNNING, attempts=upload.attempts
        )
        self._noted_at = time.monotonic()

    def note(self, **values: Any) -> None:
        """Write `values` down now; a worker that no longer holds the file is stopped."""
        self._noted_at = time.monotonic()
        if not self._row.update(beat_at=timezone.now(), **values):
            raise Overtaken

    def rows_checked(self, count: int) -> None:
        """Note how many rows are checked, not more than twice a second."""
        if time.monotonic() - self._noted_at >= EVERY:
            self.note(rows_checked=count)
