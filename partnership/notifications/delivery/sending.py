"""Sending what is due. Any number of senders may do this at the same time."""

import threading
from functools import partial
from typing import Final

from partnership.notifications.choices import Fault
from partnership.notifications.delivery import claiming, settling
from partnership.notifications.delivery.claiming import Chosen
from partnership.notifications.delivery.insistence import insist
from partnership.notifications.delivery.outcomes import Outcome, Result
from partnership.notifications.delivery.post import Post
from partnership.notifications.models import OutgoingMessage

NEVER: Final = threading.Event()


def drain(chosen: Chosen = None, *, stop: threading.Event = NEVER) -> int:
    """Send what is due, of all or of the chosen messages, until nothing is left, the channel is
    down or `stop` is set. Return how many messages were tried.

    The connection is opened before a message is taken, so no lease is spent on waiting for it.
    """
    if not claiming.due(chosen).exists():
        return 0
    tried = 0
    with Post() as post:
        while not stop.is_set():
            failure = post.open()
            if failure is not None:
                insist(partial(settling.pause_channel, failure))
                break
            message = claiming.claim(chosen)
            if message is None:
                break
            tried += 1
            if not _try(message, post):
                break
    return tried


def _try(message: OutgoingMessage, post: Post) -> bool:
    """Send one message; return whether the channel may be used further."""
    outcome = _unsendable(message) or post.send(message)
    insist(partial(settling.settle, message, outcome))
    if outcome.result == Result.CHANNEL_DOWN:
        insist(partial(settling.pause_channel, outcome))
    elif outcome.result == Result.SENT and post.sent == 1:
        insist(settling.resume_channel)
    return outcome.result != Result.CHANNEL_DOWN


def _unsendable(message: OutgoingMessage) -> Outcome | None:
    """Say why a message is not even tried: its senders died time and again, or nobody reads it."""
    if message.attempts > settling.TRIES:
        return Outcome(Result.NEVER, Fault.NO_ANSWER)
    if not message.has_reader:
        return Outcome(Result.POINTLESS, Fault.CLOSED_ACCOUNT)
    return None
