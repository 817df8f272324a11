"""/api/v1/surveys-at-sea/: what approved surveys of floating and seabed litter counted."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from monitoring.api import CITY, LATEST, SURVEY_ORDERINGS, city_of
from monitoring.choices import SeaMethod, SurveyType
from monitoring.open_data.fields import rounded
from monitoring.open_data.questions import Chosen
from monitoring.open_data.records import CountRecord, SeaRecord
from monitoring.open_data.sea import built_at_sea
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters
from partnership.core.api.texts import TextsField, both
from partnership.core.api.views import ReadOnlyView
from partnership.core.figures import number

TEXTS: Final = (
    "code", "site", "city", "country", "method", "protocol_version", "survey_type", "surveyed_on",
    "size_class", "gear", "nothing_found", "items", "is_demo",
)  # fmt: skip
MEASURES: Final = ("length_m", "width_m", "mesh_um", "depth_m", "weight_kg")


class SeaCountRow(serializers.Serializer):
    item_list = serializers.CharField()
    code = serializers.CharField()
    name = TextsField()
    material = serializers.CharField()
    count = serializers.IntegerField(help_text=_("0: looked for, none found."))
    per_km2 = serializers.FloatField(help_text=_("Items for a square kilometre."))


class SeaSurveyRow(serializers.Serializer):
    """Describes a survey at sea for the schema."""

    code = serializers.CharField(help_text=_("Site, method, day, number of the track."))
    site = serializers.CharField(help_text=_("Code of the site."))
    city = serializers.CharField(help_text=_("Code of the city."))
    country = serializers.CharField()
    method = serializers.ChoiceField(SeaMethod.choices)
    protocol_version = serializers.CharField()
    survey_type = serializers.ChoiceField(SurveyType.choices)
    surveyed_on = serializers.DateField()
    length_m = serializers.FloatField()
    width_m = serializers.FloatField(help_text=_("Of the strip, the net or between the wings."))
    mesh_um = serializers.FloatField(allow_null=True)
    size_class = serializers.CharField(allow_blank=True)
    gear = serializers.CharField(allow_blank=True)
    depth_m = serializers.FloatField(allow_null=True)
    nothing_found = serializers.BooleanField()
    weight_kg = serializers.FloatField(allow_null=True, help_text=_("Null: not weighed."))
    items = serializers.IntegerField()
    items_per_km2 = serializers.FloatField(
        help_text=_("Densities of different methods are never added.")
    )
    kg_per_km2 = serializers.FloatField(allow_null=True)
    counts = SeaCountRow(many=True, help_text=_("What was not recorded has no row."))
    is_demo = serializers.BooleanField()


class SeaSurveyList(ReadOnlyView):
    """Approved surveys at sea."""

    @extend_schema(
        operation_id="surveys_at_sea",
        description=_(
            "Approved surveys of floating and seabed litter with their counts, in pages; never who "
            "made them."
        ),
        parameters=[
            CITY,
            OpenApiParameter("year", int, description=_("Year of the survey.")),
            OpenApiParameter("method", enum=SeaMethod.values, description=_("Only this method.")),
            *list_parameters(SURVEY_ORDERINGS),
        ],
        responses=described("SeaSurvey", SeaSurveyRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["city", "year", "method", *OF_LISTS])
        order = parameters.ordering(SURVEY_ORDERINGS, "-surveyed_on")
        year = parameters.whole_number("year", 0, most=LATEST) or None
        surveys = Chosen(city_of(parameters), year).at_sea().order_by(*order)
        method = parameters.one_of("method", SeaMethod.values)
        if method:
            surveys = surveys.filter(method=method)
        return Response(page(request, surveys, parameters, build))


def build(surveys: Any) -> list[dict[str, Any]]:
    """Return the surveys of one page as plain data, in two queries."""
    return [_survey(record) for record in built_at_sea(surveys)]


def _survey(survey: SeaRecord) -> dict[str, Any]:
    return {
        **{name: getattr(survey, name) for name in TEXTS},
        **{name: number(getattr(survey, name)) for name in MEASURES},
        "items_per_km2": rounded(survey.per_km2(survey.items)),
        "kg_per_km2": rounded(survey.kg_per_km2),
        "counts": [_count(survey, count) for count in survey.counts],
    }


def _count(survey: SeaRecord, count: CountRecord) -> dict[str, Any]:
    return {
        "item_list": count.item_list,
        "code": count.code,
        "name": both(count.name_zh, count.name_en),
        "material": count.material,
        "count": count.count,
        "per_km2": rounded(survey.per_km2(count.count)),
    }
