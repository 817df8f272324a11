"""Writing to a group: started by hand, worked off in parts, stopped by hand."""

from typing import Final

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Now
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import TransitionRefused
from partnership.notifications import group_registry, policies, wake
from partnership.notifications.actions.telling import notify
from partnership.notifications.choices import (
    GROUP_TRANSITIONS,
    STOPPABLE,
    GroupState,
    State,
)
from partnership.notifications.errors import NobodyInGroup
from partnership.notifications.models import GroupMessage, OutgoingMessage

KIND: Final = "notifications.announcement"
PART: Final = 50  # people written to in one transaction


def readers(message: GroupMessage) -> QuerySet[User]:
    """Return whom it would be written to now."""
    return group_registry.get(message.group).people()


@transaction.atomic
def start(message: GroupMessage, *, by: User) -> GroupMessage:
    """Begin to write it to everyone in the group."""
    policies.may_look_after_messages(by).require()
    fresh = _locked(message, GroupState.SENDING)
    expected = readers(fresh).count()
    if expected == 0:
        raise NobodyInGroup
    fresh.state, fresh.expected, fresh.started_by = GroupState.SENDING, expected, by
    GroupMessage.objects.filter(pk=fresh.pk).update(
        state=fresh.state, expected=expected, started_by=by, started_at=Now()
    )
    note = f"{fresh.group}: {expected}"
    audit.record(Verb.SENT_TO_GROUP, fresh, by=by, note=note)
    number = fresh.pk
    transaction.on_commit(lambda: wake.up_for_group(number), robust=True)
    return fresh


@transaction.atomic
def stop_group_message(message: GroupMessage, *, by: User) -> int:
    """Write it to nobody further and stop its mails that still wait; return how many."""
    policies.may_look_after_messages(by).require()
    fresh = _locked(message, GroupState.STOPPED)
    mails = mails_of(fresh).filter(state__in=STOPPABLE)
    count = mails.update(state=State.CANCELLED, claim=None, closed_at=Now())
    GroupMessage.objects.filter(pk=fresh.pk).update(state=GroupState.STOPPED, finished_at=Now())
    audit.record(Verb.STOPPED, fresh, by=by, changes={"state": [fresh.state, GroupState.STOPPED]})
    return count


def advance(number: int) -> bool:
    """Write the message to the next part of its readers; return whether there may be more.

    The place reached is written in the same transaction, so nobody is left out or told twice,
    whoever dies; a second worker passes by.
    """
    with transaction.atomic():
        rows = GroupMessage.objects.being_sent().select_for_update(skip_locked=True)
        message = rows.filter(pk=number).first()
        if message is None:
            return False
        people = list(readers(message).filter(pk__gt=message.reached).order_by("pk")[:PART])
        told = sum(_tell(message, person) for person in people)
        ends = len(people) < PART
        GroupMessage.objects.filter(pk=number).update(
            told=F("told") + told,
            reached=people[-1].pk if people else message.reached,
            state=GroupState.DONE if ends else GroupState.SENDING,
            finished_at=Now() if ends else None,
        )
    return not ends


def mails_of(message: GroupMessage) -> QuerySet[OutgoingMessage]:
    return OutgoingMessage.objects.filter(kind=KIND, event=message.event)


def _tell(message: GroupMessage, person: User) -> bool:
    return notify(
        KIND,
        person,
        event=message.event,
        page=lambda: reverse("notifications:announcement", args=[message.pk]),
        message=message,
    )


def _locked(message: GroupMessage, wanted: GroupState) -> GroupMessage:
    fresh = GroupMessage.objects.select_for_update().get(pk=message.pk)
    if wanted not in GROUP_TRANSITIONS[GroupState(fresh.state)]:
        raise TransitionRefused
    return fresh
