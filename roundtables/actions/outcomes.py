"""Editing an outcome document and making it public."""

from typing import Final

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.deeds import Deeds
from partnership.translations import actions as translations
from roundtables import policies, readiness
from roundtables.errors import NotOverYet, NotReady
from roundtables.messages import tell_of_outcome
from roundtables.models import Outcome


def _require_ready(outcome: Outcome, language: str) -> None:
    event = outcome.event
    if event.ends_at > timezone.now() or event.was_called_off:
        raise NotOverYet
    missing = readiness.missing_in_outcome(outcome, language)
    if missing:
        raise NotReady(missing)


OUTCOMES: Final = Deeds[Outcome](
    may_edit=policies.may_edit, may_publish=policies.may_publish, require_ready=_require_ready
)


@transaction.atomic
def publish_outcome(outcome: Outcome, language: str, *, by: User) -> Outcome:
    """Make the document public in `language` and tell those who had seats; whoever publishes a
    translation answers for it."""
    translations.require_approved("outcome", outcome.pk, language)
    published = OUTCOMES.publish(outcome, language, by=by)
    if language != published.source_language:
        translations.sign_published("outcome", outcome.pk)
    tell_of_outcome(published, language)
    return published
