"""What an event can be, how far it is, and how far somebody's registration is."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.choices import Role

EDITORS: Final = frozenset({Role.SECRETARIAT})
PUBLISHERS: Final = frozenset({Role.PUBLISHER})
READERS: Final = EDITORS | PUBLISHERS | {Role.AUDIT_ADMINISTRATOR}


class Kind(models.TextChoices):
    """What people come together for; each kind has details of its own in a programme's app."""

    DIALOGUE = "dialogue", _("Roundtable dialogue")
    TRAINING = "training", _("Training")
    CLEANUP = "cleanup", _("Beach clean-up")


class Format(models.TextChoices):
    ONSITE = "onsite", pgettext_lazy("event", "On site")
    ONLINE = "online", pgettext_lazy("event", "Online")
    HYBRID = "hybrid", pgettext_lazy("event", "On site and online")


class Mode(models.TextChoices):
    """Who may register, and whether somebody has to agree."""

    OPEN = "open", _("Open to everyone, first come, first served")
    APPROVAL = "approval", _("Open to everyone, the secretariat decides")
    NOMINATION_ONLY = "nomination-only", _("Only people nominated by an organisation")
    INVITATION_ONLY = "invitation-only", _("Only people the secretariat invites")


SELF_REGISTRATION: Final = frozenset({Mode.OPEN, Mode.APPROVAL})


class Status(models.TextChoices):
    """How far an event is."""

    DRAFT = "draft", pgettext_lazy("event", "draft")
    PUBLISHED = "published", pgettext_lazy("event", "announced")
    POSTPONED = "postponed", pgettext_lazy("event", "postponed")
    CANCELLED = "cancelled", pgettext_lazy("event", "cancelled")
    HELD = "held", pgettext_lazy("event", "held")
    CLOSED = "closed", pgettext_lazy("event", "closed: results are in")
    ARCHIVED = "archived", pgettext_lazy("event", "archived")


STATUS_CHANGES: Final[dict[Status, frozenset[Status]]] = {
    Status.DRAFT: frozenset({Status.PUBLISHED}),
    Status.PUBLISHED: frozenset({Status.DRAFT, Status.POSTPONED, Status.CANCELLED, Status.HELD}),
    Status.POSTPONED: frozenset({Status.PUBLISHED, Status.CANCELLED}),
    Status.CANCELLED: frozenset({Status.ARCHIVED}),
    Status.HELD: frozenset({Status.CLOSED}),
    Status.CLOSED: frozenset({Status.ARCHIVED}),
    Status.ARCHIVED: frozenset(),
}


def as_shown(status: str, reason: str) -> Status:
    """An event that was cancelled stays so for its readers, also in the archive: its reason is kept
    there, and an event that took place has none."""
    return Status.CANCELLED if status == Status.ARCHIVED and reason else Status(status)


TO_COME: Final = frozenset({Status.PUBLISHED, Status.POSTPONED})  # people may hold seats
CALLED_OFF: Final = frozenset({Status.POSTPONED, Status.CANCELLED})  # everyone is told why
TOOK_PLACE: Final = frozenset({Status.HELD, Status.CLOSED, Status.ARCHIVED})


class MaterialKind(models.TextChoices):
    """What a paper or recording of an event is."""

    DOCUMENT = "document", pgettext_lazy("material", "document")
    SLIDES = "slides", pgettext_lazy("material", "slides")
    RECORDING = "recording", pgettext_lazy("material", "recording")
    MINUTES = "minutes", pgettext_lazy("material", "minutes")


class Phase(models.TextChoices):
    """What registration is like at a moment; worked out, never stored."""

    NOT_OPEN = "not-open", _("Registration has not opened yet")
    OPEN = "open", _("Registration is open")
    WAITLIST_ONLY = "waitlist-only", _("Waiting list only")
    FULL = "full", pgettext_lazy("registration", "Full")
    CLOSED = "closed", _("Registration is closed")


class RegistrationStatus(models.TextChoices):
    """How far a registration is. A seat is taken by those in SEATED, and by nobody else."""

    UNVERIFIED = "unverified", pgettext_lazy("registration", "address not confirmed yet")
    PENDING = "pending", pgettext_lazy("registration", "waits for a decision")
    CONFIRMED = "confirmed", pgettext_lazy("registration", "confirmed")
    WAITLISTED = "waitlisted", pgettext_lazy("registration", "on the waiting list")
    OFFERED = "offered", pgettext_lazy("registration", "a seat is offered")
    REJECTED = "rejected", pgettext_lazy("registration", "declined")
    CANCELLED = "cancelled", pgettext_lazy("registration", "cancelled")
    EXPIRED = "expired", pgettext_lazy("registration", "expired")


_S = RegistrationStatus
REGISTRATION_CHANGES: Final[dict[RegistrationStatus, frozenset[RegistrationStatus]]] = {
    _S.UNVERIFIED: frozenset(
        {_S.PENDING, _S.CONFIRMED, _S.WAITLISTED, _S.OFFERED, _S.CANCELLED, _S.EXPIRED}
    ),
    _S.PENDING: frozenset({_S.CONFIRMED, _S.WAITLISTED, _S.REJECTED, _S.CANCELLED, _S.EXPIRED}),
    _S.WAITLISTED: frozenset({_S.OFFERED, _S.CONFIRMED, _S.REJECTED, _S.CANCELLED, _S.EXPIRED}),
    _S.OFFERED: frozenset({_S.CONFIRMED, _S.CANCELLED, _S.EXPIRED}),
    _S.CONFIRMED: frozenset({_S.CANCELLED}),
    _S.REJECTED: frozenset(),
    _S.CANCELLED: frozenset(),
    _S.EXPIRED: frozenset(),
}
SEATED: Final = frozenset({_S.CONFIRMED, _S.OFFERED})
ENDED: Final = frozenset({_S.REJECTED, _S.CANCELLED, _S.EXPIRED})
ACTIVE: Final = frozenset(RegistrationStatus) - ENDED
DECIDABLE: Final = frozenset({_S.PENDING, _S.WAITLISTED})


class Source(models.TextChoices):
    """How somebody came onto the list."""

    SELF = "self", pgettext_lazy("registration", "registered themselves")
    NOMINATED = "nominated", pgettext_lazy("registration", "nominated by an organisation")
    INVITED = "invited", pgettext_lazy("registration", "invited")
    STAFF = "staff", pgettext_lazy("registration", "entered by the secretariat")
    IMPORT = "import", pgettext_lazy("registration", "from a file")
    DOOR = "door", pgettext_lazy("registration", "came without a registration")


class CancelledBy(models.TextChoices):
    PARTICIPANT = "participant", pgettext_lazy("cancelled by", "the person")
    ORGANISER = "organiser", pgettext_lazy("cancelled by", "the secretariat")
    SYSTEM = "system", pgettext_lazy("cancelled by", "the portal, in time")


class NoticeKind(models.TextChoices):
    """What all people of an event are told; the values name the kinds of message."""

    RESCHEDULED = "rescheduled", pgettext_lazy("notice", "new time or place")
    POSTPONED = "postponed", pgettext_lazy("notice", "postponed")
    CALLED_OFF = "called_off", pgettext_lazy("notice", "cancelled")
    REMINDER = "reminder", pgettext_lazy("notice", "reminder")
    MESSAGE = "message", pgettext_lazy("notice", "message of the secretariat")


class Audience(models.TextChoices):
    """To which people of an event something is written."""

    CONFIRMED = "confirmed", pgettext_lazy("audience", "with a seat")
    WAITING = "waiting", pgettext_lazy("audience", "on the waiting list")
    UNDECIDED = "undecided", pgettext_lazy("audience", "waiting for a decision")
    OFFERED = "offered", pgettext_lazy("audience", "offered a seat")
    EVERYONE = "everyone", pgettext_lazy("audience", "everyone registered")


AUDIENCE_STATES: Final[dict[Audience, frozenset[RegistrationStatus]]] = {
    Audience.CONFIRMED: frozenset({_S.CONFIRMED}),
    Audience.WAITING: frozenset({_S.WAITLISTED}),
    Audience.UNDECIDED: frozenset({_S.PENDING}),
    Audience.OFFERED: frozenset({_S.OFFERED}),
    Audience.EVERYONE: ACTIVE - {_S.UNVERIFIED},
}


class ReminderRule(models.TextChoices):
    """What a reminder counts its hours from."""

    BEFORE_START = "before-start", _("before the beginning")
    BEFORE_DEADLINE = "before-deadline", _("before registration closes")
    AFTER_END = "after-end", _("after the end")


class ReminderState(models.TextChoices):
    """What has become of a reminder."""

    SCHEDULED = "scheduled", pgettext_lazy("reminder", "scheduled")
    SENT = "sent", pgettext_lazy("reminder", "sent")
    MISSED = "missed", pgettext_lazy("reminder", "missed: it was too late")
    DROPPED = "dropped", pgettext_lazy("reminder", "dropped: the event does not take place")


class MessageState(models.TextChoices):
    """Where a message of the secretariat stands."""

    DRAFT = "draft", pgettext_lazy("event message", "draft")
    SENDING = "sending", pgettext_lazy("event message", "being written to its readers")
    DONE = "done", pgettext_lazy("event message", "written to all")
    STOPPED = "stopped", pgettext_lazy("event message", "stopped")


class Attendance(models.TextChoices):
    UNKNOWN = "unknown", pgettext_lazy("attendance", "not noted")
    ATTENDED = "attended", pgettext_lazy("attendance", "attended")
    PARTIAL = "partial", pgettext_lazy("attendance", "attended in part")
    ABSENT = "absent", pgettext_lazy("attendance", "absent")
    EXCUSED = "excused", pgettext_lazy("attendance", "excused")


# Who took part: was there, at least for a part, and somebody noted it.
CAME: Final = frozenset({Attendance.ATTENDED, Attendance.PARTIAL})
# Who had a seat and did not use it.
STAYED_AWAY: Final = frozenset({Attendance.ABSENT, Attendance.EXCUSED})


class PublishConsent(models.TextChoices):
    """Who may read that somebody takes part."""

    NOBODY = "nobody", _("Nobody")
    PARTICIPANTS = "participants", _("Other participants")
    PUBLIC = "public", _("Everyone")


READ_BY_PARTICIPANTS: Final = frozenset({PublishConsent.PARTICIPANTS, PublishConsent.PUBLIC})
