"""The questions city reports are asked: whose they are, which are owed, which are public."""

from datetime import date, datetime, timedelta
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Q

from partnership.accounts.models import User
from partnership.events.choices import TOOK_PLACE
from partnership.events.models import Registration
from partnership.network import superiors
from partnership.network.choices import Standing
from partnership.network.models import Membership
from partnership.network.roles import Right
from partnership.reports.choices import ASKED_FOR_DAYS, MISSED, NOT_THERE, READERS, REPORTING
from partnership.review.choices import State

Person = User | AnonymousUser
RELATED = ("event", "organisation", "submission")


class EventReportQuerySet(models.QuerySet):
    """One row for each city and event, from the day it is asked for."""

    def visible_to(self, user: Person) -> Self:
        """Staff see all, people those of their organisations and of those below theirs."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self
        own = Membership.objects.live().of(user).values("organisation")
        below = superiors.below(user).values("pk")
        return self.filter(Q(organisation__in=own) | Q(organisation__in=below))

    def published(self) -> Self:
        return self.filter(submission__state=State.PUBLISHED)

    def to_publish(self) -> Self:
        """Accepted: a publisher decides now."""
        return self.filter(submission__state=State.ACCEPTED)

    def owed(self) -> Self:
        """Asked of somebody who was there, and not handed in."""
        there = Q(submission__isnull=True) | Q(submission__state__in=NOT_THERE)
        seats = took_part().filter(
            event=OuterRef("event"), hold__organisation=OuterRef("organisation")
        )
        return self.filter(
            there,
            Exists(seats),
            event__status__in=TOOK_PLACE,
            organisation__standing=Standing.PARTNER,
        )

    def overdue(self, day: date) -> Self:
        return self.owed().filter(due_on__lt=day)

    def to_write(self, user: User) -> Self:
        """Owed by an organisation `user` writes for, the oldest first."""
        own = Membership.objects.with_right(Right.DRAFT).of(user).values("organisation")
        return self.owed().filter(organisation__in=own).order_by("due_on", "pk")

    def to_begin(self, user: User) -> Self:
        """Of these, those nobody has begun."""
        return self.to_write(user).exclude(submission__state=State.DRAFT)

    def to_ask(self, now: datetime) -> models.QuerySet:
        """Return event and organisation of every report that nobody has asked for yet."""
        asked = self.filter(event=OuterRef("event"), organisation=OuterRef("hold__organisation"))
        rows = took_part().filter(
            ~Exists(asked),
            event__status__in=TOOK_PLACE,
            event__ends_at__lte=now,
            event__ends_at__gt=now - timedelta(days=ASKED_FOR_DAYS),
            hold__organisation__standing=Standing.PARTNER,
        )
        pairs = rows.values_list("event", "hold__organisation").distinct()
        return pairs.order_by("event", "hold__organisation")

    def latest_first(self) -> Self:
        return self.order_by("-submission__published_at", "-pk")


class CaseLeadQuerySet(models.QuerySet):
    """What could become cases."""

    def in_order(self) -> Self:
        return self.order_by("order", "pk")


def took_part() -> models.QuerySet:
    """Return the confirmed registrations of organisations that report, of people who were there as
    far as anybody knows."""
    rows: models.QuerySet = Registration.objects.confirmed().exclude(attendance__in=MISSED)
    return rows.filter(hold__organisation__type__in=REPORTING)
