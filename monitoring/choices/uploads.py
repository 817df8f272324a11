"""Workbooks of surveys: which there are, what becomes of a file, what leads from state to state."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.choices.sea import SeaMethod


class WorkbookKind(models.TextChoices):
    """Which surveys a file holds; the values are the names of the empty workbooks. Methods at sea ask
    for different things, so that each has a workbook of its own."""

    BEACH = "beach-survey", _("beach litter")
    VISUAL = SeaMethod.VISUAL.value, SeaMethod.VISUAL.label
    TRAWL = SeaMethod.TRAWL.value, SeaMethod.TRAWL.label
    SEABED = SeaMethod.SEABED.value, SeaMethod.SEABED.label


class UploadState(models.TextChoices):
    """What becomes of a file with surveys."""

    WAITING = "waiting", pgettext_lazy("upload", "waits")
    RUNNING = "running", pgettext_lazy("upload", "is being read")
    ASKS = "asks", pgettext_lazy("upload", "has a question")
    FAULTY = "faulty", pgettext_lazy("upload", "to correct")
    DIFFERS = "differs", pgettext_lazy("upload", "drafts differ")
    TAKEN = "taken", pgettext_lazy("upload", "taken in")
    FAILED = "failed", pgettext_lazy("upload", "not taken in")
    CANCELLED = "cancelled", pgettext_lazy("upload", "cancelled")

    @property
    def tone(self) -> str:
        """How a badge shows it."""
        return {
            "taken": "ok",
            "asks": "warn",
            "faulty": "warn",
            "differs": "warn",
            "failed": "bad",
        }.get(self.value, "")


class UploadStep(models.TextChoices):
    """What a worker does with a file."""

    READING = "reading", pgettext_lazy("upload", "The file is being read")
    CHECKING = "checking", pgettext_lazy("upload", "Its rows are being checked")
    STORING = "storing", pgettext_lazy("upload", "Its surveys are being stored")
    SUBMITTING = "submitting", pgettext_lazy("upload", "Its surveys are being submitted")


class DayOrder(models.TextChoices):
    """What stands first in days like 03/05/2026."""

    DAY_FIRST = "day", pgettext_lazy("order of a date", "the day")
    MONTH_FIRST = "month", pgettext_lazy("order of a date", "the month")
    NEITHER = "neither", pgettext_lazy("order of a date", "neither: show such days as faults")


# A worker that died leaves its file to the next one. Drafts that differ are replaced, those that were
# taken are submitted, and a file is read on, when its sender says so; submitting can be stopped.
UPLOAD_TRANSITIONS: Final[dict[UploadState, frozenset[UploadState]]] = {
    UploadState.WAITING: frozenset({UploadState.RUNNING, UploadState.CANCELLED, UploadState.TAKEN}),
    UploadState.RUNNING: frozenset(UploadState) - {UploadState.WAITING},
    UploadState.ASKS: frozenset({UploadState.WAITING, UploadState.CANCELLED}),
    UploadState.DIFFERS: frozenset({UploadState.WAITING}),
    UploadState.FAULTY: frozenset(),
    UploadState.TAKEN: frozenset({UploadState.WAITING}),
    UploadState.FAILED: frozenset(),
    UploadState.CANCELLED: frozenset(),
}
UNDER_WAY: Final = (UploadState.WAITING, UploadState.RUNNING)
