"""What people write to the secretariat, and its answers."""

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.network import messages, policies
from partnership.network.choices import EnquiryState
from partnership.network.errors import (
    AlreadyDecided,
    AnswerMissing,
    NobodyToAnswer,
    ReasonMissing,
)
from partnership.network.models import Enquiry, Organisation


@transaction.atomic
def send_enquiry(*, organisation: Organisation | None = None, **typed: str) -> Enquiry:
    """Put a message on the secretariat's list; no mail goes to an address nobody has checked."""
    enquiry = Enquiry.objects.create(organisation=organisation, **typed)
    audit.record(Verb.SUBMITTED, enquiry, by=None)
    return enquiry


@transaction.atomic
def answer_enquiry(enquiry: Enquiry, *, by: User, answer: str) -> None:
    """Send an answer in the language of the question."""
    row = _open(enquiry, by)
    if not row.email:
        raise NobodyToAnswer
    if not answer.strip():
        raise AnswerMissing
    row.answer = answer.strip()
    _decide(row, EnquiryState.ANSWERED, by=by)
    messages.answered(row)


@transaction.atomic
def close_enquiry(enquiry: Enquiry, *, by: User, reason: str) -> None:
    """Put a message aside without an answer: the error is mended, or it was advertising."""
    row = _open(enquiry, by)
    if not reason.strip():
        raise ReasonMissing
    _decide(row, EnquiryState.CLOSED, by=by, note=reason.strip())


def _open(enquiry: Enquiry, by: User) -> Enquiry:
    policies.may_manage(by).require()
    rows = Enquiry.objects.select_for_update(of=("self",)).select_related("decided_by")
    row = rows.get(pk=enquiry.pk)
    if row.state != EnquiryState.OPEN:
        raise AlreadyDecided(who=str(row.decided_by), state=row.get_state_display())
    return row


def _decide(row: Enquiry, state: EnquiryState, *, by: User, note: str = "") -> None:
    row.state, row.decided_by, row.decided_at = state, by, timezone.now()
    row.save()
    verb = Verb.ACCEPTED if state == EnquiryState.ANSWERED else Verb.DECLINED
    audit.record(verb, row, by=by, note=note)
