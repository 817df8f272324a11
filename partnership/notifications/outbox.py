"""Writing messages into the outbox: part of the caller's transaction, so of its deed."""

import uuid
from dataclasses import dataclass, field

from django.db import IntegrityError, connection, transaction

from partnership.core.request_number import request_id
from partnership.notifications import registry, wake
from partnership.notifications.models import OutgoingMessage
from partnership.notifications.models.outgoing_message import new_message_id

SUBJECT_LENGTH = 300


def _unique() -> str:
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished mail. Two drafts with the same `dedupe_key` are the same mail.

    `calendar` is an entry for the reader's calendar (RFC 5545), which goes with the mail.
    """

    kind: str
    to_address: str
    language: str
    subject: str
    text: str
    html: str
    recipient_id: int | None = None
    event: str = ""
    dedupe_key: str = field(default_factory=_unique)
    calendar: str = ""


class OutsideTransaction(RuntimeError):
    """A message was written outside the transaction of what it tells about: a fault in our code."""


def require_transaction(kind: str) -> None:
    """Refuse to write what would stay although the deed it tells about was rolled back."""
    if not connection.in_atomic_block:
        raise OutsideTransaction(kind)


def put(draft: Draft, *, is_rehearsal: bool = False) -> OutgoingMessage:
    """Write the message and wake a sender once the transaction is committed.

    Returns the row that is there already when its key is known. A rehearsal does the same work
    and leaves nothing, for pages that must not tell by their time whether a mail was written.
    """
    require_transaction(draft.kind)
    registry.get(draft.kind)
    try:
        with transaction.atomic():
            message = _insert(draft)
            transaction.set_rollback(is_rehearsal)
    except IntegrityError:
        known = OutgoingMessage.objects.filter(dedupe_key=draft.dedupe_key).first()
        if known is None:
            raise
        return known
    _wake_once_committed(message)
    return message


def put_new(draft: Draft) -> OutgoingMessage:
    """Do the same with a mail of something that is new: IntegrityError where its key is known after
    all. The caller has a savepoint, and needs no second one."""
    registry.get(draft.kind)
    message = _insert(draft)
    _wake_once_committed(message)
    return message


def _wake_once_committed(message: OutgoingMessage) -> None:
    number = message.pk
    transaction.on_commit(lambda: wake.up([number]), robust=True)


def _insert(draft: Draft) -> OutgoingMessage:
    return OutgoingMessage.objects.create(
        kind=draft.kind,
        recipient_id=draft.recipient_id,
        to_address=draft.to_address,
        language=draft.language,
        subject=" ".join(draft.subject.split())[:SUBJECT_LENGTH],
        text=draft.text,
        html=draft.html,
        calendar=draft.calendar,
        message_id=new_message_id(),
        dedupe_key=draft.dedupe_key,
        event=draft.event,
        request_id=request_id.get(),
    )
