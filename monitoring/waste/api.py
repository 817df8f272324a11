"""/api/v1/waste-of-cities/: the approved values of waste profiles."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from monitoring.api import CITY, LATEST, city_of
from monitoring.choices import WasteArea, WasteIndicator, WasteScope, WasteUnit
from monitoring.models import WasteValue
from monitoring.waste.records import WasteRecord, records
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters
from partnership.core.api.texts import TextsField, both
from partnership.core.api.views import ReadOnlyView
from partnership.core.figures import number
from partnership.reference.choices import Grade

ORDERINGS: Final = {"year": "profile__year", "city": "profile__place__code"}
AS_TOLD: Final = (
    "city", "country", "year", "area", "indicator", "unit", "scope", "first_day", "last_day",
    "definition", "source", "source_url", "language", "is_demo",
)  # fmt: skip


class WasteValueRow(serializers.Serializer):
    """Describes a value for the schema."""

    city = serializers.CharField(help_text=_("Code of the city."))
    city_name = TextsField()
    country = serializers.CharField()
    year = serializers.IntegerField()
    indicator = serializers.ChoiceField(WasteIndicator.choices)
    value = serializers.FloatField(help_text=_("As the city told it; 0: there was none."))
    unit = serializers.ChoiceField(WasteUnit.choices)
    amount = serializers.FloatField(
        help_text=_("Tonnes in the period where it is a mass, else the value.")
    )
    amount_unit = serializers.CharField(help_text=_("Unit of the amount."))
    scope = serializers.ChoiceField(
        WasteScope.choices, allow_blank=True, help_text=_("Which waste is counted.")
    )
    area = serializers.ChoiceField(WasteArea.choices)
    first_day = serializers.DateField()
    last_day = serializers.DateField()
    definition = serializers.CharField(help_text=_("In the language of the row."))
    source = serializers.CharField(  # type: ignore[assignment]  # a name of our own
        help_text=_("In the language of the row.")
    )
    source_url = serializers.CharField()
    grade = serializers.ChoiceField(
        Grade.choices, allow_null=True, help_text=_("Strength of the evidence; null: not known.")
    )
    language = serializers.CharField()
    is_demo = serializers.BooleanField()


class WasteValueList(ReadOnlyView):
    """Waste of cities."""

    @extend_schema(
        operation_id="waste_of_cities",
        description=_(
            "Approved values of waste profiles, in pages. What a city does not know has no row; it "
            "is never zero. Compare only what has the same scope, area and kind of unit."
        ),
        parameters=[
            CITY,
            OpenApiParameter("year", int, description=_("Year of the profile.")),
            OpenApiParameter(
                "indicator", enum=WasteIndicator.values, description=_("Only this indicator.")
            ),
            *list_parameters(ORDERINGS),
        ],
        responses=described("WasteValue", WasteValueRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["city", "year", "indicator", *OF_LISTS])
        values = WasteValue.objects.approved().order_by(*parameters.ordering(ORDERINGS, "-year"))
        wanted = {
            "profile__place__code": city_of(parameters),
            "profile__year": parameters.whole_number("year", 0, most=LATEST),
            "indicator": parameters.one_of("indicator", WasteIndicator.values),
        }
        values = values.filter(**{name: value for name, value in wanted.items() if value})
        return Response(page(request, values, parameters, build))


def build(values: Any) -> list[dict[str, Any]]:
    """Return the values of one page as plain data, in one query."""
    return [_row(record) for record in records(values)]


def _row(record: WasteRecord) -> dict[str, Any]:
    return {
        **{name: getattr(record, name) for name in AS_TOLD},
        "city_name": both(record.city_zh, record.city_en),
        "value": number(record.value),
        "amount": number(record.amount),
        "amount_unit": record.measure.value,
        "grade": record.grade or None,
    }
