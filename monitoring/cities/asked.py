"""What the comparison of cities can be narrowed by."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from monitoring.cities.lines import CityRow
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select

COUNTRY = _("Country")


class CityFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    country = select(COUNTRY, _("all countries"), ())

    def __init__(self, chosen: dict[str, str], countries: dict[str, str]) -> None:
        super().__init__(chosen)
        self.fields["country"] = select(COUNTRY, _("all countries"), countries)


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The cities found, the form that shows how, and what was left out."""

    rows: list[CityRow]
    countries: list[tuple[str, str]]  # those of all cities, as code and name


def narrowed(rows: list[CityRow], query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    countries = {row.country: row.country_name for row in rows}
    country = asked.choice("country", countries, COUNTRY)
    found = [row for row in rows if not country or row.country == country]
    return Narrowed(
        CityFilter({"country": country}, countries), asked.notices, found, [*countries.items()]
    )
