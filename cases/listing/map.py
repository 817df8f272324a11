"""The places of the cases a question finds, as points and as a list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _

from cases import index
from cases.addresses import case_url, list_url
from cases.index import Cases
from cases.listing.asked import ListQuery
from cases.listing.found import answer_to
from cases.models import CasePlace
from partnership.core import languages
from partnership.core.charts import DotMap, MapItem, MapPoint
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place
from partnership.search.collections import Index
from partnership.search.collections.index import places_of

NAMED: Final = 6  # cases a bubble names before it leads to the list
LEVELS: Final = (PlaceKind.CITY.value, PlaceKind.PROVINCE.value, PlaceKind.COUNTRY.value)


def map_of(query: ListQuery) -> tuple[DotMap, int]:
    """Return the map of the public cases that answer `query`, and how many these are.

    A place cases are filed under is one dot; its number counts the cases in and within it.
    """
    public = index.public()
    cases = _found(query, public)
    counted = public.counts({}, LEVELS, cases)
    cities, provinces, countries = (counted[level] for level in LEVELS)
    numbers = {**cities, **provinces, **countries}
    return places_map(cities, numbers, query), cases.bit_count()


def points_of(query: ListQuery) -> list[MapPoint]:
    """Return the points of that map; each knows its cases and names the latest."""
    public = index.public()
    keys = [public.row(place)[0] for place in places_of(_found(query, public))]
    at, titles = _cases_at(keys)
    order = {key: number for number, key in enumerate(keys)}
    return [
        replace(
            point,
            items=tuple(titles[key] for key in at[point.code][:NAMED]),
            members=tuple(order[key] for key in at[point.code]),
        )
        for point in map_of(query)[0].points
    ]


def _found(query: ListQuery, public: Index) -> Cases:
    return public.chosen(query.selection) & answer_to(query, public).things


def _cases_at(keys: list[int]) -> tuple[dict[str, list[int]], dict[int, MapItem]]:
    """Return the cases in and within each place, in the order of their keys, and their titles."""
    texts = (f"case__{languages.column(name)}" for name in ("slug", "title"))
    levels = (f"place__{level}code" for level in ("", "province__", "country__"))
    columns = ("case_id", "case__number", *texts, *levels)
    titles: dict[int, MapItem] = {}
    codes: dict[int, set[str]] = defaultdict(set)
    rows = CasePlace.objects.filter(case__in=keys).order_by()
    for key, number, slug, title, *own in rows.values_list(*columns):
        titles[key] = MapItem(title, case_url(number, slug))
        codes[key] |= {*own}
    at: dict[str, list[int]] = defaultdict(list)
    for key in keys:
        for code in codes[key]:
            at[code].append(key)
    return at, titles


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
            code=code,
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
