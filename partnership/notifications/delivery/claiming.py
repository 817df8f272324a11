"""Taking messages to send them, so that nobody else does.

A sender holds a handful: they bear its claim and are due again when the lease has run out, should
it die. Only the one it begins counts as tried. That a handful is held is on the database's disk
before the first of it leaves; what follows for each message is seen by everybody at once and comes
to the disk with the next handful, for waiting for the disk is most of what a message costs. A
database that dies in between forgets it: therefore every statement names all that was sent since.
"""

import logging
import uuid
from collections.abc import Collection, Sequence
from datetime import timedelta
from functools import cache
from typing import Any, Final

from django.db import connection, models
from django.db.models import Case, Exists, F, When
from django.db.models.functions import Now

from partnership.notifications.choices import UNFINISHED, State
from partnership.notifications.delivery import statements
from partnership.notifications.models import Channel, OutgoingMessage
from partnership.notifications.models.channel import MAIL

logger = logging.getLogger(__name__)

LEASE: Final = timedelta(seconds=30)  # longer than a message may take (smtp.DEADLINE)

Chosen = Collection[int] | None  # numbers of messages; None for all
Messages = Sequence[OutgoingMessage]


def due(chosen: Chosen = None) -> models.QuerySet[OutgoingMessage]:
    """Return what may be taken now: nothing while the channel is paused."""
    paused = Channel.objects.filter(key=MAIL, paused_until__gt=Now())
    rows = OutgoingMessage.objects.due().filter(~Exists(paused))
    return rows if chosen is None else rows.filter(pk__in=chosen)


def take(chosen: Chosen = None, *, most: int = 1, sent: Messages = ()) -> list[OutgoingMessage]:
    """Take up to `most` messages that are due the longest and that nobody holds; begin the first.

    The sender's messages `sent` are written down with it, all of it on the disk. The `has_reader`
    of a message says whether the recipient's account is open, or there is none.
    """
    statement, names = _taking()
    values = {
        "chosen": None if chosen is None else list(chosen),
        "most": most,
        "claim": str(uuid.uuid4()),
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, _values(sent) | values)
        rows = cursor.fetchall()
    _notice(sent, rows[0][0])
    return [_message(names, row) for _settled, place, *row in rows if place is not None]


def begin(message: OutgoingMessage, *, sent: Messages = ()) -> bool:
    """Begin a message that was taken, unless it was stopped or taken by somebody else meanwhile;
    write `sent` down with it."""
    values = {"next": message.pk, "claim": str(message.claim)}
    with connection.cursor() as cursor:
        cursor.execute(statements.BEGIN, _values(sent) | values)
        settled, _setting, attempts, uncertain = cursor.fetchone()
    _notice(sent, settled)
    if attempts is None:
        return False
    message.attempts, message.uncertain = attempts, uncertain
    return True


def give_back(messages: Messages) -> None:
    """Let others take what was not begun; no try is spent."""
    numbers, claim = [message.pk for message in messages], messages[0].claim
    held = OutgoingMessage.objects.filter(pk__in=numbers, claim=claim, state__in=UNFINISHED)
    left_behind = When(state=State.CLAIMED, then=F("claim"))  # by a sender that died before
    held.update(due_at=Now(), claim=Case(left_behind, default=None))


def _notice(sent: Messages, settled: list[int]) -> None:
    if sent and sent[-1].pk not in settled:
        logger.warning("Message %s was taken by another sender meanwhile.", sent[-1].pk)


def _message(names: list[str], row: list[Any]) -> OutgoingMessage:
    has_reader, *values = row
    message: OutgoingMessage = OutgoingMessage.from_db(connection.alias, names, values)
    message.has_reader = has_reader
    return message


@cache
def _taking() -> tuple[str, list[str]]:
    """Return the statement and the fields that follow its first three columns."""
    names = [field.attname for field in OutgoingMessage._meta.concrete_fields]
    return statements.TAKE.format(columns=", ".join(f"message.{name}" for name in names)), names


def _values(sent: Messages) -> dict[str, Any]:
    return {
        "done": [message.pk for message in sent],
        "done_claims": sorted({str(message.claim) for message in sent}),
        "secret": [message.kind for message in sent if message.is_secret],
        "sent": State.SENT,
        "claimed": State.CLAIMED,
        "lease": LEASE,
        "unfinished": [str(state) for state in UNFINISHED],
        "channel": MAIL,
    }
