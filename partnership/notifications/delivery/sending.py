"""Sending what is due. Any number of senders may do this at the same time."""

import threading
import time
from collections import deque
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
LARGEST: Final = 16  # messages in one handful
QUICK: Final = 0.5  # seconds for a handful; after a slower one fewer are taken
TOO_SLOW: Final = 5.0  # seconds, after which others may have the rest of a handful


def drain(chosen: Chosen = None, *, stop: threading.Event = NEVER) -> int:
    """Send what is due, of all or of the chosen messages, until nothing is left, the channel is
    down or `stop` is set. Return how many messages were tried.

    The connection is opened before a message is taken, so no lease is spent on waiting for it.
    """
    if not claiming.due(chosen).exists():
        return 0
    with Post() as post:
        return Round(chosen, post, stop).go()


class Round:
    """One sender at work."""

    def __init__(self, chosen: Chosen, post: Post, stop: threading.Event) -> None:
        self.chosen, self.post, self.stop = chosen, post, stop
        self.held: deque[OutgoingMessage] = deque()
        self.sent: list[OutgoingMessage] = []  # since something was made sure on the disk
        self.most = 1
        self.taken_at = 0.0
        self.is_down = False

    def go(self) -> int:
        """Try one message after another; return how many."""
        tried = 0
        while (message := self._next()) is not None:
            tried += 1
            outcome = _unsendable(message) or self.post.send(message)
            if outcome.result == Result.SENT:
                self.sent.append(message)
            else:
                insist(partial(settling.settle, message, outcome))
            if outcome.result == Result.CHANNEL_DOWN:
                self._go_down(outcome)
        return tried

    def _next(self) -> OutgoingMessage | None:
        """Write down what was sent, and begin another message; None when there is no more to do."""
        if self._is_over():
            self._give_back()
            return self._take([]) if self.sent else None
        if time.monotonic() - self.taken_at > TOO_SLOW:
            self._give_back()
        if self.held:
            message = self.held.popleft()
            if insist(partial(claiming.begin, message, sent=self.sent)):
                return message
            self._give_back()
        return self._take(self.chosen)

    def _is_over(self) -> bool:
        if not (self.is_down or self.stop.is_set()):
            failure = self.post.open()
            if failure is not None:
                self._go_down(failure)
        return self.is_down or self.stop.is_set()

    def _go_down(self, failure: Outcome) -> None:
        self.is_down = True
        insist(partial(settling.pause_channel, failure))

    def _take(self, chosen: Chosen) -> OutgoingMessage | None:
        """Take a handful: more after a quick one, fewer after a slow one."""
        now = time.monotonic()
        if self.sent:
            is_quick = now - self.taken_at < QUICK
            self.most = min(self.most * 2, LARGEST) if is_quick else max(self.most // 2, 1)
        taken = insist(partial(claiming.take, chosen, most=self.most, sent=self.sent))
        if self.post.sent == 1:
            insist(settling.resume_channel)
        self.sent, self.taken_at = [], now
        self.held.extend(taken)
        return self.held.popleft() if self.held else None

    def _give_back(self) -> None:
        if self.held:
            insist(partial(claiming.give_back, list(self.held)))
            self.held.clear()


def _unsendable(message: OutgoingMessage) -> Outcome | None:
    """Say why a message is not even tried: its senders died time and again, or nobody reads it."""
    if message.attempts > settling.TRIES:
        return Outcome(Result.NEVER, Fault.NO_ANSWER)
    if not message.has_reader:
        return Outcome(Result.POINTLESS, Fault.CLOSED_ACCOUNT)
    return None
