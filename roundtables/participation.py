"""Which cities and countries took part in the dialogues, year by year.

As in the numbers of the programme: a place took part where a dialogue was held there, or where its
organisations sent people who came (`events.counting.reached`). People as such are not counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnership.core.charts import Chart, Point, Series
from partnership.events.choices import Kind
from partnership.events.counting import reached
from partnership.reference.choices import PlaceKind

Years = Mapping[int, set[str]]


def cities() -> Years:
    """Return the codes of the cities of each year."""
    found: dict[int, set[str]] = defaultdict(set)
    for event, city, _country in reached(Kind.DIALOGUE, place__kind=PlaceKind.CITY):
        found[int(event.year)].add(city)
    return found


def countries() -> Years:
    """Return the codes of the countries of each year."""
    found: dict[int, set[str]] = defaultdict(set)
    for event, _place, country in reached(Kind.DIALOGUE, place__isnull=False):
        found[int(event.year)].add(country)
    return found


def chart() -> Chart:
    """Return cities and countries of each year from the first dialogue to the last."""
    of_cities, of_countries = cities(), countries()
    years = range(min(of_countries), max(of_countries) + 1) if of_countries else range(0)
    return Chart(
        title=_("Cities and countries engaged"),
        unit=pgettext("unit", "places"),
        label_heading=_("Year"),
        series=[
            Series(_("Cities"), _points(years, of_cities)),
            Series(_("Countries"), _points(years, of_countries)),
        ],
        notes=[
            _(
                "Counted are places where a dialogue was held, and those whose organisations sent "
                "people who came, at least for a part of the time; each once a year."
            )
        ],
    )


def _points(years: Iterable[int], found: Years) -> list[Point]:
    return [Point(str(year), len(found.get(year, ()))) for year in years]
