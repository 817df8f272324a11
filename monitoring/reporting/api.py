"""/api/v1/monitoring-reports/: frozen reports with their figures, the same numbers as on their pages."""

from typing import Any, Final

from django.db.models import F
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from monitoring.addresses import report_url
from monitoring.choices import ReportScope
from monitoring.models import MonitoringReport
from monitoring.results.packing import LONG
from partnership.core import languages
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters, unknown_value
from partnership.core.api.texts import TextsField
from partnership.core.api.views import ReadOnlyView
from partnership.core.page_meta import site_url
from partnership.reference import names
from partnership.reference.choices import PlaceKind

LATEST: Final = 9_999
ORDERINGS: Final = {"made_at": "made_at", "number": "number"}
COLUMNS: Final = (
    "number", "scope", "first_day", "last_day", "version_no", "statistics_version", "data_hash",
    "made_at", "is_demo",
)  # fmt: skip


class MonitoringReportRow(serializers.Serializer):
    """Describes a report for the schema."""

    number = serializers.CharField(help_text=_("The report is cited by it."))
    scope = serializers.ChoiceField(ReportScope.choices)
    city = serializers.CharField(allow_null=True, help_text=_("Null: the whole region."))
    first_day = serializers.DateField()
    last_day = serializers.DateField()
    version_no = serializers.IntegerField(help_text=_("Version of this area and time."))
    statistics_version = serializers.CharField(help_text=_("Version of the methods."))
    data_hash = serializers.CharField(help_text=_("Check sum of the content."))
    made_at = serializers.DateTimeField()
    is_demo = serializers.BooleanField()
    pages = TextsField(help_text=_("Address of the page in each language."))
    result = serializers.DictField(
        help_text=_("The frozen figures, as monitoring-results has those of today; unrounded.")
    )


class MonitoringReportList(ReadOnlyView):
    """Monitoring reports."""

    @extend_schema(
        operation_id="monitoring_reports",
        description=_("Frozen reports on cities and the region with their figures, in pages."),
        parameters=[
            OpenApiParameter("city", description=_("Code of a city.")),
            OpenApiParameter("year", int, description=_("Year of the last day.")),
            *list_parameters(ORDERINGS),
        ],
        responses=described("MonitoringReport", MonitoringReportRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["city", "year", *OF_LISTS])
        rows = MonitoringReport.objects.standing().order_by(
            *parameters.ordering(ORDERINGS, "-made_at")
        )
        city = parameters.query.get("city", "")
        if city and not names.names_of(PlaceKind.CITY, [city]):
            raise unknown_value("city", city)
        if city:
            rows = rows.filter(place__code=city)
        year = parameters.whole_number("year", 0, most=LATEST)
        if year:
            rows = rows.filter(last_day__year=year)
        return Response(page(request, rows, parameters, build))


def build(rows: Any) -> list[dict[str, Any]]:
    """Return the reports of one page as plain data, in one query."""
    columns = rows.values(*COLUMNS, city=F("place__code"), result=F("content__result"))
    return [_report(row) for row in columns]


def _report(row: dict[str, Any]) -> dict[str, Any]:
    figures = {name: value for name, value in row["result"].items() if name not in LONG}
    pages = {code: site_url(report_url(row["number"], code)) for code in languages.LANGUAGES}
    return {**row, "pages": pages, "result": figures}
