"""The questions about who comes: seats taken, who waits, whose offer ends."""

from datetime import datetime
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Case, F, Max, OuterRef, Q, Subquery, Sum, When
from django.db.models.functions import Coalesce

from partnership.accounts.models import User
from partnership.events.choices import (
    ACTIVE,
    ENDED,
    READ_BY_PARTICIPANTS,
    READERS,
    SEATED,
    STAYED_AWAY,
    PublishConsent,
    RegistrationStatus,
    Status,
)

Person = User | AnonymousUser


class RegistrationQuerySet(models.QuerySet):
    """Numbers are of seats, which are people, never of rows."""

    def visible_to(self, user: Person) -> Self:
        """Staff see all, others their own."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*READERS) else self.filter(person=user.pk)

    def of(self, user: Person) -> Self:
        """One's own, staff's too."""
        return self.filter(person=user.pk) if user.is_authenticated else self.none()

    def to_come(self, now: datetime) -> Self:
        """Active ones for events that are not over, the next event first."""
        rows = self.active().filter(event__ends_at__gt=now).select_related("event")
        return rows.order_by("event__starts_at", "pk")

    def active(self) -> Self:
        """Neither declined nor cancelled nor expired."""
        return self.filter(status__in=ACTIVE)

    def standing(self) -> Self:
        """Active, and known to be of whom the address belongs to."""
        return self.active().exclude(status=RegistrationStatus.UNVERIFIED)

    def of_address(self, address: str) -> Self:
        """What stands for an address, and what was entered for it and nobody has confirmed."""
        return self.active().filter(email=address)

    def ended(self) -> Self:
        return self.filter(status__in=ENDED)

    def seated(self) -> Self:
        """Whoever has a seat, those who are offered one included."""
        return self.filter(status__in=SEATED)

    def confirmed(self) -> Self:
        return self.filter(status=RegistrationStatus.CONFIRMED)

    def named_to_everyone(self) -> Self:
        """With a seat and willing that everyone reads it, by name."""
        rows = self.confirmed().filter(publish_consent=PublishConsent.PUBLIC)
        return rows.order_by("name", "pk")

    def named_to_participants(self) -> Self:
        """With a seat and willing that the others who come read it, by name."""
        rows = self.confirmed().filter(publish_consent__in=READ_BY_PARTICIPANTS)
        return rows.order_by("name", "pk")

    def had_seats(self) -> Self:
        """Confirmed, and not noted as having stayed away: who is written to about an event that is
        over, whether or not somebody noted attendance."""
        return self.confirmed().exclude(attendance__in=STAYED_AWAY)

    def pending(self) -> Self:
        return self.filter(status=RegistrationStatus.PENDING)

    def waiting(self) -> Self:
        """The waiting list, who is next first."""
        rows = self.filter(status=RegistrationStatus.WAITLISTED)
        return rows.order_by("-waitlist_priority", "waitlist_number")

    def offered(self) -> Self:
        return self.filter(status=RegistrationStatus.OFFERED)

    def offers_over(self, now: datetime) -> Self:
        """Offers nobody has accepted in time."""
        return self.offered().filter(offer_expires_at__lte=now)

    def unsettled(self, now: datetime) -> Self:
        """Whatever time or a free seat may change: offers that are over, and whoever waits."""
        is_over = Q(status=RegistrationStatus.OFFERED, offer_expires_at__lte=now)
        return self.filter(is_over | Q(status=RegistrationStatus.WAITLISTED))

    def unverified_since(self, moment: datetime) -> Self:
        """Whoever gave an address before `moment` and has not confirmed it."""
        return self.filter(status=RegistrationStatus.UNVERIFIED, created_at__lt=moment)

    def with_heads(self) -> Self:
        """With how many people of each came, as `heads`: the most who were counted at the door on
        one day; where nobody counted, its seats. More than its seats are never counted, so one
        person alone need not be looked up."""
        counted = type(self)(self.model).filter(pk=OuterRef("pk")).values("pk")
        most = counted.annotate(most=Max("check_ins__people")).values("most")
        of_group = When(seats__gt=1, then=Coalesce(Subquery(most), F("seats")))
        return self.annotate(heads=Case(of_group, default=F("seats")))

    def people(self) -> int:
        """How many people these registrations are."""
        found: int = self.order_by().aggregate(people=Sum("seats", default=0))["people"]
        return found


class SeatHoldQuerySet(models.QuerySet):
    """Seats kept for organisations."""

    def unfilled(self, soon: datetime) -> Self:
        """Of announced events beginning before `soon`, with seats nobody has been named for."""
        announced = self.filter(event__status=Status.PUBLISHED, event__starts_at__lt=soon)
        seated = Q(registrations__status__in=SEATED)
        filled = announced.annotate(filled=Sum("registrations__seats", filter=seated, default=0))
        return filled.filter(filled__lt=F("seats"))


class NoticeQuerySet(models.QuerySet):
    """What people of events have to be told."""

    def unfinished(self) -> Self:
        return self.filter(finished_at__isnull=True).order_by("pk")


class AccessLinkQuerySet(models.QuerySet):
    """Links of people without an account."""

    def opening(self, digest: str) -> Self:
        """The link with this digest; none of somebody whose data were deleted."""
        return self.filter(digest=digest, registration__anonymised_at__isnull=True)
