"""Which cities and countries took part in the dialogues, year by year.

A city or country takes part in a dialogue that takes place there, whose host or partner sits there,
or in which an organisation that sits there had a filled seat. People as such are not counted.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnership.core.charts import Chart, Point, Series
from partnership.events.choices import SEATED, Kind
from partnership.events.counting import held
from partnership.reference.choices import PlaceKind
from roundtables.series import year_of

# From an event to the places that take part in it.
WAYS = (
    "place",
    "host__place",
    "roundtable__partners__place",
    "registrations__hold__organisation__place",
)


def places_by_year() -> dict[int, set[tuple[str, str, str]]]:
    """Return code, kind and country of the places of each year, by one query for each way."""
    found: dict[int, set[tuple[str, str, str]]] = defaultdict(set)
    for way in WAYS:
        rows = held(Kind.DIALOGUE).order_by()
        if way.startswith("registrations"):
            rows = rows.filter(registrations__status__in=SEATED)
        columns = (F(f"{way}__code"), F(f"{way}__kind"), F(f"{way}__country__code"))
        for starts_at, timezone, code, kind, country in rows.values_list(
            "starts_at", "timezone", *columns
        ).distinct():
            if code:
                found[year_of(starts_at, timezone)].add((code, kind, country))
    return dict(found)


def chart() -> Chart:
    """Return cities and countries of each year from the first dialogue to the last."""
    places = places_by_year()
    years = range(min(places), max(places) + 1) if places else range(0)
    cities = [len(_cities(places.get(year, ()))) for year in years]
    countries = [len(_countries(places.get(year, ()))) for year in years]
    return Chart(
        title=_("Cities and countries that took part"),
        unit=pgettext("unit", "places"),
        label_heading=_("Year"),
        series=[
            Series(_("Cities"), _points(years, cities)),
            Series(_("Countries"), _points(years, countries)),
        ],
        notes=[
            _(
                "Counted are places where a dialogue took place, where its host or a partner sits, "
                "and those of organisations whose seats were filled; each once a year."
            )
        ],
    )


def _cities(places: Iterable[tuple[str, str, str]]) -> set[str]:
    return {code for code, kind, _country in places if kind == PlaceKind.CITY}


def _countries(places: Iterable[tuple[str, str, str]]) -> set[str]:
    return {country for _code, _kind, country in places if country}


def _points(years: Iterable[int], values: list[int]) -> list[Point]:
    return [Point(str(year), value) for year, value in zip(years, values, strict=True)]
