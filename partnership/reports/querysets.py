"""The questions city reports are asked: whose they are, which are owed, which are public."""

from datetime import date, datetime, timedelta
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q

from partnership.accounts.models import User
from partnership.events.choices import TOOK_PLACE
from partnership.events.models import Registration
from partnership.network import superiors
from partnership.network.choices import Standing
from partnership.network.models import Membership
from partnership.network.roles import Right
from partnership.reports.choices import ASKED_FOR_DAYS, NOT_THERE, READERS, REPORTING
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

    def withdrawn(self) -> Self:
        """Public once, and no more."""
        return self.filter(withdrawn_at__isnull=False)

    def in_place(self, *codes: str) -> Self:
        """Of organisations that sit in one of the places or in a place within it."""
        place = "organisation__place__"
        return self.filter(
            Q(**{f"{place}code__in": codes})
            | Q(**{f"{place}province__code__in": codes})
            | Q(**{f"{place}country__code__in": codes})
        )

    def to_publish(self) -> Self:
        """Accepted: a publisher decides now."""
        return self.filter(submission__state=State.ACCEPTED)

    def owed(self) -> Self:
        """Asked of somebody who had a seat and was not released, and not handed in."""
        there = Q(submission__isnull=True) | Q(submission__state__in=NOT_THERE)
        seats = had_seats().filter(
            event=OuterRef("event"), hold__organisation=OuterRef("organisation")
        )
        return self.filter(
            there,
            Exists(seats),
            excused_on__isnull=True,
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
        rows = had_seats().filter(
            ~Exists(asked),
            event__status__in=TOOK_PLACE,
            event__ends_at__lte=now,
            event__ends_at__gt=now - timedelta(days=ASKED_FOR_DAYS),
            hold__organisation__standing=Standing.PARTNER,
        )
        pairs = rows.values_list("event", "hold__organisation").distinct()
        return pairs.order_by("event", "hold__organisation")

    def of_year(self, year: int) -> Self:
        """About events that began in `year` by the clock of their place."""
        return self.alias(year=_year()).filter(year=year)

    def years(self) -> list[int]:
        """Return the years of these events, the latest first."""
        rows = self.order_by().annotate(year=_year()).values_list("year", flat=True)
        return sorted(rows.distinct(), reverse=True)

    def place_codes(self, level: str = "") -> set[str]:
        """Return the codes of the cities these are of, or with `level` of their countries."""
        column = "organisation__place__" + (f"{level}__code" if level else "code")
        rows = self.order_by().filter(**{f"{column}__isnull": False})
        return set(rows.values_list(column, flat=True).distinct())

    def latest_first(self) -> Self:
        return self.order_by("-submission__published_at", "-pk")


class CaseLeadQuerySet(models.QuerySet):
    """What could become cases."""

    def in_order(self) -> Self:
        return self.order_by("order", "pk")


def _year() -> Func:
    """The year in which the event began by the clock of its place."""
    return Func(
        F("event__timezone"),
        F("event__starts_at"),
        template="EXTRACT(YEAR FROM timezone(%(expressions)s))::integer",
        output_field=models.IntegerField(),
    )


def had_seats() -> models.QuerySet:
    """Return the registrations of organisations that report, of people who had seats and did not
    stay away as far as anybody noted."""
    rows: models.QuerySet = Registration.objects.had_seats()
    return rows.filter(hold__organisation__type__in=REPORTING)
