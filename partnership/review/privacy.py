"""What submissions keep of people."""

from datetime import datetime, timedelta
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy, retention
from partnership.core.choices import DataClass
from partnership.review import actions
from partnership.review.models import Submission

ABANDONED: Final = "abandoned-drafts"
DRAFTS_REST_DAYS: Final = 365

privacy.register(
    *(
        privacy.PersonalField(
            model,
            "answers",
            purpose=_("To judge what was submitted; may name a contact person."),
            retention=_("As long as the submission; drafts a year after the last change."),
            rule=ABANDONED,
            category=DataClass.CONTACT,
            seen_by=(privacy.ONESELF, Role.SECRETARIAT.value, Role.REVIEWER.value),
        )
        for model in ("review.submission", "review.submissionversion")
    ),
    privacy.PersonalField(
        "review.enclosure",
        "photographer",
        purpose=_("To name who made a picture, as the right to show it demands."),
        retention=_("As long as the submission; drafts a year after the last change."),
        rule=ABANDONED,
        category=DataClass.CONTACT,
        seen_by=(privacy.ONESELF, Role.SECRETARIAT.value, Role.REVIEWER.value),
    ),
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
