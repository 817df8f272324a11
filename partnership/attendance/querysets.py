"""The questions about who came."""

from datetime import date, datetime
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, Sum

from partnership.accounts.models import User
from partnership.attendance.choices import ARRANGERS
from partnership.core.models import MadeFileQuerySet
from partnership.core.snippets import stands_in
from partnership.events.choices import CAME, TOOK_PLACE, Attendance, Status
from partnership.events.models import Event, Registration
from partnership.events.registration_querysets import RegistrationQuerySet
from partnership.network.models import Organisation

Person = User | AnonymousUser


class PlanQuerySet(models.QuerySet):
    """Events by who looks after their door."""

    def looked_after_by(self, user: Person) -> Self:
        """Those of whose event `user` is a steward."""
        return self.filter(stewards__person=user.pk) if user.is_authenticated else self.none()

    def to_certify(self) -> Self:
        """Whose event took place and has people who attended and have no certificate yet. A group
        nobody has counted waits for none."""
        counted = Q(seats=1) | Q(check_ins__isnull=False)
        waiting = Registration.objects.confirmed().filter(
            counted,
            event=OuterRef("event"),
            attendance=Attendance.ATTENDED,
            anonymised_at__isnull=True,
            certificates__isnull=True,
        )
        return self.filter(Exists(waiting), event__status__in=TOOK_PLACE)

    def to_evaluate(self) -> Self:
        """Whose event took place and has questions to which nobody was invited yet."""
        return self.filter(
            event__status__in=TOOK_PLACE, evaluation_until__isnull=True, questions__isnull=False
        ).distinct()

    def inviting(self) -> Self:
        """Whose people still have to be invited to the evaluation, the oldest first."""
        return self.filter(is_inviting=True).order_by("pk")

    def certifying(self) -> Self:
        """Whose certificates were asked for and are not all written, the oldest first."""
        return self.filter(certifying_by__isnull=False).select_related("event").order_by("pk")

    def at_hand(self, now: datetime) -> Self:
        """Whose event is announced and not over, the next first."""
        rows = self.filter(event__status=Status.PUBLISHED, event__ends_at__gt=now)
        return rows.select_related("event").order_by("event__starts_at", "pk")


class CheckInQuerySet(models.QuerySet):
    def on(self, day: date) -> Self:
        return self.filter(day=day)

    def people(self) -> int:
        """How many people these are."""
        found: int = self.order_by().aggregate(people=Sum("people", default=0))["people"]
        return found


class CertificateQuerySet(models.QuerySet):
    def holding(self) -> Self:
        """Not revoked."""
        return self.filter(revoked_at__isnull=True)


class ExportQuerySet(MadeFileQuerySet):
    """Files about the people of events."""

    def of(self, user: Person) -> Self:
        """Those `user` has asked for, the latest first; nobody else's."""
        rows = self.filter(asked_by=user.pk) if user.is_authenticated else self.none()
        return rows.in_brief().order_by("-pk")


def to_ask(event: Event) -> RegistrationQuerySet:
    """Who attended the event, at least in part, and has not answered yet."""
    rows: RegistrationQuerySet = event.registrations.confirmed()
    came = rows.filter(attendance__in=CAME, anonymised_at__isnull=True)
    return came.filter(evaluation_turn__isnull=True).select_related("person")


def to_certify(event: Event) -> RegistrationQuerySet:
    """Who attended the event and has never had a certificate of it, by name: one that was revoked is
    only replaced on purpose."""
    rows: RegistrationQuerySet = expected_at(event)
    return rows.filter(
        attendance=Attendance.ATTENDED, anonymised_at__isnull=True, certificates__isnull=True
    )


def door_of(user: Person, slug: str) -> Event | None:
    """Return the event called `slug` whose door `user` looks after; the secretariat's are all."""
    events = Event.objects.filter(slug=slug).select_related("place")
    if not user.is_authenticated:
        return None
    if not user.has_role(*ARRANGERS):
        events = events.filter(attendance_plan__stewards__person=user.pk)
    found: Event | None = events.first()
    return found


def shown_in_papers(user: User, event: Event) -> RegistrationQuerySet:
    """Of whom files made for `user` may speak: the secretariat and stewards of the event see all of
    its registrations, others those that sit on seats kept for their own organisations."""
    rows: RegistrationQuerySet = event.registrations.filter(anonymised_at__isnull=True)
    if door_of(user, event.slug) is None:
        own = Organisation.objects.of(user)
        rows = rows.filter(hold__organisation__in=own.values("pk"))
    return rows


def expected_at(event: Event) -> RegistrationQuerySet:
    """Who has a confirmed seat, by name."""
    rows: RegistrationQuerySet = event.registrations.confirmed()
    return rows.order_by("name", "pk")


def matching(rows: RegistrationQuerySet, text: str) -> RegistrationQuerySet:
    """With `text` in a name, the organisation or the group."""
    columns = ("members__name", "name", "latin_name", "organisation_name", "group_name")
    named = Registration.objects.filter(stands_in(columns, text))
    return rows.filter(pk__in=named.values("pk"))


def with_check_ins(rows: RegistrationQuerySet, day: date) -> RegistrationQuerySet:
    """Each with its check-in of the day, in a list `today`: one more query for all."""
    check_ins: CheckInQuerySet = CheckInQuerySet(
        rows.model._meta.get_field("check_ins").related_model
    )
    of_day = check_ins.on(day).select_related("by")
    return rows.prefetch_related(Prefetch("check_ins", of_day, to_attr="today"))
