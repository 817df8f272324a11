"""What the secretariat does about messages on their way."""

from django.db import models, transaction
from django.db.models.functions import Now

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import TransitionRefused
from partnership.notifications import policies, wake
from partnership.notifications.choices import REPEATABLE, STOPPABLE, UNFINISHED, State
from partnership.notifications.errors import NothingToSend
from partnership.notifications.models import OutgoingMessage


@transaction.atomic
def send_again(message: OutgoingMessage, *, by: User) -> None:
    """Let a message that failed, was stopped or waits leave now, with all its tries before it.

    It keeps its Message-ID, and what was sent stays sent: doing this twice sends once.
    """
    policies.may_look_after_messages(by).require()
    fresh = _locked(message, REPEATABLE)
    if fresh.purged_at is not None:
        raise NothingToSend
    _change(
        fresh,
        by,
        Verb.SENT_AGAIN,
        state=State.PENDING,
        claim=None,
        attempts=0,
        due_at=Now(),
        closed_at=None,
    )
    number = fresh.pk
    transaction.on_commit(lambda: wake.up([number]), robust=True)


@transaction.atomic
def stop(message: OutgoingMessage, *, by: User) -> None:
    """Let a message that waits not leave any more."""
    policies.may_look_after_messages(by).require()
    fresh = _locked(message, STOPPABLE)
    _change(fresh, by, Verb.STOPPED, state=State.CANCELLED, claim=None, closed_at=Now())


@transaction.atomic
def stop_all() -> int:
    """Stop everything that has not left, after a backup was restored; return how many.

    What had left when the backup was made is not known here, and nobody wants it twice.
    """
    rows = OutgoingMessage.objects.filter(state__in=UNFINISHED)
    count = rows.update(state=State.CANCELLED, claim=None, closed_at=Now())
    audit.record(Verb.STOPPED, by=None, note=str(count))
    return count


def _locked(message: OutgoingMessage, states: tuple[State, ...]) -> OutgoingMessage:
    fresh = OutgoingMessage.objects.select_for_update().get(pk=message.pk)
    if fresh.state not in states:
        raise TransitionRefused
    return fresh


def _change(
    message: OutgoingMessage, by: User, verb: Verb, **values: str | int | models.Func | None
) -> None:
    before = message.state
    OutgoingMessage.objects.filter(pk=message.pk).update(**values)
    audit.record(verb, message, by=by, changes={"state": [before, str(values["state"])]})
