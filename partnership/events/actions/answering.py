"""What people do about their own registration: accept an offered seat, or cancel."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.events.actions import seats
from partnership.events.choices import CancelledBy, RegistrationStatus
from partnership.events.errors import ConsentMissing, OfferOver, StepRefused, TooLateToCancel
from partnership.events.models import Registration

# The door has asked who it is: by the account (policies.may_act_for) or by a link (links).


@transaction.atomic
def accept_offer(
    registration: Registration, *, person: User | None = None, consent_version: str = ""
) -> Registration:
    """Take the seat that is offered, while its time lasts; a second time changes nothing.

    Who was entered by somebody else consents here, in person.
    """
    row, now = seats.begin_with(registration)
    if row.status == RegistrationStatus.CONFIRMED:
        return row
    if row.status == RegistrationStatus.EXPIRED:
        raise OfferOver
    if row.status != RegistrationStatus.OFFERED:
        raise StepRefused(status=row.get_status_display())
    if consent_version:
        row.consent_version, row.consented_at = consent_version, now
    if not row.consent_version:
        raise ConsentMissing
    row.verified_at = row.verified_at or now
    seats.move(row, RegistrationStatus.CONFIRMED, now=now, by=person)
    return row


@transaction.atomic
def cancel(registration: Registration, *, person: User | None = None) -> Registration:
    """Give the seat, or the place in the line, back; a second time changes nothing.

    The next in line gets it within the same transaction.
    """
    row, now = seats.begin_with(registration)
    if row.status == RegistrationStatus.CANCELLED:
        return row
    if not row.event.may_be_cancelled_at(now):
        raise TooLateToCancel
    row.cancelled_by = CancelledBy.PARTICIPANT
    seats.move(row, RegistrationStatus.CANCELLED, now=now, by=person)
    seats.settle(row.event, now)
    return row
