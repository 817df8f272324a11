"""The places of the cases a question finds, as dots and as a list."""

from collections.abc import Iterable, Mapping
from typing import Final

from django.utils.translation import gettext as _

from cases import index
from cases.addresses import list_url
from cases.listing.asked import ListQuery
from cases.listing.found import answer_to
from partnership.core import languages
from partnership.core.charts import DotMap, MapPoint
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place

LEVELS: Final = (PlaceKind.CITY.value, PlaceKind.PROVINCE.value, PlaceKind.COUNTRY.value)


def map_of(query: ListQuery) -> tuple[DotMap, int]:
    """Return the map of the public cases that answer `query`, and how many these are.

    A place cases are filed under is one dot; its number counts the cases in and within it.
    """
    public = index.public()
    cases = public.chosen(query.selection) & answer_to(query, public).things
    counted = public.counts({}, LEVELS, cases)
    cities, provinces, countries = (counted[level] for level in LEVELS)
    numbers = {**cities, **provinces, **countries}
    return places_map(cities, numbers, query), cases.bit_count()


def places_map(
    codes: Iterable[str], numbers: Mapping[str, int], query: ListQuery | None = None
) -> DotMap:
    """Return the places with these codes, whatever their kind; each leads to the cases in and
    within it that answer `query`, of which there are as many as `numbers` says."""
    name = languages.column("name")
    places = Place.objects.filter(code__in=list(codes), latitude__isnull=False).by_country()
    columns = ("kind", "code", name, "latitude", "longitude", f"country__{name}")
    asked = query or ListQuery()
    points = [
        MapPoint(
            place,
            float(latitude),
            float(longitude),
            _url(asked, kind, code),
            numbers[code],
            group=country,
        )
        for kind, code, place, latitude, longitude, country in places.values_list(*columns)
    ]
    return DotMap(_("Places with cases"), points)


def _url(query: ListQuery, kind: str, code: str) -> str:
    """Return the address of the list, narrowed to this place instead of other places."""
    parameters = query.parameters
    for level in LEVELS:
        parameters.pop(level, None)
    parameters[kind] = code
    return f"{list_url(languages.current())}?{parameters.urlencode()}"
