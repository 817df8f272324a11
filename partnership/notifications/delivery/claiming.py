"""Taking a message to send it, so that nobody else does."""

import logging
import uuid
from collections.abc import Collection
from datetime import timedelta
from functools import cache
from typing import Any, Final

from django.db import connection, models
from django.db.models import Exists
from django.db.models.functions import Now

from partnership.notifications.choices import UNFINISHED, State
from partnership.notifications.models import Channel, OutgoingMessage
from partnership.notifications.models.channel import MAIL

logger = logging.getLogger(__name__)

LEASE: Final = timedelta(seconds=30)  # longer than a message may take (smtp.DEADLINE)

# One statement, so that choosing and taking cannot come apart: a row somebody else is taking is
# skipped, not waited for. A try counts from here, so that a message which kills its sender is not
# taken for ever; a row still claimed was in the hands of a sender that died.
#
# The message sent just before is written down with it, if its sender still holds it: one journey to
# the database and one wait for its disk for each message, which is most of what one costs. Nothing
# lies between the answer of the mail server and this statement.
CLAIM: Final = """
WITH done AS (
    UPDATE notifications_outgoingmessage
    SET state = %(sent)s, closed_at = statement_timestamp(), claim = NULL, fault = '', answer = '',
        text = CASE WHEN %(done_is_secret)s THEN '' ELSE text END,
        html = CASE WHEN %(done_is_secret)s THEN '' ELSE html END,
        purged_at = CASE WHEN %(done_is_secret)s THEN statement_timestamp() ELSE purged_at END
    WHERE id = %(done)s AND state = %(claimed)s AND claim = %(done_claim)s
    RETURNING id
), taken AS (
    UPDATE notifications_outgoingmessage AS message
    SET state = %(claimed)s, claim = %(claim)s, attempts = attempts + 1,
        uncertain = uncertain + (state = %(claimed)s)::int,
        due_at = statement_timestamp() + %(lease)s
    WHERE id = (
        SELECT id FROM notifications_outgoingmessage
        WHERE state = ANY(%(unfinished)s) AND due_at <= statement_timestamp()
            AND (%(chosen)s::bigint[] IS NULL OR id = ANY(%(chosen)s))
            AND NOT EXISTS (
                SELECT 1 FROM notifications_channel
                WHERE key = %(channel)s AND paused_until > statement_timestamp()
            )
        ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING message.*, NOT EXISTS (
        SELECT 1 FROM accounts_user WHERE id = message.recipient_id AND NOT is_active
    ) AS has_reader
)
SELECT (SELECT count(*) FROM done), has_reader, {columns}
FROM (VALUES (1)) AS one LEFT JOIN taken ON true
"""

Chosen = Collection[int] | None  # numbers of messages; None for all


def due(chosen: Chosen = None) -> models.QuerySet[OutgoingMessage]:
    """Return what may be taken now: nothing while the channel is paused."""
    paused = Channel.objects.filter(key=MAIL, paused_until__gt=Now())
    rows = OutgoingMessage.objects.due().filter(~Exists(paused))
    return rows if chosen is None else rows.filter(pk__in=chosen)


def claim(chosen: Chosen = None, *, sent: OutgoingMessage | None = None) -> OutgoingMessage | None:
    """Take the message that is due the longest and that nobody holds; None when there is none.

    Its `has_reader` says whether the recipient's account is open, or there is none. `sent` is the
    sender's message before, which is written down as sent.
    """
    statement, names = _statement()
    with connection.cursor() as cursor:
        cursor.execute(statement, _values(chosen, sent))
        settled, has_reader, *row = cursor.fetchone()
    if sent is not None and not settled:
        logger.warning("Message %s was taken by another sender meanwhile.", sent.pk)
    if has_reader is None:
        return None
    message = OutgoingMessage.from_db(connection.alias, names, row)
    message.has_reader = has_reader
    return message


@cache
def _statement() -> tuple[str, list[str]]:
    """Return the statement and the fields that follow its first two columns."""
    names = [field.attname for field in OutgoingMessage._meta.concrete_fields]
    return CLAIM.format(columns=", ".join(names)), names


def _values(chosen: Chosen, sent: OutgoingMessage | None) -> dict[str, Any]:
    return {
        "sent": State.SENT,
        "done": sent and sent.pk,
        "done_claim": sent and str(sent.claim),
        "done_is_secret": sent is not None and sent.is_secret,
        "claimed": State.CLAIMED,
        "claim": str(uuid.uuid4()),
        "lease": LEASE,
        "unfinished": [str(state) for state in UNFINISHED],
        "chosen": None if chosen is None else list(chosen),
        "channel": MAIL,
    }
