"""Asking the database for the rows of the files, by the hundred."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db.models import QuerySet

from monitoring.choices import SeaMethod, SurveyType
from monitoring.models import (
    LitterCount,
    MicroSample,
    SeaCount,
    SeaSurvey,
    SiteSurrounding,
    SiteUse,
    Survey,
    SurveyAnimal,
    SurveySite,
    SurveyWeight,
    WasteValue,
)
from monitoring.open_data.icc import CARD, CardLine
from monitoring.open_data.records import (
    AnimalRecord,
    CountRecord,
    HomeRecord,
    SiteRecord,
    SurroundingRecord,
    SurveyRecord,
    UseRecord,
)
from monitoring.querysets import (
    MicroSampleQuerySet,
    SeaSurveyQuerySet,
    SurveyQuerySet,
    SurveySiteQuerySet,
    WasteValueQuerySet,
)
from partnership.reference.models import ItemMap, LitterItem

AT_ONCE: Final = 200  # surveys fetched together

PLACE: Final = {
    "city": "code",
    "city_zh": "name_zh_hans",
    "city_en": "name_en",
    "country": "country__code",
}
DESCRIBED: Final = (
    "urbanisation", "cleaning", "cleaning_season", "cleaning_first_month", "cleaning_last_month",
    "cleaned_by", "sand_pct", "pebble_pct", "rock_pct", "slope_pct", "curvature", "access",
    "back", "development",
    "orientation_deg", "wind_from_deg", "current_to_deg",
)  # fmt: skip
SITE: Final = {
    "code": "code",
    "name_zh": "name_zh_hans",
    "name_en": "name_en",
    **{name: f"place__{column}" for name, column in PLACE.items()},
    "latitude": "latitude",
    "longitude": "longitude",
    "beach_length_m": "beach_length_m",
    "width_low_m": "width_low_m",
    "width_high_m": "width_high_m",
    **{name: name for name in DESCRIBED},
    "surveys": "survey_count",
    "last_survey": "last_survey",
    "is_demo": "is_demo",
}
SURROUNDING: Final = {
    "kind": "kind",
    "name_zh": "name_zh_hans",
    "name_en": "name_en",
    "distance_km": "distance_km",
    "bearing_deg": "bearing_deg",
    "population": "population",
}
SURVEY: Final = {
    "number": "pk",
    "site": "unit__site__code",
    "site_zh": "unit__site__name_zh_hans",
    "site_en": "unit__site__name_en",
    "site_latitude": "unit__site__latitude",
    "site_longitude": "unit__site__longitude",
    **{name: f"unit__site__place__{column}" for name, column in PLACE.items()},
    "country_zh": "unit__site__place__country__name_zh_hans",
    "country_en": "unit__site__place__country__name_en",
    "transect": "unit__code",
    "start_latitude": "unit__start_latitude",
    "start_longitude": "unit__start_longitude",
    "end_latitude": "unit__end_latitude",
    "end_longitude": "unit__end_longitude",
    "compartment": "compartment",
    "survey_type": "survey_type",
    "surveyed_on": "surveyed_on",
    "replicate": "replicate_no",
    "protocol": "protocol",
    "protocol_version": "protocol_version",
    "item_list": "item_list__code",
    "item_list_version": "item_list__version",
    "length_m": "length_m",
    "width_m": "width_m",
    "lower_size_mm": "lower_size_mm",
    "last_cleaned_on": "last_cleaned_on",
    "nothing_found": "nothing_found",
    "weight_kg": "weight_kg",
    "is_demo": "is_demo",
}
COUNT: Final = {
    "item": "item_id",
    "item_list": "item__item_list__code",
    "code": "item__code",
    "name_zh": "item__name_zh_hans",
    "name_en": "item__name_en",
    "material": "item__material",
    "counts_in_total": "item__counts_in_total",
    "count": "count",
}
OF_ITEMS: Final = ("item__item_list__position", "item__position", "item_id")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a data set is wanted: that of one city, of one year; empty and None are "all"."""

    city: str = ""
    year: int | None = None

    def sites(self) -> SurveySiteQuerySet:
        sites: SurveySiteQuerySet = SurveySite.objects.all()
        return sites.filter(place__code=self.city) if self.city else sites

    def surveys(self) -> SurveyQuerySet:
        surveys: SurveyQuerySet = Survey.objects.approved()
        if self.city:
            surveys = surveys.filter(unit__site__place__code=self.city)
        return surveys.filter(surveyed_on__year=self.year) if self.year else surveys

    def cleanups(self) -> SurveyQuerySet:
        """Clean-ups of beaches, which never enter the indicators."""
        return self.surveys().on_beaches().filter(survey_type=SurveyType.CLEANUP)

    def at_sea(self) -> SeaSurveyQuerySet:
        surveys: SeaSurveyQuerySet = SeaSurvey.objects.approved()
        if self.city:
            surveys = surveys.filter(site__place__code=self.city)
        return surveys.filter(surveyed_on__year=self.year) if self.year else surveys

    def hauls(self) -> SeaSurveyQuerySet:
        """Monitoring of the seabed."""
        return self.at_sea().for_indicators().filter(method=SeaMethod.SEABED)

    def samples(self) -> MicroSampleQuerySet:
        samples: MicroSampleQuerySet = MicroSample.objects.approved()
        if self.city:
            samples = samples.filter(place__code=self.city)
        return samples.filter(sampled_on__year=self.year) if self.year else samples

    def waste(self) -> WasteValueQuerySet:
        values: WasteValueQuerySet = WasteValue.objects.approved()
        if self.city:
            values = values.filter(profile__place__code=self.city)
        return values.filter(profile__year=self.year) if self.year else values


def site_records(sites: SurveySiteQuerySet) -> Iterator[SiteRecord]:
    """Yield the sites with the number of their approved surveys, country by country."""
    return iter(built_sites(sites.with_facts().in_order()))


def built_sites(sites: QuerySet[Any]) -> list[SiteRecord]:
    """Return sites that have their facts, in their order: three questions."""
    rows = [dict(zip(SITE, row, strict=True)) for row in sites.values_list(*SITE.values())]
    codes = [row["code"] for row in rows]
    near, uses = _surroundings(codes), _uses(codes)
    return [
        SiteRecord(**row, surroundings=tuple(near[row["code"]]), uses=tuple(uses[row["code"]]))
        for row in rows
    ]


def _uses(codes: list[str]) -> dict[str, list[UseRecord]]:
    """Return what people do at sites, by their codes."""
    found: dict[str, list[UseRecord]] = defaultdict(list)
    rows = SiteUse.objects.filter(site__code__in=codes).order_by("pk")
    columns = ("use", "season", "first_month", "last_month")
    for code, *row in rows.values_list("site__code", *columns):
        found[code].append(UseRecord(*row))
    return found


def _surroundings(codes: list[str]) -> dict[str, list[SurroundingRecord]]:
    """Return what lies near sites, by their codes."""
    found: dict[str, list[SurroundingRecord]] = defaultdict(list)
    rows = SiteSurrounding.objects.filter(site__code__in=codes).order_by("pk")
    for code, *row in rows.values_list("site__code", *SURROUNDING.values()):
        found[code].append(SurroundingRecord(**dict(zip(SURROUNDING, row, strict=True))))
    return found


def survey_records(surveys: SurveyQuerySet) -> Iterator[SurveyRecord]:
    """Yield surveys with their counts, site by site in the order of their days."""
    keys = list(
        surveys.order_by(
            "unit__site__code", "unit__code", "surveyed_on", "replicate_no"
        ).values_list("pk", flat=True)
    )
    for start in range(0, len(keys), AT_ONCE):
        part = keys[start : start + AT_ONCE]
        found = {record.number: record for record in built(Survey.objects.filter(pk__in=part))}
        yield from (found[key] for key in part if key in found)


def built(surveys: QuerySet[Any]) -> list[SurveyRecord]:
    """Return surveys with their counts, animals and weights, in their order: four questions."""
    rows = [dict(zip(SURVEY, row, strict=True)) for row in surveys.values_list(*SURVEY.values())]
    keys = [row["number"] for row in rows]
    counts, animals = counts_by_survey(LitterCount, keys), _animals(keys)
    weights = _weights(keys)
    return [
        SurveyRecord(
            **row,
            counts=tuple(counts[row["number"]]),
            animals=tuple(animals[row["number"]]),
            weights=weights[row["number"]],
        )
        for row in rows
    ]


def _animals(keys: list[int]) -> dict[int, list[AnimalRecord]]:
    """Return the animals of surveys, by the keys of these."""
    found: dict[int, list[AnimalRecord]] = defaultdict(list)
    rows = SurveyAnimal.objects.filter(survey__in=keys).order_by("pk")
    columns = ("species", "state", "entanglement", "number")
    for survey, *values in rows.values_list("survey_id", *columns):
        found[survey].append(AnimalRecord(**dict(zip(columns, values, strict=True))))
    return found


def _weights(keys: list[int]) -> dict[int, dict[str, Decimal]]:
    """Return what materials weighed, by the keys of surveys."""
    found: dict[int, dict[str, Decimal]] = defaultdict(dict)
    rows = SurveyWeight.objects.filter(survey__in=keys)
    for survey, material, weight in rows.values_list("survey_id", "material", "weight_kg"):
        found[survey][material] = weight
    return found


def columns_of(surveys: SurveyQuerySet) -> list[CountRecord]:
    """Return each kind that any of the surveys recorded, once, in the order of the lists."""
    rows = (
        LitterCount.objects.filter(survey__in=surveys.order_by().values("pk"))
        .order_by(*OF_ITEMS)
        .values_list(*(column for name, column in COUNT.items() if name != "count"))
        .distinct()
    )
    names = [name for name in COUNT if name != "count"]
    return [CountRecord(**dict(zip(names, row, strict=True)), count=0) for row in rows]


def homes(from_list: str, to_list: str) -> dict[int, HomeRecord]:
    """Return by the key of an item its place in the other list, where it has one."""
    found: dict[int, Any] = ItemMap.objects.homes(from_list, to_list)
    return {key: HomeRecord(home.code, home.name_en, home.material) for key, home in found.items()}


def card_lines() -> list[CardLine]:
    """Return the lines of the card of clean-ups, not filled in yet."""
    rows = LitterItem.objects.filter(item_list__code=CARD, is_recordable=True).order_by("position")
    columns = ("code", "name_zh_hans", "name_en", "material")
    return [CardLine(*row) for row in rows.values_list(*columns)]


def counts_by_survey(
    model: type[LitterCount | SeaCount], keys: list[int]
) -> dict[int, list[CountRecord]]:
    """Return what each survey counted, on beaches or at sea, in the order of the lists."""
    found = defaultdict(list)
    rows = model.objects.filter(survey__in=keys).order_by(*OF_ITEMS)
    for survey, *row in rows.values_list("survey_id", *COUNT.values()):
        found[survey].append(CountRecord(**dict(zip(COUNT, row, strict=True))))
    return found
