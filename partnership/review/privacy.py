"""What submissions keep of people."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy, retention
from partnership.core.choices import DataClass
from partnership.review import actions
from partnership.review.choices import READERS
from partnership.review.models import Submission

ABANDONED: Final = "abandoned-drafts"
DRAFTS_REST_DAYS: Final = 365

STAFF: Final = tuple(sorted(READERS))
# Its own side and the body above; whoever was asked to judge it; staff.
CONCERNED: Final = (privacy.ONESELF, *STAFF, Role.REVIEWER.value, Role.MEMBER.value)
# What the author's side never reads: who judges, and what they say to the secretariat alone.
CONFIDENTIAL: Final = (privacy.ONESELF, *STAFF)
TEXT: Final[dict[str, Any]] = {
    "retention": _("As long as the submission; drafts a year after the last change."),
    "rule": ABANDONED,
}
SAID: Final = _("To settle what has to be changed and why it is decided so; may name people.")
SHOWN: Final = _(
    "To show and prove what was done; scans bear names and signatures, pictures may show people."
)


def _who(model: str, field: str, seen_by: tuple[str, ...]) -> privacy.PersonalField:
    return privacy.PersonalField(
        f"review.{model}",
        field,
        purpose=_("To know who wrote, judged and decided on what was submitted."),
        retention=_("As long as the submission; the name goes with the account."),
        seen_by=seen_by,
        masked=False,
    )


privacy.register(
    *(
        privacy.PersonalField(
            model,
            "answers",
            **TEXT,
            purpose=_("To judge what was submitted; may name a contact person."),
            category=DataClass.CONTACT,
            seen_by=CONCERNED,
        )
        for model in ("review.submission", "review.submissionversion")
    ),
    *(
        privacy.PersonalField(f"review.{model}", field, **TEXT, purpose=SAID, seen_by=seen_by)
        for model, field, seen_by in (
            ("submission", "message", CONCERNED),
            ("submission", "reason", CONCERNED),
            ("submissionversion", "note", CONCERNED),
            ("fieldcomment", "text", CONCERNED),
            ("fieldcomment", "answer", CONCERNED),
            ("reviewassignment", "remark", CONFIDENTIAL),
            ("reviewassignment", "released_because", CONFIDENTIAL),
        )
    ),
    privacy.PersonalField(
        "review.enclosure",
        "photographer",
        **TEXT,
        purpose=_("To name who made a picture, as the right to show it demands."),
        category=DataClass.CONTACT,
        seen_by=CONCERNED,
    ),
    *(
        privacy.PersonalField(
            "review.enclosure",
            field,
            **TEXT,
            purpose=SHOWN,
            category=DataClass.CONTACT,
            seen_by=CONCERNED,
        )
        for field in ("file", "turned", "caption", "alt_text")
    ),
    _who("submission", "author", CONCERNED),
    _who("submission", "saved_by", CONCERNED),
    _who("submission", "handler", CONFIDENTIAL),
    _who("submission", "accepted_by", CONFIDENTIAL),
    _who("submissionversion", "submitted_by", CONCERNED),
    _who("enclosure", "added_by", CONCERNED),
    _who("fieldcomment", "written_by", CONFIDENTIAL),
    _who("fieldcomment", "answered_by", CONFIDENTIAL),
    _who("reviewassignment", "reviewer", CONFIDENTIAL),
    _who("reviewassignment", "assigned_by", CONFIDENTIAL),
)


def _abandoned(now: datetime) -> models.QuerySet[Submission]:
    return Submission.objects.abandoned_before(now - timedelta(days=DRAFTS_REST_DAYS))


retention.register(
    retention.Rule(
        ABANDONED,
        _("Drafts nobody has touched for a year go, if they were never submitted."),
        _abandoned,
        actions.discard_abandoned,
    )
)
