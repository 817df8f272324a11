"""The questions files, pictures and consents are asked."""

from collections.abc import Collection
from datetime import datetime
from typing import Self

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Now, TruncDate

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.constraints import filled
from partnership.documents import shown
from partnership.documents.choices import KEEPERS, LOOKERS, People, State, Use

Person = User | AnonymousUser


class StoredFileQuerySet(models.QuerySet):
    """Pictures are shown through their copies; all else is fetched as it was sent."""

    def visible_to(self, user: Person) -> Self:
        """The secretariat sees every file, anybody else the ones they have sent."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*KEEPERS) else self.filter(owner=user)

    def available(self) -> Self:
        return self.filter(state=State.AVAILABLE)

    def waiting(self) -> Self:
        """In quarantine, the one that waits longest first."""
        return self.filter(state=State.QUARANTINED).order_by("created_at", "pk")

    def refused_before(self, moment: datetime) -> Self:
        return self.filter(state=State.REFUSED, updated_at__lt=moment)

    def total_size(self) -> int:
        """How much room the files take that were not refused, in bytes."""
        kept = self.exclude(state=State.REFUSED)
        return kept.aggregate(total=Sum("size"))["total"] or 0


class ConsentQuerySet(models.QuerySet):
    def covering(self, use: str) -> Self:
        """Holding today for `use`. The day is the database's, so that the question can be kept."""
        today = TruncDate(Now())
        return self.filter(
            Q(expires_on__isnull=True) | Q(expires_on__gte=today),
            withdrawn_at__isnull=True,
            given_on__lte=today,
            uses__contains=[use],
        )

    def not_withdrawn_or(self, keys: Collection[int]) -> Self:
        """What a form offers: consents that were not withdrawn, and those chosen before."""
        return self.filter(Q(withdrawn_at__isnull=True) | Q(pk__in=keys))


class PictureQuerySet(models.QuerySet):
    """`clear` is the one rule for what may be shown; `rights.gaps` says the same in sentences."""

    def clear(self, use: str = Use.WEB) -> Self:
        """With every right that `use` needs: checked, not withdrawn, licence, text in both
        languages, somebody has looked for people, and all of them agree."""
        return self.filter(
            filled(
                "licence", *(languages.column("alt_text", code) for code in languages.LANGUAGES)
            ),
            _agreed(use),
            file__state=State.AVAILABLE,
            withdrawn_at__isnull=True,
        )

    def public(self) -> Self:
        """Clear, and shown on a public page of some app."""
        return self.clear().filter(shown.on_public_pages())

    def visible_to(self, user: Person) -> Self:
        """Staff sees all, whoever has sent a picture that one, everybody else what is public."""
        if not user.is_authenticated:
            return self.public()
        if user.has_role(*LOOKERS):
            return self
        return self.filter(Q(file__owner=user) | Q(pk__in=self.public().values("pk")))

    def with_gaps(self) -> Self:
        """Not withdrawn, but not clear for web pages either."""
        return self.filter(withdrawn_at__isnull=True).exclude(pk__in=self.clear().values("pk"))


def _agreed(use: str) -> Q:
    """Nobody can be recognised, or there are consents and each of them holds; minors need a
    guardian's."""
    links: QuerySet = QuerySet(apps.get_model("documents", "Picture").consents.through)
    given = links.filter(picture=OuterRef("pk"))
    holding: ConsentQuerySet = ConsentQuerySet(apps.get_model("documents", "Consent")).covering(use)
    lapsed = given.exclude(consent__in=holding.values("pk"))
    by_guardian = given.filter(consent__is_by_guardian=True)
    all_hold = Q(Exists(given), ~Exists(lapsed))
    return (
        Q(people=People.NOBODY)
        | Q(people=People.ADULTS) & all_hold
        | Q(people=People.MINORS) & all_hold & Q(Exists(by_guardian))
    )
