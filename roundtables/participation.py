"""Which cities and countries took part in the dialogues, year by year.

As in the numbers of the programme: a place took part where a dialogue was held there, or where its
organisations sent people who came (`events.counting.reached`). People as such are not counted.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnership.core.charts import Chart, Point, Series
from partnership.core.indicators import sifted
from partnership.events.choices import Kind
from partnership.events.counting import HeldEvent, reached
from partnership.reference import names


class TookPart(NamedTuple):
    """A place that took part in a dialogue."""

    event: HeldEvent
    place: str
    country: str | None

    @property
    def year(self) -> int:
        return int(self.event.year)


@dataclass(frozen=True)
class Participation:
    """Who took part in which dialogue; demo data and facts never together, as in `Series`."""

    rows: tuple[TookPart, ...]
    is_demo: bool = False
    left_out: int = 0

    @classmethod
    def of_public(cls) -> Self:
        """Read it of all public dialogues that were held, by two queries."""
        found = (TookPart(*row) for row in reached(Kind.DIALOGUE, place__isnull=False))
        return cls(*sifted(found, lambda row: row.event.is_demo))

    @cached_property
    def years(self) -> range:
        """From the first dialogue to the last."""
        seen = {row.year for row in self.rows}
        return range(min(seen), max(seen) + 1) if seen else range(0)

    @cached_property
    def cities(self) -> dict[str, str]:
        """Code and name of the cities that took part, in the reader's order."""
        return names.names_of("city", {row.place for row in self.rows})

    def cities_in(self, country: str) -> dict[str, str]:
        """Return those of `cities` that lie in a country."""
        there = {row.place for row in self.rows if row.country == country}
        return {code: name for code, name in self.cities.items() if code in there}

    @cached_property
    def countries(self) -> dict[str, str]:
        """Code and name of the countries, in the reader's order."""
        return names.names_of("country", {row.country for row in self.rows if row.country})

    @cached_property
    def country_of(self) -> dict[str, str]:
        """The name of the country of each city that took part, by the city's code."""
        named = {row.place: self.countries.get(row.country or "", "") for row in self.rows}
        return {code: named[code] for code in self.cities}

    @property
    def places(self) -> dict[str, str]:
        """Countries and cities by their codes."""
        return {**self.countries, **self.cities}

    def events(self, place: str, year: int | None = None) -> set[int]:
        """Return the keys of the dialogues in which a city or country took part."""
        found = self._events.get(place, {})
        return set().union(*found.values()) if year is None else set(found.get(year, ()))

    def number_of(self, places: dict[str, str], year: int) -> int:
        """Return how many of `places` took part in a year."""
        return sum(1 for code in places if self._events[code].get(year))

    @property
    def chart(self) -> Chart:
        """Cities and countries of each year."""
        return Chart(
            title=_("Cities and countries engaged"),
            unit=pgettext("unit", "places"),
            label_heading=_("Year"),
            series=[
                Series(_("Cities"), list(self._points(self.cities))),
                Series(_("Countries"), list(self._points(self.countries))),
            ],
            notes=[
                _(
                    "Counted are places where a dialogue was held, and those whose organisations sent "
                    "people who came, at least for a part of the time; each once a year."
                )
            ],
        )

    @cached_property
    def _events(self) -> dict[str, dict[int, set[int]]]:
        found: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        for row in self.rows:
            for code in filter(None, {row.place, row.country}):
                found[code][row.year].add(row.event.key)
        return found

    def _points(self, places: dict[str, str]) -> Iterator[Point]:
        return (Point(str(year), self.number_of(places, year)) for year in self.years)
