"""What the comparison of waste profiles can be narrowed by."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from monitoring.choices import WasteIndicator
from monitoring.models import WasteProfile, WasteValue
from monitoring.waste.records import WasteRecord, records
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select
from partnership.reference import names
from partnership.reference.choices import PlaceKind

INDICATOR, YEAR, COUNTRY = _("Indicator"), _("Year"), _("Country")
FIRST = WasteIndicator.GENERATED


class WasteFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    def __init__(self, chosen: dict[str, str], years: list[str], countries: dict[str, str]) -> None:
        super().__init__(chosen)
        others = [(each.value, each.label) for each in WasteIndicator if each != FIRST]
        self.fields["indicator"] = select(INDICATOR, FIRST.label, others)
        self.fields["year"] = select(
            YEAR, _("the latest of each city"), [(year, year) for year in years]
        )
        self.fields["country"] = select(COUNTRY, _("all countries"), countries)


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The values found, the numbers of people beside them, and who has told neither."""

    indicator: WasteIndicator
    found: list[WasteRecord]
    people: dict[tuple[str, int], WasteRecord]
    silent: list[str]


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    profiles = WasteProfile.objects.approved().order_by()
    kept = set(profiles.values_list("place__code", "place__country__code", "year"))
    years = [str(year) for year in sorted({year for _city, _country, year in kept}, reverse=True)]
    countries = names.names_of(PlaceKind.COUNTRY, {country for _city, country, _year in kept})
    chosen = {
        "indicator": asked.choice("indicator", WasteIndicator.values, INDICATOR),
        "year": asked.choice("year", years, YEAR),
        "country": asked.choice("country", countries, COUNTRY),
    }
    indicator = WasteIndicator(chosen["indicator"] or FIRST)
    chosen["indicator"] = "" if indicator == FIRST else indicator
    values = _values(indicator, chosen)
    found = _latest(each for each in values if each.indicator == indicator)
    people = {
        (each.city, each.year): each
        for each in values
        if each.indicator == WasteIndicator.POPULATION
    }
    told = {each.city for each in found}
    cities = {city for city, country, year in kept if _is_meant(country, year, chosen)}
    silent = names.names_of(PlaceKind.CITY, cities - told)
    form = WasteFilter(chosen, years, countries)
    return Narrowed(form, asked.notices, indicator, found, people, [*silent.values()])


def _is_meant(country: str, year: int, chosen: dict[str, str]) -> bool:
    return chosen["country"] in ("", country) and chosen["year"] in ("", str(year))


def _values(indicator: WasteIndicator, chosen: dict[str, str]) -> list[WasteRecord]:
    wanted = {indicator, WasteIndicator.POPULATION}
    values = WasteValue.objects.approved().filter(indicator__in=wanted)
    if chosen["year"]:
        values = values.filter(profile__year=int(chosen["year"]))
    if chosen["country"]:
        values = values.filter(profile__place__country__code=chosen["country"])
    return records(values.in_order())


def _latest(found: Iterable[WasteRecord]) -> list[WasteRecord]:
    """Return the last value of each city; they come year by year."""
    return list({each.city: each for each in found}.values())
