"""Whether mail reaches people, as their mailboxes answer."""

from partnership.accounts.models import User
from partnership.notifications.choices import OF_MAILBOX, State
from partnership.notifications.models import OutgoingMessage


def refused_to(person: User) -> OutgoingMessage | None:
    """Return the last mail to the person's present address if the mailbox refused it, or has no room for
    it yet; None when it arrived, or when the fault was not the mailbox's."""
    last = OutgoingMessage.objects.settled_for(person).first()
    if last is not None and last.state == State.FAILED and last.fault in OF_MAILBOX:
        return last
    waiting = OutgoingMessage.objects.waiting_for_room(person).first()
    arrived = last.closed_at if last is not None else None
    has_room = waiting is not None and arrived is not None and arrived > waiting.created_at
    return None if has_room else waiting
