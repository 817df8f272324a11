"""The questions outcome documents and projects are asked."""

from datetime import timedelta
from typing import Final, Self

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, DateField, DateTimeField, Exists, F, Func, OuterRef, Q
from django.db.models.functions import Cast, Coalesce

from partnership.accounts.models import User
from partnership.core.models.publication import PublicationQuerySet
from partnership.core.snippets import stands_in_either_language
from partnership.reference.models import Place
from roundtables.choices import READERS

MOMENT: Final = timedelta(microseconds=1)  # a dialogue until midnight ends on the day before


class WatchedQuerySet(PublicationQuerySet):
    """What the secretariat writes and everyone reads once it is public."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """What `user` may look at: staff everything, everyone else what is public."""
        if user.is_authenticated and user.has_role(*READERS):
            return self
        return self.published()


class OutcomeQuerySet(WatchedQuerySet):
    def newest_first(self) -> Self:
        """By the day of adoption, added as `adopted`: what `Outcome.day` is of a row."""
        last_moment = F("event__ends_at") - MOMENT
        local = Func(
            "event__timezone", last_moment, function="timezone", output_field=DateTimeField()
        )
        adopted = Coalesce("adopted_on", Cast(local, DateField()))
        return self.annotate(adopted=adopted).order_by("-adopted", "-pk")


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
        places = Place.objects.filter(
            Q(code__in=codes) | Q(province__code__in=codes) | Q(country__code__in=codes)
        )
        return self.filter(place__in=places.values("pk"))

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
        levels = ("place__code", "place__province__code", "place__country__code")
        rows = self.order_by().filter(place__isnull=False).values_list(*levels).distinct()
        return {code for row in rows for code in row if code}

    def by_stage(self) -> dict[str, int]:
        """Return how many of these projects are at each stage; stages without any are left out."""
        counted = self.order_by().values("stage").annotate(number=Count("pk"))
        return {row["stage"]: row["number"] for row in counted}
