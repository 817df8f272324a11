"""The questions about travel and hotel."""

from datetime import datetime
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from partnership.accounts.models import User
from partnership.events.choices import EDITORS, RegistrationStatus

Person = User | AnonymousUser


class TravelQuerySet(models.QuerySet):
    def visible_to(self, user: Person) -> Self:
        """The secretariat sees all, everybody else their own."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*EDITORS) else self.filter(registration__person=user.pk)

    def not_needed(self, over_before: datetime) -> Self:
        """Of events that ended before `over_before`, and of people who have no seat any more."""
        is_over = Q(registration__event__ends_at__lt=over_before)
        return self.filter(is_over | ~Q(registration__status=RegistrationStatus.CONFIRMED))
