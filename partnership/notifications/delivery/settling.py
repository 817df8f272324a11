"""Writing down what came of a try: only for the sender that still holds the message.

That a message was sent is written down by `claiming`, together with beginning the next.
"""

import logging
from datetime import timedelta
from typing import Any, Final

from django.db.models import F
from django.db.models.functions import Coalesce, Now

from partnership.notifications.choices import UNFINISHED, Fault, State
from partnership.notifications.delivery.outcomes import Outcome, Result
from partnership.notifications.models import Channel, OutgoingMessage
from partnership.notifications.models.channel import MAIL

logger = logging.getLogger(__name__)

# How long after the first, second … try the next one comes; after the last there is none. What passes
# by itself (a busy server, one that lets strangers wait) is tried again soon, a mailbox that its owner
# has to empty over days.
PAUSES: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
)
PAUSES_FOR_OWNERS: Final = (
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    timedelta(days=1),
    timedelta(days=1),
    timedelta(days=1),
)
TRIES: Final = len(PAUSES) + 1  # of either
CHANNEL_PAUSES: Final = tuple(timedelta(seconds=seconds) for seconds in (5, 10, 20, 30))
SIGN_IN_PAUSE: Final = timedelta(minutes=5)  # a wrong password is not tried again and again

Values = dict[str, Any]


def settle(message: OutgoingMessage, outcome: Outcome) -> None:
    """Write an outcome other than sent to the row."""
    values = {
        Result.AGAIN: _again,
        Result.NEVER: _never,
        Result.UNCERTAIN: _uncertain,
        Result.POINTLESS: _pointless,
        Result.CHANNEL_DOWN: _back,
    }[outcome.result](message, outcome)
    if outcome.result != Result.CHANNEL_DOWN:
        values |= {"fault": outcome.fault or "", "answer": outcome.answer}
    held = OutgoingMessage.objects.filter(pk=message.pk, claim=message.claim, state__in=UNFINISHED)
    if not held.update(claim=None, **values):
        logger.warning("Message %s was taken by another sender meanwhile.", message.pk)


def _again(message: OutgoingMessage, outcome: Outcome) -> Values:
    if message.attempts >= TRIES:
        return _never(message, outcome)
    pauses = PAUSES_FOR_OWNERS if outcome.fault == Fault.MAILBOX_FULL else PAUSES
    return {"state": State.RETRY, "due_at": Now() + pauses[message.attempts - 1]}


def _never(_message: OutgoingMessage, _outcome: Outcome) -> Values:
    return {"state": State.FAILED, "closed_at": Now()}


def _pointless(_message: OutgoingMessage, _outcome: Outcome) -> Values:
    return {"state": State.CANCELLED, "closed_at": Now()}


def _uncertain(message: OutgoingMessage, outcome: Outcome) -> Values:
    return {**_again(message, outcome), "uncertain": message.uncertain + 1}


def _back(message: OutgoingMessage, _outcome: Outcome) -> Values:
    """The try is not spent. The row goes behind the others, in case it brings the server down."""
    attempts = message.attempts - 1
    state = State.RETRY if attempts else State.PENDING
    return {"state": state, "attempts": attempts, "due_at": Now()}


def pause_channel(outcome: Outcome) -> None:
    """Let all senders wait: longer with every failure in a row."""
    channel, _created = Channel.objects.get_or_create(key=MAIL)
    step = min(channel.failures, len(CHANNEL_PAUSES) - 1)
    pause = SIGN_IN_PAUSE if outcome.fault == Fault.SIGN_IN else CHANNEL_PAUSES[step]
    Channel.objects.filter(key=MAIL).update(
        failures=F("failures") + 1,
        fault=outcome.fault or "",
        answer=outcome.answer,
        failing_since=Coalesce("failing_since", Now()),
        paused_until=Now() + pause,
    )
    logger.warning("The mail server takes no messages: %s", outcome.answer)


def resume_channel() -> None:
    """Note that the mail server works."""
    Channel.objects.filter(key=MAIL, failures__gt=0).update(
        failures=0, fault="", answer="", failing_since=None, paused_until=None
    )
