"""/api/v1/monitoring-results/: the stored results, the same numbers as on pages and in reports."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from monitoring.choices import ScopeKind
from monitoring.models import StoredResult
from monitoring.results.api_scopes import OF_A_SCOPE, of_scope
from monitoring.results.shapes import Scope
from monitoring.results.states import states
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters
from partnership.core.api.views import ReadOnlyView

ORDERINGS: Final = {"code": "code", "computed_at": "computed_at"}


class MonitoringResultRow(serializers.Serializer):
    """Describes a result for the schema."""

    scope = serializers.DictField(help_text=_("Kind and code: site, city, country or region."))
    version = serializers.CharField(help_text=_("Version of the methods."))
    computed_at = serializers.DateTimeField()
    is_current = serializers.BooleanField(
        help_text=_("False: surveys have changed since, new figures follow within minutes.")
    )
    is_demo = serializers.BooleanField()
    coverage = serializers.DictField(help_text=_("Surveys, sites, length, area, protocols, lists."))
    per_100_m = serializers.DictField(help_text=_("Median with interval, mean, quartiles."))
    per_km2 = serializers.DictField(help_text=_("Mean density of surveys, items per km²."))
    kg_per_km2 = serializers.DictField()
    sdg = serializers.DictField(
        help_text=_("A contribution to SDG 14.1.1b, not the official value.")
    )
    coast = serializers.DictField(help_text=_("Clean Coast Index: median and surveys by class."))
    plastic_share = serializers.DictField()
    composition = serializers.DictField(help_text=_("Per cent of all items by material."))
    themes = serializers.ListField(child=serializers.DictField())
    top = serializers.ListField(child=serializers.DictField())
    threshold = serializers.DictField(help_text=_("Three-way status with n and what is needed."))
    trend = serializers.DictField(help_text=_("Not to be quoted unless `is_enough`."))
    years_left = serializers.DictField(
        allow_null=True,
        help_text=_("Years to the threshold, were an evident decrease a straight line; else null."),
    )
    years = serializers.ListField(child=serializers.DictField())
    seasons = serializers.ListField(child=serializers.DictField())
    sites = serializers.ListField(child=serializers.DictField())
    outliers = serializers.ListField(
        child=serializers.DictField(),
        help_text=_("Surveys that are outliers at their site; all count."),
    )
    micro = serializers.ListField(child=serializers.DictField())
    sea = serializers.ListField(
        child=serializers.DictField(),
        help_text=_(
            "Floating and seabed litter, an entry for each method, size of pieces and mesh; never to "
            "be added. Empty: not surveyed."
        ),
    )


class MonitoringResultList(ReadOnlyView):
    """Results of monitoring."""

    @extend_schema(
        operation_id="monitoring_results",
        description=_(
            "What approved surveys say of sites, cities, countries and the region, in pages. Null is "
            "“not known”, never zero."
        ),
        parameters=[
            *OF_A_SCOPE,
            *list_parameters(ORDERINGS),
        ],
        responses=described("MonitoringResult", MonitoringResultRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, ["kind", "code", *OF_LISTS])
        rows = of_scope(StoredResult.objects.defer("details"), parameters)
        rows = rows.order_by(*parameters.ordering(ORDERINGS, "code"))
        return Response(page(request, rows, parameters, build))


def build(rows: Any) -> list[dict[str, Any]]:
    """Return results as they are stored; unrounded, so that every reader has the same number."""
    marks = states()
    return [
        {
            **row.figures,
            "computed_at": row.computed_at,
            "is_current": marks.get(Scope(ScopeKind(row.kind), row.code)) == row.state,
        }
        for row in rows
    ]
