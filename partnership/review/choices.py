"""The states of a submission, the steps between them, and how long each may take."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.choices import Role
from partnership.documents.checks.kinds import PICTURES, Kind

DESK: Final = frozenset({Role.SECRETARIAT})
PUBLISHERS: Final = frozenset({Role.PUBLISHER})
READERS: Final = DESK | PUBLISHERS | {Role.AUDIT_ADMINISTRATOR}


class State(models.TextChoices):
    """Where a submission stands; whose turn it is follows from it."""

    DRAFT = "draft", pgettext_lazy("submission", "Draft")
    FOR_ENDORSEMENT = "for-endorsement", _("Waiting for endorsement")
    SUBMITTED = "submitted", _("Submitted")
    IN_REVIEW = "in-review", _("In review")
    RETURNED = "returned", _("Returned for changes")
    ACCEPTED = "accepted", pgettext_lazy("submission", "Accepted")
    ON_NOTICE = "on-notice", _("Public notice")
    PUBLISHED = "published", pgettext_lazy("submission", "Published")
    DECLINED = "declined", pgettext_lazy("submission", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("submission", "Withdrawn")


# From each state, the states a step may lead to.
TRANSITIONS: Final[dict[State, frozenset[State]]] = {
    State.DRAFT: frozenset({State.FOR_ENDORSEMENT, State.SUBMITTED, State.WITHDRAWN}),
    State.FOR_ENDORSEMENT: frozenset({State.SUBMITTED, State.RETURNED, State.WITHDRAWN}),
    State.SUBMITTED: frozenset({State.IN_REVIEW, State.WITHDRAWN}),
    State.IN_REVIEW: frozenset({State.RETURNED, State.ACCEPTED, State.DECLINED, State.WITHDRAWN}),
    State.RETURNED: frozenset({State.FOR_ENDORSEMENT, State.SUBMITTED, State.WITHDRAWN}),
    State.ACCEPTED: frozenset({State.ON_NOTICE, State.PUBLISHED, State.WITHDRAWN}),
    State.ON_NOTICE: frozenset({State.PUBLISHED, State.RETURNED, State.WITHDRAWN}),
    State.PUBLISHED: frozenset({State.WITHDRAWN}),
    State.DECLINED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
WITH_AUTHOR: Final = frozenset({State.DRAFT, State.RETURNED})
WITH_DESK: Final = frozenset({State.SUBMITTED, State.IN_REVIEW, State.ACCEPTED, State.ON_NOTICE})
CLOSED: Final = frozenset({State.PUBLISHED, State.DECLINED, State.WITHDRAWN})
NEVER_SUBMITTED: Final = frozenset({State.DRAFT})

# How many days whoever has the turn is given.
DAYS: Final[dict[State, int]] = {
    State.FOR_ENDORSEMENT: 10,
    State.SUBMITTED: 5,
    State.IN_REVIEW: 20,
    State.RETURNED: 14,
    State.ACCEPTED: 20,
}
DAYS_FOR_EXPERTS: Final = 10
SHORTEST_NOTICE_DAYS: Final = 5

TONES: Final[dict[State, str]] = {
    State.RETURNED: "warn",
    State.ACCEPTED: "ok",
    State.ON_NOTICE: "sea",
    State.PUBLISHED: "ok",
    State.DECLINED: "bad",
    State.WITHDRAWN: "bad",
    State.SUBMITTED: "sea",
    State.IN_REVIEW: "sea",
    State.FOR_ENDORSEMENT: "sea",
}


class Step(models.TextChoices):
    """What is done with a submission in review."""

    DESK_CHECK = "desk-check", _("Desk check")
    EXPERT_REVIEW = "expert-review", _("Expert review")


class Recommendation(models.TextChoices):
    """What a reviewer advises; the secretariat decides."""

    ACCEPT = "accept", _("Accept as it is")
    ACCEPT_AFTER_CHANGES = "accept-after-changes", _("Accept after changes")
    DECLINE = "decline", pgettext_lazy("recommendation", "Decline")


class EnclosureRole(models.TextChoices):
    """What a file that belongs to a submission is for."""

    PICTURE = "picture", pgettext_lazy("enclosure", "Picture")
    PERMISSION = "permission", _("Permission letter (scan)")
    SIGNED = "signed", _("Signed and sealed print (scan)")


SCANS: Final = PICTURES | {Kind.PDF}
KINDS_OF_FILE: Final[dict[EnclosureRole, frozenset[Kind]]] = {
    EnclosureRole.PICTURE: PICTURES,
    EnclosureRole.PERMISSION: SCANS,
    EnclosureRole.SIGNED: SCANS,
}
MOST_ENCLOSURES: Final[dict[EnclosureRole, int]] = {
    EnclosureRole.PICTURE: 6,
    EnclosureRole.PERMISSION: 3,
    EnclosureRole.SIGNED: 3,
}

FEWEST_PICTURES: Final = 2  # of a case, for the printed collection
PRINT_SIDE: Final = 1772  # pixels of the longer side: 15 cm at 300 dpi


def leads_to(state: str, target: State) -> bool:
    """Tell whether a step leads from `state` to `target`."""
    return target in TRANSITIONS[State(state)]
