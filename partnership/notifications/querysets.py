"""Questions put to messages."""

from datetime import datetime
from typing import Final, Protocol, Self

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Concat, Now

from partnership.notifications.choices import (
    SENDERS,
    UNFINISHED,
    WAITING,
    Fault,
    GroupState,
    State,
)

EVENT: Final = "group-message-"  # and the number of the message to a group


class Reader(Protocol):
    """A person with roles."""

    pk: int
    email: str

    def has_role(self, *roles: str) -> bool: ...


class OutgoingMessageQuerySet(models.QuerySet):
    """Questions put to messages on their way."""

    def visible_to(self, user: Reader | AnonymousUser) -> Self:
        """The secretariat sees all messages, nobody else any: people have their notifications."""
        is_sender = not isinstance(user, AnonymousUser) and user.has_role(*SENDERS)
        return self if is_sender else self.none()

    def due(self) -> Self:
        """What a sender may take now, the longest due first; also what a dead sender left."""
        return self.filter(state__in=UNFINISHED, due_at__lte=Now()).order_by("due_at", "id")

    def failed(self) -> Self:
        return self.filter(state=State.FAILED)

    def overdue(self, since: datetime) -> Self:
        """What should have left before `since` and did not."""
        return self.filter(state__in=WAITING, due_at__lt=since)

    def settled_for(self, person: Reader) -> Self:
        """What left for the person's present address or was refused there, the last first."""
        rows = self.filter(recipient=person.pk, to_address=person.email)
        return rows.filter(state__in=(State.SENT, State.FAILED)).order_by("-closed_at", "-pk")

    def waiting_for_room(self, person: Reader) -> Self:
        """What waits because the mailbox at the person's present address is full, the last first."""
        rows = self.filter(recipient=person.pk, to_address=person.email)
        return rows.filter(state=State.RETRY, fault=Fault.MAILBOX_FULL).order_by("-pk")

    def finished_before(self, moment: datetime) -> Self:
        return self.filter(closed_at__lt=moment)


class NotificationQuerySet(models.QuerySet):
    """Questions put to the notifications in the portal."""

    def visible_to(self, user: Reader | AnonymousUser) -> Self:
        """One's own, nobody else's."""
        return self.none() if isinstance(user, AnonymousUser) else self.filter(recipient=user.pk)

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True)

    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-id")

    def for_digest(self, before: datetime) -> Self:
        """What was written before `before` and waits to be told of in the daily mail."""
        return self.filter(waits_for_digest=True, created_at__lt=before)


class GroupMessageQuerySet(models.QuerySet):
    """Questions put to messages to groups."""

    def visible_to(self, user: Reader | AnonymousUser) -> Self:
        """The secretariat sees all; others those that were written to them."""
        if isinstance(user, AnonymousUser):
            return self.none()
        if user.has_role(*SENDERS):
            return self
        told = apps.get_model("notifications", "Notification").objects.filter(
            recipient=user.pk,
            event=Concat(Value(EVENT), OuterRef("pk"), output_field=models.CharField()),
        )
        return self.exclude(state=GroupState.DRAFT).filter(Exists(told))

    def being_sent(self) -> Self:
        return self.filter(state=GroupState.SENDING).order_by("id")
