"""/api/v1/places/: the curated list of countries, provinces and cities."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters, unknown_value
from partnership.core.api.texts import TextsField, columns, pair
from partnership.core.api.views import ReadOnlyView
from partnership.core.figures import number
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place

ORDERINGS = {
    "code": "code",
    "position": "position",
    "name_zh": "sort_key_zh",
    "name_en": "sort_key_en",
}
FILTERS = ("kind", "country", "province", "coastal", "zero_waste")
AS_THEY_ARE = ("code", "kind", "is_coastal", "zero_waste_city_since", "valid_from", "valid_to")
RELATED = {
    "country": "country__code",
    "province": "province__code",
    "successor": "successor__code",
}
COLUMNS = [
    *AS_THEY_ARE,
    *RELATED.values(),
    *columns("name", "full_name"),
    "latitude",
    "longitude",
]


class PlaceRow(serializers.Serializer):
    """Describes a place for the schema."""

    code = serializers.CharField(help_text=_("MY, MY-07 or my-melaka."))
    kind = serializers.ChoiceField(PlaceKind.choices)
    name = TextsField()
    full_name = TextsField()
    country = serializers.CharField()
    province = serializers.CharField(allow_null=True)
    latitude = serializers.FloatField(allow_null=True, help_text=_("WGS 84, of a label."))
    longitude = serializers.FloatField(allow_null=True)
    is_coastal = serializers.BooleanField()
    zero_waste_city_since = serializers.IntegerField(allow_null=True)
    valid_from = serializers.DateField(allow_null=True)
    valid_to = serializers.DateField(allow_null=True, help_text=_("Last day under this name."))
    successor = serializers.CharField(allow_null=True, help_text=_("Code of the place after that."))


class PlaceList(ReadOnlyView):
    """Countries, provinces and cities by their approved names."""

    @extend_schema(
        operation_id="places",
        description=_("Countries, provinces and cities by their approved names."),
        parameters=[
            OpenApiParameter("kind", enum=PlaceKind.values, description=_("Kind of place.")),
            OpenApiParameter("country", description=_("Code of the country the place lies in.")),
            OpenApiParameter("province", description=_("Code of the province the place lies in.")),
            OpenApiParameter("coastal", bool, description=_("Coastal places, or all others.")),
            OpenApiParameter(
                "zero_waste", bool, description=_("Zero-waste cities, or all others.")
            ),
            *list_parameters(ORDERINGS),
        ],
        responses=described("Place", PlaceRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, [*FILTERS, *OF_LISTS])
        ordering = parameters.ordering(ORDERINGS, "position")
        return Response(page(request, _asked(parameters).order_by(*ordering), parameters, build))


def build(places: "QuerySet[Any]") -> list[dict[str, Any]]:
    """Return the places of one page as plain data."""
    return [
        {
            **{name: row[name] for name in AS_THEY_ARE},
            **{name: row[column] for name, column in RELATED.items()},
            "name": pair(row, "name"),
            "full_name": pair(row, "full_name"),
            "latitude": number(row["latitude"]),
            "longitude": number(row["longitude"]),
        }
        for row in places.values(*COLUMNS)
    ]


def _asked(parameters: Parameters) -> "QuerySet[Any]":
    places = Place.objects.all()
    kind = parameters.one_of("kind", PlaceKind.values)
    if kind:
        places = places.filter(kind=kind)
    for name in ("country", "province"):
        code = parameters.query.get(name, "")
        if code:
            if not Place.objects.filter(kind=name, code=code).exists():
                raise unknown_value(name, code)
            places = places.filter(**{f"{name}__code": code})
    coastal, zero_waste = parameters.flag("coastal"), parameters.flag("zero_waste")
    if coastal is not None:
        places = places.filter(is_coastal=coastal)
    if zero_waste is not None:
        places = places.filter(zero_waste_city_since__isnull=not zero_waste)
    return places
