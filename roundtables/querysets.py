"""The questions outcome documents and projects are asked."""

from datetime import timedelta
from typing import Any, Final, Self

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, DateField, DateTimeField, Exists, F, Func, OuterRef, Q
from django.db.models.functions import Cast, Coalesce, ExtractYear

from partnership.accounts.models import User
from partnership.core.models.publication import PublicationQuerySet
from partnership.core.snippets import stands_in_either_language
from partnership.reference.models import Place
from roundtables.choices import READERS

LEVELS: Final = ("code", "province__code", "country__code")
MOMENT: Final = timedelta(microseconds=1)  # a dialogue until midnight ends on the day before


class WatchedQuerySet(PublicationQuerySet):
    """What the secretariat writes and everyone reads once it is public."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """What `user` may look at: staff everything, everyone else what is public."""
        if user.is_authenticated and user.has_role(*READERS):
            return self
        return self.published()


class OutcomeQuerySet(WatchedQuerySet):
    def adopted(self) -> Self:
        """Add the day of adoption as `adopted`: what `Outcome.day` is of a row."""
        last_moment = F("event__ends_at") - MOMENT
        local = Func(
            "event__timezone", last_moment, function="timezone", output_field=DateTimeField()
        )
        return self.annotate(adopted=Coalesce("adopted_on", Cast(local, DateField())))

    def newest_first(self) -> Self:
        return self.adopted().order_by("-adopted", "-pk")

    def of_year(self, year: str) -> Self:
        """Of `adopted`: those of a year."""
        return self.filter(adopted__year=year)

    def in_place(self, *codes: str) -> Self:
        """Of dialogues in one of the places or in a place within it."""
        return self.filter(event__place__in=_places(*codes).values("pk"))

    def years(self) -> list[str]:
        """Return the years of adoption, the latest first."""
        dated = self.adopted().order_by().annotate(year=ExtractYear("adopted"))
        found = dated.values_list("year", flat=True).distinct()
        return [str(year) for year in sorted(found, reverse=True)]

    def place_codes(self) -> set[str]:
        """Return the codes of the cities, provinces and countries of the dialogues."""
        levels = [f"event__place__{level}" for level in LEVELS]
        rows = self.order_by().filter(event__place__isnull=False).values_list(*levels).distinct()
        return {code for row in rows for code in row if code}


class ProjectQuerySet(WatchedQuerySet):
    """Methods that take several values mean: any of them."""

    def moved_last_first(self) -> Self:
        """Those whose stage has changed most recently first."""
        return self.order_by("-stage_changed_at", "-pk")

    def at_stage(self, *stages: str) -> Self:
        return self.filter(stage__in=stages)

    def with_theme(self, *codes: str) -> Self:
        return self.filter(theme__code__in=codes)

    def in_place(self, *codes: str) -> Self:
        """In one of the places or in a place within it."""
        return self.filter(place__in=_places(*codes).values("pk"))

    def of_organisation(self, organisation: int) -> Self:
        """In which it takes part, in whatever role."""
        rows = self.model._meta.get_field("partners").related_model._base_manager  # type: ignore[union-attr]
        return self.filter(Exists(rows.filter(project=OuterRef("pk"), organisation=organisation)))

    def containing(self, text: str) -> Self:
        """With `text` in title or summary of either language."""
        names = ("title", "summary")
        return self.filter(stands_in_either_language(names, text))

    def themes(self) -> set[str]:
        """Return the codes of the themes of these projects."""
        return set(self.order_by().values_list("theme__code", flat=True).distinct())

    def place_codes(self) -> set[str]:
        """Return the codes of the cities, provinces and countries these projects are in."""
        levels = [f"place__{level}" for level in LEVELS]
        rows = self.order_by().filter(place__isnull=False).values_list(*levels).distinct()
        return {code for row in rows for code in row if code}

    def by_stage(self) -> dict[str, int]:
        """Return how many of these projects are at each stage; stages without any are left out."""
        counted = self.order_by().values("stage").annotate(number=Count("pk"))
        return {row["stage"]: row["number"] for row in counted}


def _places(*codes: str) -> Any:
    """Return these places and those within them."""
    return Place.objects.filter(
        Q(code__in=codes) | Q(province__code__in=codes) | Q(country__code__in=codes)
    )
