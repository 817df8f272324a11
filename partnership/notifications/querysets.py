"""Questions put to messages."""

from datetime import datetime
from typing import Protocol, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models.functions import Now

from partnership.notifications.choices import SENDERS, UNFINISHED, WAITING, State


class Reader(Protocol):
    """A person with roles."""

    pk: int

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

    def waiting(self) -> Self:
        return self.filter(state__in=WAITING)

    def failed(self) -> Self:
        return self.filter(state=State.FAILED)

    def overdue(self, since: datetime) -> Self:
        """What should have left before `since` and did not."""
        return self.filter(state__in=WAITING, due_at__lt=since)

    def finished_before(self, moment: datetime) -> Self:
        return self.filter(closed_at__lt=moment)
