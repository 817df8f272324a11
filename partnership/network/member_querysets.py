"""The questions about who speaks for whom."""

from datetime import datetime
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef

from partnership.accounts.models import User
from partnership.network.choices import EDITORS, EnquiryState, RequestState, Standing
from partnership.network.roles import Right, roles_with

Person = User | AnonymousUser


class MembershipQuerySet(models.QuerySet):
    """Live memberships are those that count now."""

    def live(self) -> Self:
        """Not withdrawn, of an organisation that takes part."""
        return self.filter(withdrawn_at__isnull=True, organisation__standing=Standing.PARTNER)

    def of(self, user: Person) -> Self:
        return self.filter(user=user.pk) if user.is_authenticated else self.none()

    def with_right(self, right: Right) -> Self:
        """Live memberships whose role includes `right`."""
        return self.live().filter(role__in=roles_with(right))

    def visible_to(self, user: Person) -> Self:
        """The secretariat sees everyone, members the people of their own organisations."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*EDITORS):
            return self
        own = type(self)(self.model).live().filter(user=user.pk)
        return self.live().filter(Exists(own.filter(organisation=OuterRef("organisation"))))

    def in_order(self) -> Self:
        """The longest members first."""
        return self.order_by("approved_at", "pk")


class MembershipRequestQuerySet(models.QuerySet):
    """What was asked of the secretariat."""

    def open(self) -> Self:
        return self.filter(state=RequestState.OPEN)

    def visible_to(self, user: Person) -> Self:
        """The secretariat sees everything, others what they themselves proposed."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*EDITORS) else self.filter(proposed_by=user.pk)

    def decided_before(self, moment: datetime) -> Self:
        return self.filter(decided_at__lt=moment)


class NameChangeQuerySet(models.QuerySet):
    """What organisations ask about their names."""

    def open(self) -> Self:
        return self.filter(state=RequestState.OPEN)


class EnquiryQuerySet(models.QuerySet):
    """What people wrote to the secretariat."""

    def open(self) -> Self:
        return self.filter(state=EnquiryState.OPEN)

    def decided_before(self, moment: datetime) -> Self:
        return self.filter(decided_at__lt=moment)
