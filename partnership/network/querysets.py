"""The questions the network is asked."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple, Self

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.snippets import stands_in_either_language
from partnership.network.choices import READERS, Standing
from partnership.reference.models import Theme
from partnership.reference.querysets import NamedQuerySet
from partnership.reference.sort_keys import SORT_KEYS

PLACED = ("place__code", "place__position", "place__latitude", "place__longitude")


class Seat(NamedTuple):
    """A place (WGS 84, degrees) and how many organisations sit in it."""

    code: str
    label: str
    latitude: Decimal
    longitude: Decimal
    number: int


class OrganisationQuerySet(NamedQuerySet):
    """Methods that take several values mean: any of them."""

    def listed(self) -> Self:
        """In the public directory."""
        return self.filter(listed_since__isnull=False)

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """What `user` may look at: staff everything, others what is listed or their own."""
        if not user.is_authenticated:
            return self.listed()
        if user.has_role(*READERS):
            return self
        return self.filter(Q(listed_since__isnull=False) | Q(pk__in=self.of(user).values("pk")))

    def of(self, user: User | AnonymousUser) -> Self:
        """For which `user` speaks, in whatever role."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            standing=Standing.PARTNER,
            memberships__user=user.pk,
            memberships__withdrawn_at__isnull=True,
        )

    def of_type(self, *types: str) -> Self:
        return self.filter(type__in=types)

    def in_place(self, *codes: str) -> Self:
        """In one of the places or in a place within it."""
        return self.filter(
            Q(place__code__in=codes)
            | Q(place__province__code__in=codes)
            | Q(place__country__code__in=codes)
        )

    def with_theme(self, *codes: str) -> Self:
        themes = Theme.objects.filter(code__in=codes)
        return self.filter(Exists(themes.filter(organisations=OuterRef("pk"))))

    def containing(self, text: str) -> Self:
        """With `text` in name, short name or summary of either language."""
        names = ("name", "short_name", "summary")
        return self.filter(stands_in_either_language(names, text))

    def called(self, *names: str) -> Self:
        """Bearing one of `names` in either language, capital letters aside."""
        condition = Q(pk__in=[])
        for name in filter(None, names):
            condition |= Q(name_zh_hans__iexact=name) | Q(name_en__iexact=name)
        return self.filter(condition)

    def ordered_for(self, language: str | None = None) -> Self:
        """By pinyin for Chinese readers, by letter for English ones."""
        return self.order_by(SORT_KEYS[language or languages.current()], "pk")

    def with_people(self) -> Self:
        """With `people`: how many act for the organisation now."""
        members: Any = self.model._meta.get_field("memberships").related_model
        live = members.objects.live().filter(organisation=OuterRef("pk")).order_by()
        counted = live.values("organisation").annotate(number=Count("pk")).values("number")
        return self.annotate(people=Coalesce(Subquery(counted), 0))

    def countries(self) -> set[str]:
        """Return the codes of the countries these organisations sit in."""
        rows = self.order_by().filter(place__isnull=False)
        return set(rows.values_list("place__country__code", flat=True).distinct())

    def themes(self) -> set[str]:
        """Return the codes of the themes these organisations work on."""
        named = Theme.objects.filter(organisations__in=self.order_by().values("pk"))
        return set(named.values_list("code", flat=True).distinct())

    def seats(self, language: str | None = None) -> Iterator[Seat]:
        """Yield every place with the number of these organisations in it, most first."""
        placed = self.order_by().filter(place__isnull=False, place__latitude__isnull=False)
        label = f"place__{languages.column('name', language)}"
        counted = placed.values(label, *PLACED).annotate(number=Count("pk"))
        ordered = counted.order_by("-number", "place__position", "place__code")
        columns = ("place__code", label, "place__latitude", "place__longitude", "number")
        for row in ordered.values_list(*columns):
            yield Seat(*row)

    def named_by_place(self, language: str | None = None) -> Iterator[tuple[str, str, str]]:
        """Yield the code of the place, the name and the slug of each of these organisations, in
        the reader's order."""
        ordered = self.filter(place__isnull=False).ordered_for(language)
        name = languages.column("name", language)
        yield from ordered.values_list("place__code", name, "slug")
