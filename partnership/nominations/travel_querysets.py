"""The questions about travel and hotel."""

from datetime import datetime
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models

from partnership.accounts.models import User
from partnership.events.choices import EDITORS

Person = User | AnonymousUser


class TravelQuerySet(models.QuerySet):
    def visible_to(self, user: Person) -> Self:
        """The secretariat sees all, everybody else their own."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*EDITORS) else self.filter(registration__person=user.pk)

    def over_before(self, moment: datetime) -> Self:
        """Of events that ended before `moment`."""
        return self.filter(registration__event__ends_at__lt=moment)
