"""/api/v1/monitoring-comparisons/: comparisons of two periods, the same numbers as on their page."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from monitoring.choices import ScopeKind
from monitoring.models import ComparedPeriods
from monitoring.results.api_scopes import OF_A_SCOPE, of_scope
from monitoring.results.shapes import Scope
from monitoring.results.states import states
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters
from partnership.core.api.views import ReadOnlyView

ORDERINGS: Final = {"code": "code", "computed_at": "computed_at"}


class ComparisonRow(serializers.Serializer):
    """Describes a comparison for the schema."""

    scope = serializers.DictField(help_text=_("Kind and code: site, city, country or region."))
    version = serializers.CharField(help_text=_("Version of the methods."))
    computed_at = serializers.DateTimeField()
    is_current = serializers.BooleanField(
        help_text=_("False: surveys have changed since; ask for it anew on its page.")
    )
    is_demo = serializers.BooleanField()
    first = serializers.DictField(help_text=_("The earlier period: surveys, sites, median, mean."))
    second = serializers.DictField(help_text=_("The later period, told alike."))
    difference = serializers.DictField(
        help_text=_(
            "How far the second lies above the first, items per 100 m, at the sites surveyed in both: "
            "Hodges-Lehmann shift with interval and two-sided p. Null is “not known”, never zero."
        )
    )


class ComparisonList(ReadOnlyView):
    """Comparisons of two periods."""

    @extend_schema(
        operation_id="monitoring_comparisons",
        description=_(
            "Two periods of a site, city, country or the region beside each other, in pages: those that "
            "somebody has asked for on the page of comparisons in the last month."
        ),
        parameters=[
            *OF_A_SCOPE,
            *list_parameters(ORDERINGS),
        ],
        responses=described("MonitoringComparison", ComparisonRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["kind", "code", *OF_LISTS])
        rows = of_scope(ComparedPeriods.objects.filter(computed_at__isnull=False), parameters)
        rows = rows.order_by(*parameters.ordering(ORDERINGS, "code"))
        return Response(page(request, rows, parameters, build))


def build(rows: Any) -> list[dict[str, Any]]:
    """Return comparisons as they are stored, unrounded."""
    marks = states()
    return [
        {
            "scope": {"kind": row.kind, "code": row.code},
            **row.figures,
            "computed_at": row.computed_at,
            "is_current": marks.get(Scope(ScopeKind(row.kind), row.code)) == row.state,
        }
        for row in rows
    ]
