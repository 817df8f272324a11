"""The life of a message, and what can go wrong with it."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.choices import Role

SENDERS: Final = frozenset({Role.SECRETARIAT})  # who sees messages, repeats and stops them


class State(models.TextChoices):
    """Where a message stands. One that was sent stays sent."""

    PENDING = "pending", pgettext_lazy("message", "waiting")
    CLAIMED = "claimed", pgettext_lazy("message", "being sent")
    RETRY = "retry", pgettext_lazy("message", "waiting for another try")
    SENT = "sent", pgettext_lazy("message", "sent")
    FAILED = "failed", pgettext_lazy("message", "failed")
    CANCELLED = "cancelled", pgettext_lazy("message", "stopped")


TRANSITIONS: Final[dict[State, frozenset[State]]] = {
    State.PENDING: frozenset({State.CLAIMED, State.CANCELLED}),
    State.CLAIMED: frozenset({State.SENT, State.RETRY, State.FAILED, State.PENDING}),
    State.RETRY: frozenset({State.CLAIMED, State.CANCELLED, State.PENDING}),
    State.FAILED: frozenset({State.PENDING}),
    State.CANCELLED: frozenset({State.PENDING}),
    State.SENT: frozenset(),
}
WAITING: Final = (State.PENDING, State.RETRY)
UNFINISHED: Final = (*WAITING, State.CLAIMED)
STOPPABLE: Final = tuple(state for state in State if State.CANCELLED in TRANSITIONS[state])
REPEATABLE: Final = tuple(
    state for state in State if State.PENDING in TRANSITIONS[state] and state != State.CLAIMED
)


class Fault(models.TextChoices):
    """Why a message did not leave, in words for the secretariat."""

    UNREACHABLE = "unreachable", _("The mail server cannot be reached.")
    SIGN_IN = "sign-in", _("The mail server refuses the portal's sign-in.")
    LATER = "later", _("The receiving server asks to try again later.")
    MAILBOX_FULL = "mailbox-full", _("The mailbox is full.")
    NO_SUCH_ADDRESS = "no-such-address", _("The address does not exist or takes no mail.")
    REFUSED = "refused", _("The receiving server refuses the message.")
    NO_ANSWER = "no-answer", _("The mail server gave no answer; the message may have arrived.")
    UNFIT = "unfit", _("The address or the text cannot be put into a mail.")
    CLOSED_ACCOUNT = "closed-account", _("The account is closed.")


# A mailbox that took nothing; its owner or the secretariat can do something about it.
OF_MAILBOX: Final = frozenset({Fault.MAILBOX_FULL, Fault.NO_SUCH_ADDRESS, Fault.REFUSED})


class MailChoice(models.TextChoices):
    """How a person wants messages of an optional kind, beside the notification in the portal."""

    AT_ONCE = "at-once", pgettext_lazy("by mail", "at once")
    DAILY = "daily", pgettext_lazy("by mail", "once a day, all together")
    NEVER = "never", pgettext_lazy("by mail", "not by mail")


class GroupState(models.TextChoices):
    """Where a message to a group stands."""

    DRAFT = "draft", pgettext_lazy("group message", "draft")
    SENDING = "sending", pgettext_lazy("group message", "being written to its readers")
    DONE = "done", pgettext_lazy("group message", "written to all")
    STOPPED = "stopped", pgettext_lazy("group message", "stopped")


GROUP_TRANSITIONS: Final[dict[GroupState, frozenset[GroupState]]] = {
    GroupState.DRAFT: frozenset({GroupState.SENDING}),
    GroupState.SENDING: frozenset({GroupState.DONE, GroupState.STOPPED}),
    GroupState.DONE: frozenset({GroupState.STOPPED}),  # mails that still wait are stopped
    GroupState.STOPPED: frozenset(),
}
