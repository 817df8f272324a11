"""The questions about reminders."""

from datetime import datetime
from typing import Self

from django.db import models

from partnership.events.choices import ReminderState


class ReminderQuerySet(models.QuerySet):
    """Reminders of all events."""

    def due(self, now: datetime) -> Self:
        """Whose moment has come, the oldest first."""
        waiting = self.filter(state=ReminderState.SCHEDULED, due_at__lte=now)
        return waiting.order_by("due_at", "pk")
