"""Who took part how often: countries or cities down, years across, every number leading to its
dialogues."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from partnership.reference.addresses import city_url
from roundtables.participation import Participation
from roundtables.series_table import Cell


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place and in how many dialogues it took part; a city leads to its page and names its country."""

    name: str
    url: str
    country: str
    cells: list[Cell]


def heads(took_part: Participation) -> list[str]:
    """Return what stands over the numbers: the latest year first."""
    return [*map(str, reversed(took_part.years)), _("In all")]


def of_countries(took_part: Participation) -> list[PlaceRow]:
    return [
        PlaceRow(name, "", "", _cells(took_part, code))
        for code, name in took_part.countries.items()
    ]


def of_cities(took_part: Participation, codes: Mapping[str, str]) -> list[PlaceRow]:
    """Return the rows of some of the cities; `codes` name them."""
    return [
        PlaceRow(name, city_url(code), took_part.country_of[code], _cells(took_part, code))
        for code, name in codes.items()
    ]


def table(took_part: Participation) -> Iterator[list[object]]:
    """Yield every number as a row for a file, zeros too, headings first."""
    yield [_("Country"), _("City"), _("Year"), _("Dialogues")]
    for year in reversed(took_part.years):
        for code, name in took_part.countries.items():
            yield [name, "", year, len(took_part.events(code, year))]
        for code, name in took_part.cities.items():
            yield [took_part.country_of[code], name, year, len(took_part.events(code, year))]


def _cells(took_part: Participation, code: str) -> list[Cell]:
    years: list[int | None] = [*reversed(took_part.years), None]
    return [_cell(code, year, len(took_part.events(code, year))) for year in years]


def _cell(code: str, year: int | None, number: int) -> Cell:
    query = urlencode({"place": code, **({"year": year} if year else {})})
    return Cell(number, f"{reverse('roundtables:series')}?{query}#dialogues" if number else "")
