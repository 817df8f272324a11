"""/api/v1/results/: the numbers of the programme, as the results page shows them."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from partnership.core import languages
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import Parameters
from partnership.core.api.texts import TextsField, sentence
from partnership.core.api.views import ReadOnlyView
from partnership.core.indicators import ALL, Counted, Indicator, counted_together, in_order
from partnership.core.page_meta import site_url
from partnership.portal.results import result_url

TEXTS = ("name", "unit", "definition", "period", "method")


class ResultValue(serializers.Serializer):
    """One number of an indicator, for the schema."""

    period = serializers.CharField(allow_null=True, help_text=_("Null: all periods."))
    part = serializers.CharField(
        allow_null=True, help_text=_("Code of a country, a kind or a state; null: all of them.")
    )
    value = serializers.IntegerField()


class ResultRow(serializers.Serializer):
    """Describes an indicator for the schema."""

    key = serializers.CharField()
    name = TextsField()
    unit = TextsField()
    definition = TextsField()
    period = TextsField()
    method = TextsField()
    is_demo = serializers.BooleanField(help_text=_("True while there are no facts yet."))
    values = serializers.ListField(child=ResultValue())
    pages = serializers.DictField(child=serializers.URLField(), help_text=_("Per language."))


class ResultList(ReadOnlyView):
    """The numbers of the programme."""

    @extend_schema(
        operation_id="results",
        description=_("The numbers of the programme with their definitions, by period and part."),
        parameters=list_parameters(),
        responses=described("Result", ResultRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["page", "page_size"])
        return Response(page(request, in_order(), parameters, build))


def build(indicators: Iterable[Indicator]) -> list[dict[str, Any]]:
    """Return the indicators of one page as plain data."""
    with counted_together():
        return [_row(indicator) for indicator in indicators]


def _row(indicator: Indicator) -> dict[str, Any]:
    counted = indicator.count()
    return {
        "key": indicator.key,
        **{name: sentence(getattr(indicator, name)) for name in TEXTS},
        "is_demo": counted.is_demo,
        "values": list(_values(counted)),
        "pages": {code: site_url(result_url(indicator.key, code)) for code in languages.LANGUAGES},
    }


def _values(counted: Counted) -> Iterable[dict[str, Any]]:
    for period in (*counted.periods, ALL):
        for part in (*counted.parts, ALL):
            value = counted.value(period, part)
            yield {"period": period or None, "part": part or None, "value": value}
