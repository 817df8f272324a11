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
        message = _first(chosen, post, stop)
        while message is not None:
            tried += 1
            outcome = _unsendable(message) or post.send(message)
            if outcome.result == Result.SENT:
                message = _next([] if stop.is_set() else chosen, post, message)
            else:
                _settle(message, outcome)
                is_over = outcome.result == Result.CHANNEL_DOWN
                message = None if is_over else _first(chosen, post, stop)
    return tried


def _first(chosen: Chosen, post: Post, stop: threading.Event) -> OutgoingMessage | None:
    if stop.is_set():
        return None
    failure = post.open()
    if failure is not None:
        insist(partial(settling.pause_channel, failure))
        return None
    return claiming.claim(chosen)


def _next(chosen: Chosen, post: Post, sent: OutgoingMessage) -> OutgoingMessage | None:
    """Write down that a message was sent, and take another in the same breath."""
    message = insist(partial(claiming.claim, chosen, sent=sent))
    if post.sent == 1:
        insist(settling.resume_channel)
    return message


def _settle(message: OutgoingMessage, outcome: Outcome) -> None:
    insist(partial(settling.settle, message, outcome))
    if outcome.result == Result.CHANNEL_DOWN:
        insist(partial(settling.pause_channel, outcome))


def _unsendable(message: OutgoingMessage) -> Outcome | None:
    """Say why a message is not even tried: its senders died time and again, or nobody reads it."""
    if message.attempts > settling.TRIES:
        return Outcome(Result.NEVER, Fault.NO_ANSWER)
    if not message.has_reader:
        return Outcome(Result.POINTLESS, Fault.CLOSED_ACCOUNT)
    return None
