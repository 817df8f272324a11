"""Approved values of waste as plain rows: what pages, files and the API tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from monitoring.choices import WasteUnit
from monitoring.waste import amounts
from partnership.core import languages

PLACE: Final = "profile__place__"
COLUMNS: Final = {
    "city": f"{PLACE}code",
    "city_zh": f"{PLACE}name_zh_hans",
    "city_en": f"{PLACE}name_en",
    "country": f"{PLACE}country__code",
    "country_zh": f"{PLACE}country__name_zh_hans",
    "country_en": f"{PLACE}country__name_en",
    "year": "profile__year",
    "area": "profile__area",
    "language": "profile__language",
    "is_demo": "profile__is_demo",
    **{
        name: name
        for name in (
            "indicator", "value", "unit", "scope", "first_day", "last_day", "definition",
            "source", "source_url", "grade",
        )
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WasteRecord:
    """One value of one city and year with what makes it comparable."""

    city: str
    city_zh: str
    city_en: str
    country: str
    country_zh: str
    country_en: str
    year: int
    area: str
    language: str
    is_demo: bool
    indicator: str
    value: Decimal
    unit: str
    scope: str
    first_day: date
    last_day: date
    definition: str
    source: str
    source_url: str
    grade: str

    @property
    def amount(self) -> Decimal:
        return amounts.amount(self.value, self.unit, self.first_day, self.last_day)

    @property
    def measure(self) -> WasteUnit:
        """The unit of `amount`."""
        return amounts.measure(self.unit)

    @property
    def is_of_a_year(self) -> bool:
        return amounts.is_of_a_year(self.first_day, self.last_day)

    @property
    def days(self) -> int:
        return amounts.days(self.first_day, self.last_day)

    @property
    def city_name(self) -> str:
        """In the reader's language."""
        return self.city_zh if languages.current() == languages.CHINESE else self.city_en

    @property
    def country_name(self) -> str:
        return self.country_zh if languages.current() == languages.CHINESE else self.country_en

    @property
    def language_tag(self) -> str:
        """What HTML calls the language of definition and source."""
        return languages.tag(self.language)


def records(values: Any) -> list[WasteRecord]:
    """Return rows of `WasteValue` in their order: one question."""
    return [WasteRecord(*row) for row in values.values_list(*COLUMNS.values())]


def each(values: Any) -> Iterator[WasteRecord]:
    """Yield the same without keeping all of them."""
    for row in values.values_list(*COLUMNS.values()).iterator():
        yield WasteRecord(*row)
