"""The questions events are asked."""

from datetime import datetime
from typing import Any, Self

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from partnership.accounts.models import User
from partnership.core.models.publication import PublicationQuerySet
from partnership.core.snippets import stands_in_either_language
from partnership.events.choices import READERS, TO_COME, TOOK_PLACE, RegistrationStatus, Status
from partnership.reference.models import Place, Theme


class EventQuerySet(PublicationQuerySet):
    """Methods that take several values mean: any of them."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """What `user` may look at: staff everything, everyone else what is public."""
        if user.is_authenticated and user.has_role(*READERS):
            return self
        return self.published()

    def upcoming(self, now: datetime) -> Self:
        """Not over yet, the next one first; what was called off stays until its day has passed."""
        return self.filter(ends_at__gt=now).order_by("starts_at", "pk")

    def past(self, now: datetime) -> Self:
        """Over, the latest first."""
        return self.filter(ends_at__lte=now).order_by("-starts_at", "-pk")

    def between(self, start: datetime, end: datetime) -> Self:
        """Taking place at some moment from `start` until just before `end`."""
        return self.filter(starts_at__lt=end, ends_at__gt=start).order_by("starts_at", "pk")

    def took_place(self) -> Self:
        """Noted as held. What was cancelled may be archived, too, and keeps the reason it was given;
        an event announced again has none."""
        archived_unheld = Q(status=Status.ARCHIVED) & ~Q(public_reason_zh_hans="")
        return self.filter(status__in=TOOK_PLACE).exclude(archived_unheld)

    def to_come(self) -> Self:
        """Announced or postponed: people may hold seats for it."""
        return self.filter(status__in=TO_COME)

    def to_hold(self, now: datetime) -> Self:
        """Over, and nobody has said yet that they took place."""
        return self.filter(status=Status.PUBLISHED, ends_at__lte=now)

    def short_of_people(self, soon: datetime) -> Self:
        """Beginning before `soon` with fewer people than are needed."""
        counted = self.filter(status=Status.PUBLISHED, starts_at__lt=soon).with_seat_counts()
        return counted.filter(min_participants__gt=F("people_seated"))

    def with_seat_counts(self) -> Self:
        """With `people_seated`, `people_waiting` and `people_pending`, and `seats_kept` for
        organisations; `people_seated_beside` sit on none of these."""
        registrations: Any = self.model._meta.get_field("registrations").related_model
        holds: Any = self.model._meta.get_field("holds").related_model
        rows = registrations.objects
        return self.annotate(
            people_seated=_sum_of(rows.seated()),
            people_seated_beside=_sum_of(rows.seated().filter(hold__isnull=True)),
            people_waiting=_sum_of(rows.filter(status=RegistrationStatus.WAITLISTED)),
            people_pending=_sum_of(rows.pending()),
            seats_kept=_sum_of(holds.objects.all()),
        )

    def seat_counts(self) -> tuple[int, int, int]:
        """Return of one event how many sit beside the seats kept for organisations, how many seats
        are kept, and how many people wait: in one question, since it is asked under the lock."""
        columns = ("people_seated_beside", "seats_kept", "people_waiting")
        beside, kept, waiting = self.with_seat_counts().order_by().values_list(*columns).get()
        return beside, kept, waiting

    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def with_theme(self, *codes: str) -> Self:
        themes = Theme.objects.filter(code__in=codes)
        return self.filter(Exists(themes.filter(events=OuterRef("pk"))))

    def in_place(self, *codes: str) -> Self:
        """In one of the places or in a place within it."""
        places = Place.objects.filter(
            Q(code__in=codes) | Q(province__code__in=codes) | Q(country__code__in=codes)
        )
        return self.filter(place__in=places.values("pk"))

    def themes(self) -> set[str]:
        """Return the codes of the themes of these events."""
        named = Theme.objects.filter(events__in=self.order_by().values("pk"))
        return set(named.values_list("code", flat=True).distinct())

    def place_codes(self) -> set[str]:
        """Return the codes of the cities, provinces and countries these events are in."""
        levels = ("place__code", "place__province__code", "place__country__code")
        rows = self.order_by().filter(place__isnull=False).values_list(*levels).distinct()
        return {code for row in rows for code in row if code}

    def containing(self, text: str) -> Self:
        """With `text` in title, summary or venue of either language."""
        names = ("title", "summary", "venue")
        return self.filter(stands_in_either_language(names, text))


def _sum_of(rows: QuerySet) -> Coalesce:
    """Return the sum of the seats of those of `rows` that belong to the event in question."""
    own = rows.filter(event=OuterRef("pk")).order_by().values("event")
    return Coalesce(Subquery(own.annotate(sum=Sum("seats")).values("sum")), 0)
