"""What is committed to, how far it is, and what its light says."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CommitmentKind(models.TextChoices):
    """With what an organisation helps."""

    FINANCE = "finance", pgettext_lazy("commitment", "Finance")
    TECHNOLOGY = "technology", pgettext_lazy("commitment", "Technology")
    CAPACITY = "capacity", pgettext_lazy("commitment", "Capacity building")
    POLICY = "policy", pgettext_lazy("commitment", "Policy")
    ACTION = "action", pgettext_lazy("commitment", "Action on the ground")


class Direction(models.TextChoices):
    """Which way the figure shall go."""

    UP = "up", _("up: the target lies above the baseline")
    DOWN = "down", _("down: the target lies below the baseline")


class CommitmentState(models.TextChoices):
    """How far a commitment is."""

    PROPOSED = "proposed", pgettext_lazy("commitment", "proposed")
    AGREED = "agreed", pgettext_lazy("commitment", "agreed")
    IN_PROGRESS = "in-progress", pgettext_lazy("commitment", "in progress")
    DELAYED = "delayed", pgettext_lazy("commitment", "delayed")
    COMPLETED = "completed", pgettext_lazy("commitment", "completed")
    DROPPED = "dropped", pgettext_lazy("commitment", "dropped")


# A completed commitment is taken up again when what showed its completion does not hold.
COMMITMENT_TRANSITIONS: Final[dict[CommitmentState, frozenset[CommitmentState]]] = {
    CommitmentState.PROPOSED: frozenset({CommitmentState.AGREED, CommitmentState.DROPPED}),
    CommitmentState.AGREED: frozenset(
        {
            CommitmentState.IN_PROGRESS,
            CommitmentState.DELAYED,
            CommitmentState.COMPLETED,
            CommitmentState.DROPPED,
        }
    ),
    CommitmentState.IN_PROGRESS: frozenset(
        {CommitmentState.DELAYED, CommitmentState.COMPLETED, CommitmentState.DROPPED}
    ),
    CommitmentState.DELAYED: frozenset(
        {CommitmentState.IN_PROGRESS, CommitmentState.COMPLETED, CommitmentState.DROPPED}
    ),
    CommitmentState.COMPLETED: frozenset({CommitmentState.IN_PROGRESS}),
    CommitmentState.DROPPED: frozenset(),
}
RUNNING: Final = frozenset(
    {CommitmentState.AGREED, CommitmentState.IN_PROGRESS, CommitmentState.DELAYED}
)
AGREED_ONCE: Final = RUNNING | {CommitmentState.COMPLETED}
STATE_TONES: Final[dict[str, str]] = {
    CommitmentState.AGREED: "sea",
    CommitmentState.IN_PROGRESS: "sea",
    CommitmentState.DELAYED: "warn",
    CommitmentState.COMPLETED: "ok",
}


class ReportState(models.TextChoices):
    """How far the secretariat is with a progress report."""

    GIVEN = "given", pgettext_lazy("report", "with the secretariat")
    RETURNED = "returned", pgettext_lazy("report", "returned for changes")
    ACCEPTED = "accepted", pgettext_lazy("report", "accepted")


class Light(models.TextChoices):
    """What can be seen of a commitment at a glance."""

    GREEN = "green", _("green light")
    YELLOW = "yellow", _("yellow light")
    RED = "red", _("red light")
    GREY = "grey", _("grey light")


class Finding(models.TextChoices):
    """Why the light is what it is; `CommitmentQuerySet.with_light` finds it."""

    PROPOSED = "proposed", _("Not agreed yet.")
    DROPPED = "dropped", _("Dropped: no report is expected any more.")
    EVIDENCE_GONE = "evidence-gone", _("Completed, but the evidence for it was withdrawn.")
    COMPLETED = "completed", _("Completed.")
    NEVER = "never", _("Inactive: no report within two years of the agreement.")
    SILENT = "silent", _("No report for two years.")
    WAITING = "waiting", _("A report is with the secretariat; the light follows its review.")
    OVERDUE = "overdue", _("The due date has passed and the target is not reached.")
    DUE = "due", _("No report for a year: one is due.")
    WORSE = "worse", _("The figure last reported is worse than the baseline.")
    DELAYED = "delayed", _("The owner expects to be late.")
    REPORTED = "reported", _("Reported within the last year.")
    FRESH = "fresh", _("Agreed within the last year; the first report is not due yet.")


LIGHTS: Final[dict[Finding, Light]] = {
    Finding.PROPOSED: Light.GREY,
    Finding.DROPPED: Light.GREY,
    Finding.EVIDENCE_GONE: Light.YELLOW,
    Finding.COMPLETED: Light.GREEN,
    Finding.NEVER: Light.GREY,
    Finding.SILENT: Light.RED,
    Finding.WAITING: Light.YELLOW,
    Finding.OVERDUE: Light.RED,
    Finding.DUE: Light.YELLOW,
    Finding.WORSE: Light.YELLOW,
    Finding.DELAYED: Light.YELLOW,
    Finding.REPORTED: Light.GREEN,
    Finding.FRESH: Light.GREEN,
}
LIGHT_TONES: Final[dict[Light, str]] = {
    Light.GREEN: "ok",
    Light.YELLOW: "warn",
    Light.RED: "bad",
    Light.GREY: "",
}
REPORT_DUE_AFTER: Final = 365  # days since the last report, or since the agreement
SILENT_AFTER: Final = 730


class Rhythm(models.IntegerChoices):
    """Every how many months the owner is asked for a report. The light counts by the year."""

    QUARTER = 3, pgettext_lazy("rhythm", "every three months")
    HALF_YEAR = 6, pgettext_lazy("rhythm", "every six months")
    YEAR = 12, pgettext_lazy("rhythm", "every year")


DAYS_OF: Final = {Rhythm.QUARTER: 91, Rhythm.HALF_YEAR: 182, Rhythm.YEAR: REPORT_DUE_AFTER}


class Pace(models.TextChoices):
    """Whether a commitment keeps its due date; a dropped one has no pace."""

    ON_TIME = "on-time", pgettext_lazy("commitment", "on time")
    LATE = "late", pgettext_lazy("commitment", "late")
    UNDECIDED = "under-review", pgettext_lazy("commitment", "report under review")


class Data(models.TextChoices):
    """What a commitment is made of; a figure never adds the two up."""

    FACTS = "facts", pgettext_lazy("commitment", "without demo data")
    DEMO = "demo", pgettext_lazy("commitment", "demo data only")


def light_of(finding: str) -> Light:
    return LIGHTS[Finding(finding)]
