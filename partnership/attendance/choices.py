"""Who looks after attendance, how presence is noted, and what counts."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.choices import Role

ARRANGERS: Final = frozenset({Role.SECRETARIAT})


class State(models.TextChoices):
    """How somebody attended one session."""

    PRESENT = "present", pgettext_lazy("attendance", "present")
    PARTIAL = "partial", pgettext_lazy("attendance", "present in part")
    ABSENT = "absent", pgettext_lazy("attendance", "absent")
    EXCUSED = "excused", pgettext_lazy("attendance", "excused")


# What of a session counts as attended, in halves: an excuse explains an absence and fills no seat.
HALVES: Final[dict[str, int]] = {State.PRESENT: 2, State.PARTIAL: 1}


class Measure(models.TextChoices):
    """What the share of attendance is counted in."""

    SESSIONS = "sessions", _("sessions, each alike")
    MINUTES = "minutes", _("minutes: long sessions count for more")


class Paper(models.TextChoices):
    """What can be made of the people of an event."""

    REGISTRATIONS = "registrations-xlsx", _("All registrations, every column (XLSX)")
    LIST_XLSX = "participants-xlsx", _("List of participants (XLSX)")
    LIST_PDF = "participants-pdf", _("List of participants (PDF)")
    SHEET_XLSX = "sheet-xlsx", _("Attendance sheet to sign (XLSX)")
    SHEET_PDF = "sheet-pdf", _("Attendance sheet to sign (PDF)")
    BADGES = "badges-pdf", _("Badges (PDF)")
    BADGES_XLSX = "badges-xlsx", _("Badges (XLSX)")

    @property
    def ending(self) -> str:
        return self.value.rpartition("-")[2]


# Stewards get what they need at the door: names and organisations. A city's people get the list of
# those it has seats for. The table of all registrations, with addresses, is the secretariat's.
FOR_STEWARDS: Final = frozenset(Paper) - {Paper.REGISTRATIONS}
FOR_ORGANISATIONS: Final = frozenset({Paper.LIST_XLSX, Paper.LIST_PDF})


class QuestionKind(models.TextChoices):
    RATING = "rating", pgettext_lazy("question", "rating from 1 to 5")
    TEXT = "text", pgettext_lazy("question", "words")
