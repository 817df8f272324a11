"""A dozen invented beaches in five cities, surveyed for five years: the same ones every time.

Names, organisations and numbers say that they are demo data; none of them is a result of anybody.
"""

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from django.db import transaction
from django.utils import timezone

from monitoring.choices import (
    FORM_LIST,
    Access,
    Back,
    Cleaner,
    Cleaning,
    Curvature,
    Development,
    Nearby,
    Season,
    SurveyType,
    Urbanisation,
    Use,
)
from monitoring.models import (
    LitterCount,
    SamplingUnit,
    SiteSurrounding,
    SiteUse,
    Survey,
    SurveySite,
)
from monitoring.protocols import protocols
from partnership.accounts.loader import LOADER
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.network.choices import OrganisationType, Standing
from partnership.network.models import Organisation
from partnership.reference.models import ItemList, LitterItem, Place

PROTOCOL: Final = "beach-100m"
YEARS: Final = range(2021, 2026)
MONTHS: Final = (1, 4, 7, 10)
SEED: Final = 14
# How many of a kind an average survey finds.
AVERAGES: Final = {
    "J27": 38, "J82": 24, "J79": 21, "J7": 14, "J21": 12, "J30": 11, "J242": 9, "J3": 6, "J231": 6,
    "J224": 5, "J226": 4, "J62": 4, "J53": 4, "J23": 4, "J228": 3, "J59": 3, "J49": 3, "J8": 3,
    "J95": 2, "J253": 2, "J66": 2, "J175": 3, "J200": 2, "J152": 2, "J137": 1, "J171": 2,
}  # fmt: skip


class Beach(NamedTuple):
    """Where a beach is said to be, and how its counts stand to the averages."""

    number: int
    latitude: str
    longitude: str
    share: float
    yearly_change: float
    is_surveyed: bool = True


class City(NamedTuple):
    """A city, the letters in the codes of its sites, and its beaches."""

    slug: str
    letters: str
    beaches: tuple[Beach, ...]


CITIES: Final = {
    "cn-xiamen": City(
        "demo-xiamen",
        "CN_XIA",
        (
            Beach(1, "24.42800", "118.11800", 1.0, -0.09),
            Beach(2, "24.45900", "118.19200", 0.7, -0.05),
            Beach(3, "24.55400", "118.10600", 1.6, 0.0),
        ),
    ),
    "cn-sanya": City(
        "demo-sanya",
        "CN_SAN",
        (
            Beach(1, "18.27600", "109.46200", 0.5, -0.08),
            Beach(2, "18.21900", "109.52300", 0.9, 0.03),
        ),
    ),
    "cn-weihai": City(
        "demo-weihai",
        "CN_WEI",
        (
            Beach(1, "37.52800", "122.05300", 0.6, -0.06),
            Beach(2, "37.42900", "122.47000", 0.8, 0.0, is_surveyed=False),
        ),
    ),
    "vn-da-nang": City(
        "demo-da-nang",
        "VN_DAN",
        (
            Beach(1, "16.07100", "108.24700", 1.3, -0.07),
            Beach(2, "16.11800", "108.13200", 1.9, 0.04),
            Beach(3, "16.00400", "108.26900", 1.1, -0.02),
        ),
    ),
    "id-surabaya": City(
        "demo-surabaya",
        "ID_SUB",
        (
            Beach(1, "-7.23300", "112.79700", 2.8, -0.04),
            Beach(2, "-7.30900", "112.82300", 2.2, 0.06),
        ),
    ),
}


@transaction.atomic
def load() -> int:
    """Write sites and surveys where there are none yet; return how many surveys that were."""
    if SurveySite.objects.filter(is_demo=True).exists():
        return 0
    places = Place.objects.in_bulk(list(CITIES), field_name="code")
    units = [unit for code, city in CITIES.items() for unit in _units(places[code], city)]
    surveys = _write_surveys(units)
    audit.record(Verb.IMPORTED, by=LOADER, note=f"demo surveys: {len(surveys)} created")
    return len(surveys)


def _units(place: Place, city: City) -> Iterator[tuple[SamplingUnit, Beach]]:
    organisation = _organisation(place, city)
    for beach in city.beaches:
        site = SurveySite.objects.create(
            code=f"{city.letters}_{beach.number:03}",
            name_zh_hans=f"{place.name_zh_hans}演示海滩{beach.number}",
            name_en=f"{place.name_en} demo beach {beach.number}",
            place=place,
            organisation=organisation,
            latitude=Decimal(beach.latitude),
            longitude=Decimal(beach.longitude),
            beach_length_m=400 + 150 * beach.number,
            urbanisation=Urbanisation.values[beach.number % 3],
            cleaning=Cleaning.SEASONAL,
            cleaning_season=Season.MONTHS,
            cleaning_first_month=4,
            cleaning_last_month=10,
            cleaned_by=Cleaner.MUNICIPALITY,
            slope_pct=Decimal(3 + beach.number),
            curvature=Curvature.BAY,
            access=Access.FOOT,
            back=Back.BUILT,
            development=Development.TOURISM,
            orientation_deg=135,
            wind_from_deg=45,
            current_to_deg=225,
            sand_pct=90,
            pebble_pct=10,
            rock_pct=0,
            is_demo=True,
        )
        SiteSurrounding.objects.bulk_create(_surroundings(site, beach.number))
        SiteUse.objects.create(
            site=site, use=Use.RECREATION, season=Season.MONTHS, first_month=5, last_month=10
        )
        unit = SamplingUnit.objects.create(site=site, code="A", length_m=100, width_m=30)
        yield unit, beach


def _surroundings(site: SurveySite, number: int) -> Iterator[SiteSurrounding]:
    """Yield what is said to lie near; nothing is said of food outlets and shipping lanes."""
    near = (
        (Nearby.TOWN, "演示镇", "Demo town", "1.8", 300, 42_000),
        (Nearby.RIVER, "演示河", "Demo river", "3.25", 45, None),
        (Nearby.HARBOUR, "演示港", "Demo harbour", "6.5", 180, None),
        (Nearby.OUTFALL, "", "", "0.9", None, None),
    )
    for kind, chinese, english, distance, bearing, population in near:
        yield SiteSurrounding(
            site=site,
            kind=kind,
            name_zh_hans=chinese,
            name_en=english,
            distance_km=Decimal(distance) * number,
            bearing_deg=bearing,
            population=population,
        )


def _organisation(place: Place, city: City) -> Organisation:
    organisation, _is_new = Organisation.objects.get_or_create(
        slug=city.slug,
        defaults={
            "type": OrganisationType.CITY_GOVERNMENT,
            "place": place,
            "name_zh_hans": f"{place.name_zh_hans}（演示组织）",
            "name_en": f"{place.name_en} (demo)",
            "standing": Standing.PARTNER,
            "confirmed_at": timezone.now(),
        },
    )
    return organisation


def _write_surveys(units: list[tuple[SamplingUnit, Beach]]) -> list[Survey]:
    joint = ItemList.objects.get(code=FORM_LIST)
    items = dict(LitterItem.objects.filter(item_list=joint).values_list("code", "pk"))
    chance = random.Random(SEED)  # noqa: S311, numbers of a demo
    surveys, counts = [], []
    for unit, beach in units:
        for day in _days(beach):
            survey = _survey(unit, joint, day)
            surveys.append(survey)
            counts += [
                LitterCount(survey=survey, item_id=items[code], count=count)
                for code, count in _counts(chance, beach, day).items()
            ]
    Survey.objects.bulk_create(surveys)
    LitterCount.objects.bulk_create(counts, 2_000)
    return surveys


def _days(beach: Beach) -> list[date]:
    if not beach.is_surveyed:
        return []
    return [date(year, month, 10 + beach.number) for year in YEARS for month in MONTHS]


def _survey(unit: SamplingUnit, joint: ItemList, day: date) -> Survey:
    return Survey(
        unit=unit,
        survey_type=SurveyType.MONITORING,
        protocol=PROTOCOL,
        protocol_version=protocols()[PROTOCOL].version,
        item_list=joint,
        surveyed_on=day,
        length_m=unit.length_m,
        width_m=unit.width_m,
        lower_size_mm=25,
        is_demo=True,
    )


def _counts(chance: random.Random, beach: Beach, day: date) -> dict[str, int]:
    """Return whole numbers that scatter around the averages; cigarette butts are always found."""
    level = beach.share * (1 + beach.yearly_change) ** (day.year - YEARS.start)
    season = 1.3 if day.month in (7, 10) else 0.8
    return {
        code: max(code == "J27", round(average * level * season * chance.lognormvariate(0, 0.4)))
        for code, average in AVERAGES.items()
    }
