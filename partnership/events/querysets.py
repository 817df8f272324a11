"""The questions events are asked."""

from datetime import datetime
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.models.publication import PublicationQuerySet
from partnership.events.choices import READERS, TO_COME, Status
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

    def to_come(self) -> Self:
        """Announced or postponed: people may hold seats for it."""
        return self.filter(status__in=TO_COME)

    def to_hold(self, now: datetime) -> Self:
        """Over, and nobody has said yet that they took place."""
        return self.filter(status=Status.PUBLISHED, ends_at__lte=now)

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
        condition = Q(pk__in=[])
        for language in languages.LANGUAGES:
            for name in ("title", "summary", "venue"):
                condition |= Q(**{f"{languages.column(name, language)}__icontains": text})
        return self.filter(condition)
