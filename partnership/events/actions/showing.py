"""Who may read that somebody takes part: theirs to say, and to say otherwise, as long as it is kept."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.events.actions import seats
from partnership.events.choices import ENDED, PublishConsent
from partnership.events.errors import StepRefused
from partnership.events.models import Registration


@transaction.atomic
def choose_readers(
    registration: Registration, readers: PublishConsent, *, person: User | None = None
) -> None:
    """Let nobody, the other participants or everyone read it. The door has asked who it is, by the
    account or by a link."""
    row, _now = seats.begin_with(registration)
    if row.status in ENDED or row.anonymised_at:
        raise StepRefused(status=row.get_status_display())
    if row.publish_consent == readers:
        return
    changes = {"publish_consent": [row.publish_consent, str(readers)]}
    row.publish_consent = readers
    seats.note_change(row, changes, by=person)
