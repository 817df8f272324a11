"""/api/v1/survey-sites/ and /api/v1/surveys/: sites, and what approved surveys counted."""

from dataclasses import asdict
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from monitoring.choices import (
    WORDS_TO_CONFIRM,
    Access,
    AnimalState,
    Back,
    Cleaner,
    Cleaning,
    Curvature,
    Development,
    Entanglement,
    Nearby,
    Season,
    SurveyType,
    Urbanisation,
    Use,
)
from monitoring.open_data import questions
from monitoring.open_data.fields import rounded
from monitoring.open_data.records import (
    CountRecord,
    SiteRecord,
    SurroundingRecord,
    SurveyRecord,
)
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters, unknown_value
from partnership.core.api.texts import TextsField, both
from partnership.core.api.views import ReadOnlyView
from partnership.core.figures import number
from partnership.reference import names
from partnership.reference.choices import PlaceKind

LATEST: Final = 9_999
SITE_ORDERINGS: Final = {"code": "code", "updated_at": "updated_at"}
SURVEY_ORDERINGS: Final = {"surveyed_on": "surveyed_on", "updated_at": "updated_at"}
CITY: Final = OpenApiParameter("city", description=_("Code of a city."))


class SurroundingRow(serializers.Serializer):
    """Describes what lies near a site for the schema."""

    kind = serializers.ChoiceField(Nearby.choices, help_text=_("The nearest of its kind."))
    name = TextsField()
    distance_km = serializers.FloatField()
    bearing_deg = serializers.IntegerField(
        allow_null=True, help_text=_("Degrees from north, seen from the beach.")
    )
    population = serializers.IntegerField(allow_null=True, help_text=_("Of a town."))


class UseRow(serializers.Serializer):
    """Describes what people do at a site for the schema."""

    use = serializers.ChoiceField(Use.choices, help_text=WORDS_TO_CONFIRM)
    season = serializers.ChoiceField(Season.choices)
    first_month = serializers.IntegerField(allow_null=True)
    last_month = serializers.IntegerField(
        allow_null=True, help_text=_("Earlier than the first: over the end of the year.")
    )


class SurveySiteRow(serializers.Serializer):
    """Describes a site for the schema."""

    code = serializers.CharField()
    name = TextsField()
    city = serializers.CharField(help_text=_("Code of the city."))
    country = serializers.CharField()
    latitude = serializers.FloatField(help_text=_("Degrees, WGS 84."))
    longitude = serializers.FloatField()
    urbanisation = serializers.ChoiceField(Urbanisation.choices)
    cleaning = serializers.ChoiceField(Cleaning.choices)
    cleaning_season = serializers.ChoiceField(
        Season.choices, allow_blank=True, help_text=_("Blank: the beach is never cleaned.")
    )
    cleaning_first_month = serializers.IntegerField(allow_null=True)
    cleaning_last_month = serializers.IntegerField(allow_null=True)
    cleaned_by = serializers.ChoiceField(
        Cleaner.choices, allow_blank=True, help_text=WORDS_TO_CONFIRM
    )
    sand_pct = serializers.IntegerField(allow_null=True)
    pebble_pct = serializers.IntegerField(allow_null=True)
    rock_pct = serializers.IntegerField(allow_null=True)
    slope_pct = serializers.FloatField(allow_null=True, help_text=_("Metres of rise over 100 m."))
    curvature = serializers.ChoiceField(
        Curvature.choices, allow_blank=True, help_text=WORDS_TO_CONFIRM
    )
    access = serializers.ChoiceField(Access.choices, allow_blank=True, help_text=WORDS_TO_CONFIRM)
    back = serializers.ChoiceField(Back.choices, allow_blank=True, help_text=WORDS_TO_CONFIRM)
    development = serializers.ChoiceField(
        Development.choices, allow_blank=True, help_text=WORDS_TO_CONFIRM
    )
    orientation_deg = serializers.IntegerField(
        allow_null=True, help_text=_("Degrees from north that the beach faces.")
    )
    wind_from_deg = serializers.IntegerField(
        allow_null=True, help_text=_("Where the prevailing wind comes from, degrees from north.")
    )
    current_to_deg = serializers.IntegerField(
        allow_null=True, help_text=_("Where the prevailing current flows to, degrees from north.")
    )
    uses = UseRow(many=True, help_text=_("Empty: nothing was said of uses."))
    surroundings = SurroundingRow(many=True, help_text=_("What is not known has no row."))
    surveys = serializers.IntegerField(help_text=_("Approved ones; 0 is “not surveyed”."))
    last_survey = serializers.DateField(allow_null=True)
    is_demo = serializers.BooleanField()


class LitterCountRow(serializers.Serializer):
    item_list = serializers.CharField()
    code = serializers.CharField()
    name = TextsField()
    material = serializers.CharField()
    count = serializers.IntegerField(help_text=_("0: looked for, none found."))
    per_100_m = serializers.FloatField(help_text=_("Items for 100 m of beach."))


class AnimalRow(serializers.Serializer):
    species = serializers.CharField(help_text=_("As it was written."))
    state = serializers.ChoiceField(AnimalState.choices)
    entanglement = serializers.ChoiceField(Entanglement.choices)
    number = serializers.IntegerField()


class SurveyRow(serializers.Serializer):
    """Describes a survey for the schema."""

    code = serializers.CharField(help_text=_("Transect, day, number of the replicate."))
    site = serializers.CharField(help_text=_("Code of the site."))
    city = serializers.CharField(help_text=_("Code of the city."))
    country = serializers.CharField()
    surveyed_on = serializers.DateField()
    survey_type = serializers.ChoiceField(SurveyType.choices)
    protocol = serializers.CharField()
    protocol_version = serializers.CharField()
    length_m = serializers.FloatField()
    width_m = serializers.FloatField(allow_null=True)
    lower_size_mm = serializers.FloatField(help_text=_("Smallest size that was counted."))
    nothing_found = serializers.BooleanField()
    weight_kg = serializers.FloatField(allow_null=True, help_text=_("Null: not weighed."))
    weights_kg = serializers.DictField(
        child=serializers.FloatField(),
        help_text=_("By material. What was not weighed is left out."),
    )
    items = serializers.IntegerField(allow_null=True, help_text=_("Null: nothing was recorded."))
    items_in_total = serializers.IntegerField(
        allow_null=True, help_text=_("Without what the European threshold leaves out.")
    )
    items_per_100_m = serializers.FloatField(allow_null=True, help_text=_("The same for 100 m."))
    counts = LitterCountRow(many=True, help_text=_("What was not recorded has no row."))
    animals = AnimalRow(many=True, help_text=_("Empty: nothing was said of animals."))
    is_demo = serializers.BooleanField()


class SurveySiteList(ReadOnlyView):
    """Survey sites."""

    @extend_schema(
        operation_id="survey_sites",
        description=_("Beaches that are surveyed, also those not surveyed yet, in pages."),
        parameters=[CITY, *list_parameters(SITE_ORDERINGS)],
        responses=described("SurveySite", SurveySiteRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["city", *OF_LISTS])
        order = parameters.ordering(SITE_ORDERINGS, "code")
        sites = questions.Chosen(city_of(parameters)).sites().with_facts().order_by(*order)
        return Response(page(request, sites, parameters, build_sites))


class SurveyList(ReadOnlyView):
    """Approved surveys."""

    @extend_schema(
        operation_id="surveys",
        description=_("Approved surveys with their counts, in pages; never who made them."),
        parameters=[
            CITY,
            OpenApiParameter("year", int, description=_("Year of the survey.")),
            *list_parameters(SURVEY_ORDERINGS),
        ],
        responses=described("Survey", SurveyRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["city", "year", *OF_LISTS])
        order = parameters.ordering(SURVEY_ORDERINGS, "-surveyed_on")
        year = parameters.whole_number("year", 0, most=LATEST) or None
        surveys = questions.Chosen(city_of(parameters), year).surveys().order_by(*order)
        return Response(page(request, surveys, parameters, build_surveys))


def build_sites(sites: Any) -> list[dict[str, Any]]:
    """Return the sites of one page as plain data, in two queries."""
    return [_site(record) for record in questions.built_sites(sites)]


def build_surveys(surveys: Any) -> list[dict[str, Any]]:
    """Return the surveys of one page as plain data, in four queries."""
    return [_survey(record) for record in questions.built(surveys)]


def city_of(parameters: Parameters) -> str:
    """Return the code of the city that is asked for; one that nobody knows is refused."""
    city: str = parameters.query.get("city", "")
    if city and not names.names_of(PlaceKind.CITY, [city]):
        raise unknown_value("city", city)
    return city


def _site(site: SiteRecord) -> dict[str, Any]:
    return {
        "code": site.code,
        "name": both(site.name_zh, site.name_en),
        "city": site.city,
        "country": site.country,
        "latitude": number(site.latitude),
        "longitude": number(site.longitude),
        **{name: getattr(site, name) for name in questions.DESCRIBED},
        "slope_pct": number(site.slope_pct),
        "uses": [asdict(each) for each in site.uses],
        "surroundings": [_surrounding(each) for each in site.surroundings],
        "surveys": site.surveys,
        "last_survey": site.last_survey,
        "is_demo": site.is_demo,
    }


def _surrounding(near: SurroundingRecord) -> dict[str, Any]:
    return {
        "kind": near.kind,
        "name": both(near.name_zh, near.name_en),
        "distance_km": number(near.distance_km),
        "bearing_deg": near.bearing_deg,
        "population": near.population,
    }


def _survey(survey: SurveyRecord) -> dict[str, Any]:
    plain = (
        "code", "site", "city", "country", "surveyed_on", "survey_type", "protocol",
        "protocol_version", "nothing_found", "items", "items_in_total", "is_demo",
    )  # fmt: skip
    measures = ("length_m", "width_m", "lower_size_mm", "weight_kg")
    return {
        **{name: getattr(survey, name) for name in plain},
        **{name: number(getattr(survey, name)) for name in measures},
        "weights_kg": {material: number(weight) for material, weight in survey.weights.items()},
        "items_per_100_m": rounded(survey.per_100_m(survey.items_in_total)),
        "counts": [_count(survey, count) for count in survey.counts],
        "animals": [asdict(each) for each in survey.animals],
    }


def _count(survey: SurveyRecord, count: CountRecord) -> dict[str, Any]:
    return {
        "item_list": count.item_list,
        "code": count.code,
        "name": both(count.name_zh, count.name_en),
        "material": count.material,
        "count": count.count,
        "per_100_m": rounded(survey.per_100_m(count.count)),
    }
