"""The questions nominations are asked: whose they are, what waits, what is used."""

from datetime import datetime, timedelta
from typing import Final, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from partnership.accounts.models import User
from partnership.events.choices import SEATED, RegistrationStatus, Status
from partnership.events.models import Registration
from partnership.network import superiors
from partnership.network.models import Membership
from partnership.network.roles import Right
from partnership.nominations.choices import (
    ENDED,
    GIVEN,
    HANDED_IN,
    LOST,
    READERS,
    REMINDERS,
    WITH_ORGANISATION,
    NominationStatus,
)

Person = User | AnonymousUser
DUE: Final = timedelta(days=3)  # what ends within is due
RELATED = ("hold__event", "hold__organisation")


def _organisations(user: Person, right: Right | None = None) -> models.QuerySet:
    """Return the keys of the organisations `user` acts for."""
    rows = Membership.objects.with_right(right) if right else Membership.objects.live()
    found: models.QuerySet = rows.of(user).values("organisation")
    return found


class NominationQuotaQuerySet(models.QuerySet):
    """Seats kept for nominations."""

    def visible_to(self, user: Person) -> Self:
        """Staff see all; others those of their organisations and of those they endorse for."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self
        below = superiors.below(user).values("pk")
        return self.filter(
            Q(hold__organisation__in=_organisations(user)) | Q(hold__organisation__in=below)
        )

    def of(self, user: Person) -> Self:
        """Of the organisations `user` acts for, the next deadline first."""
        if not user.is_authenticated:
            return self.none()
        rows = self.filter(hold__organisation__in=_organisations(user))
        return rows.order_by("deadline", "pk")

    def open(self, now: datetime) -> Self:
        """People may still be named."""
        return self.filter(
            hold__event__status=Status.PUBLISHED,
            hold__event__starts_at__gt=now,
            deadline__gt=now,
            released_at__isnull=True,
        )

    def to_fill(self, user: Person, now: datetime) -> Self:
        """Open ones to which `user` may add, while fewer people are handed in than have seats."""
        if not user.is_authenticated:
            return self.none()
        own = self.open(now).filter(hold__organisation__in=_organisations(user, Right.DRAFT))
        return own.short().order_by("deadline", "pk")

    def short(self) -> Self:
        """With fewer people handed in than there are seats."""
        given = Q(nominations__status__in=GIVEN)
        counted = self.annotate(given=Count("nominations", filter=given))
        return counted.filter(given__lt=F("hold__seats"))

    def to_remind(self, now: datetime) -> Self:
        """Open and short, with a reminder whose time has come and that was not sent."""
        due = Q()
        for number, before in enumerate(REMINDERS):
            due |= Q(reminders__lte=number, deadline__lte=now + before)
        return self.open(now).filter(due).short().order_by("deadline", "pk")

    def due(self, now: datetime) -> Self:
        """Open ones that end within days, with fewer people handed in than there are seats."""
        rows = self.open(now).filter(deadline__lt=now + DUE)
        return rows.short().order_by("deadline", "pk")

    def counted(self) -> Self:
        """With how many are named, and how many seats are filled (`named`, `filled`)."""
        named = ~Q(nominations__status__in=ENDED) & Q(nominations__isnull=False)
        seated = Registration.objects.filter(hold=OuterRef("hold"), status__in=SEATED)
        filled = seated.order_by().values("hold").annotate(people=Sum("seats")).values("people")
        return self.annotate(
            named=Count("nominations", filter=named), filled=Coalesce(Subquery(filled), 0)
        )

    def unused(self, now: datetime) -> Self:
        """Over, with seats nobody has filled and that nobody has given back."""
        rows = self.filter(
            hold__event__status=Status.PUBLISHED,
            hold__event__starts_at__gt=now,
            deadline__lte=now,
            released_at__isnull=True,
        )
        return rows.counted().filter(filled__lt=F("hold__seats")).order_by("deadline", "pk")


class NominationQuerySet(models.QuerySet):
    """Nominations."""

    def visible_to(self, user: Person) -> Self:
        """Whoever sees the quota sees who is named; a draft is the organisation's own."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self
        own = Q(quota__hold__organisation__in=_organisations(user))
        below = Q(quota__hold__organisation__in=superiors.below(user).values("pk"))
        return self.filter(own | below & ~Q(status=NominationStatus.DRAFT))

    def ranked(self) -> Self:
        return self.order_by("rank", "pk")

    def live(self) -> Self:
        """Neither declined nor withdrawn."""
        return self.exclude(status__in=ENDED)

    def counting(self) -> Self:
        """Live, and not of somebody who gave the seat back; who replaces another counts when the
        other no longer does."""
        lost = Q(registration__status__in=LOST)
        rows = self.live().exclude(lost, registration__isnull=False)
        waiting = Q(replaces__isnull=False) & ~Q(replaces__status__in=ENDED)
        kept = ~Q(replaces__registration__status__in=LOST) | Q(replaces__registration__isnull=True)
        return rows.exclude(waiting & kept)

    def with_organisation(self) -> Self:
        """To be written, ranked and submitted."""
        return self.filter(status__in=WITH_ORGANISATION)

    def handed_in(self) -> Self:
        return self.filter(status__in=HANDED_IN)

    def given(self) -> Self:
        """Handed in, decided or not, and neither declined nor withdrawn."""
        return self.filter(status__in=GIVEN)

    def to_decide(self) -> Self:
        """Endorsed, or submitted by an organisation that has nobody above it."""
        return self.filter(
            Q(status=NominationStatus.ENDORSED)
            | Q(status=NominationStatus.SUBMITTED, needs_endorsement=False)
        )

    def to_endorse(self, user: Person | None = None) -> Self:
        """Submitted to a body above: all, or those that wait for `user`."""
        rows = self.filter(status=NominationStatus.SUBMITTED, needs_endorsement=True)
        if user is None:
            return rows
        if not user.is_authenticated:
            return self.none()
        return rows.filter(quota__hold__organisation__in=superiors.below(user).values("pk"))

    def to_tell(self) -> Self:
        """Accepted, and the person has answered since the organisation was told last."""
        rows = self.filter(
            status=NominationStatus.ACCEPTED, quota__hold__event__status=Status.PUBLISHED
        ).exclude(registration__status=RegistrationStatus.OFFERED)
        return rows.exclude(told_answer=F("registration__status")).order_by("pk")
