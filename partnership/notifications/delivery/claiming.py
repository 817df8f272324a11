"""Taking a message to send it, so that nobody else does."""

import uuid
from collections.abc import Collection
from datetime import timedelta
from typing import Final

from django.db import models
from django.db.models import Exists
from django.db.models.functions import Now

from partnership.notifications.choices import UNFINISHED, State
from partnership.notifications.models import Channel, OutgoingMessage
from partnership.notifications.models.channel import MAIL

LEASE: Final = timedelta(seconds=30)  # longer than a message may take (smtp.DEADLINE)

# One statement, so that choosing and taking cannot come apart: a row somebody else is taking is
# skipped, not waited for. A try counts from here, so that a message which kills its sender is not
# taken for ever; a row still claimed was in the hands of a sender that died.
CLAIM: Final = """
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
"""

Chosen = Collection[int] | None  # numbers of messages; None for all


def due(chosen: Chosen = None) -> models.QuerySet[OutgoingMessage]:
    """Return what may be taken now: nothing while the channel is paused."""
    paused = Channel.objects.filter(key=MAIL, paused_until__gt=Now())
    rows = OutgoingMessage.objects.due().filter(~Exists(paused))
    return rows if chosen is None else rows.filter(pk__in=chosen)


def claim(chosen: Chosen = None) -> OutgoingMessage | None:
    """Take the message that is due the longest and that nobody holds; None when there is none.

    Its `has_reader` says whether the recipient's account is open, or there is none.
    """
    values = {
        "claimed": State.CLAIMED,
        "claim": str(uuid.uuid4()),
        "lease": LEASE,
        "unfinished": [str(state) for state in UNFINISHED],
        "chosen": None if chosen is None else list(chosen),
        "channel": MAIL,
    }
    return next(iter(OutgoingMessage.objects.raw(CLAIM, values)), None)
