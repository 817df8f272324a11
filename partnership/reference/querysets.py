"""What can be asked about places, river basins, themes and litter items."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Count, F, Q

from partnership.core import languages
from partnership.core.snippets import stands_in
from partnership.reference.choices import COUNTED, CountryGroup, PlaceKind
from partnership.reference.sort_keys import SORT_KEYS


class NamedQuerySet(models.QuerySet):
    """Questions for everything that has a name in both languages."""

    def named(self, language: str | None = None) -> models.QuerySet[Any, dict[str, Any]]:
        """Return dictionaries `id`, `code`, `label`, the label in `language`.

        For lists, drop-downs and feeds: plain columns, none of modeltranslation's descriptors.
        """
        return self.values("id", "code", label=F(languages.column("name", language)))

    def ordered_for(self, language: str | None = None) -> Self:
        """Order by pinyin for Chinese readers, by letter for English ones."""
        return self.order_by(SORT_KEYS[language or languages.current()], "code")


class PlaceQuerySet(NamedQuerySet):
    """Questions for countries, provinces and cities."""

    def countries(self) -> Self:
        return self.filter(kind=PlaceKind.COUNTRY)

    def provinces(self) -> Self:
        return self.filter(kind=PlaceKind.PROVINCE)

    def cities(self) -> Self:
        return self.filter(kind=PlaceKind.CITY)

    def coastal(self) -> Self:
        return self.filter(is_coastal=True)

    def in_focus(self) -> Self:
        """Return the Chinese provinces in focus and the cities in them."""
        return self.filter(province__programme_focus=True)

    def valid_on(self, day: date) -> Self:
        """Return the places that exist under their name on `day`; both end days count."""
        return self.filter(_lasts_over("valid_from", "valid_to", day))

    def asean_on(self, day: date) -> Self:
        """Return the member states of ASEAN on `day`."""
        return self.countries().filter(group=CountryGroup.ASEAN, asean_since__lte=day)

    def least_developed_on(self, day: date) -> Self:
        """Return the countries on the United Nations' list of least developed ones on `day`."""
        return self.countries().filter(
            _lasts_over("least_developed_from", "least_developed_until", day),
            least_developed_from__isnull=False,
        )

    def ordered_for(self, language: str | None = None) -> Self:
        """China first, then ASEAN in its own order, then by the reader's alphabet."""
        return self.order_by("position", SORT_KEYS[language or languages.current()], "code")

    def by_country(self, language: str | None = None) -> Self:
        """Countries in the order of `ordered_for`, and the places of each in the reader's."""
        order = ("position", SORT_KEYS[language or languages.current()], "code")
        return self.order_by(*(f"country__{column}" for column in order), *order)

    def matching(self, text: str) -> Self:
        """Return the places called like `text` and those they were merged into or made from.

        "Quang Nam" finds Quang Nam and Da Nang; "Da Nang" finds Quang Nam as well, because
        what happened there before 2025-07-01 is filed under the name of its time.
        """
        called = type(self)(self.model).filter(_called_like(text.strip()))
        return self.filter(
            Q(pk__in=called.values("pk"))
            | Q(successor__in=called.values("pk"))
            | Q(pk__in=called.filter(successor__isnull=False).values("successor"))
        )


def _lasts_over(start: str, end: str, day: date) -> Q:
    began = Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__lte": day})
    not_ended = Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": day})
    return began & not_ended


def _called_like(text: str) -> Q:
    fields = ("name_zh_hans", "full_name_zh_hans", "name_en", "full_name_en", "name_local")
    return Q(code__iexact=text) | stands_in(("aliases__text", *fields), text)


class ThemeQuerySet(NamedQuerySet):
    """Questions for themes."""

    def ordered_for(self, language: str | None = None) -> Self:
        """Order as the secretariat set it, the same for both languages."""
        return self.order_by("position", "code")


class ItemListQuerySet(models.QuerySet):
    """Questions for lists of litter items."""

    def in_order(self) -> Self:
        """Return the lists as the secretariat ordered them, with the number of their items."""
        return self.order_by("position").annotate(
            item_count=Count("items"),
            recordable_count=Count("items", filter=Q(items__is_recordable=True)),
        )


class LitterItemQuerySet(models.QuerySet):
    """Questions for litter items."""

    def in_order(self) -> Self:
        """Return the items as their lists do."""
        return self.order_by("item_list", "position")

    def recordable(self) -> Self:
        return self.filter(is_recordable=True)

    def containing(self, text: str) -> Self:
        """Return the items whose code or name in either language holds `text`."""
        columns = ("name_zh_hans", "name_en", "code", "type_code")
        return self.filter(stands_in(columns, text))


class ItemMapQuerySet(models.QuerySet):
    """Questions for the maps between litter items."""

    def homes(self, from_list: str, to_list: str) -> dict[int, models.Model]:
        """Return by the key of an item of one list its place in the other, where it has one."""
        rows: Any = self.filter(
            relation__in=COUNTED, from_list__code=from_list, to_list__code=to_list
        ).select_related("to_item")
        return {row.from_item_id: row.to_item for row in rows}
