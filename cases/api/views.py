"""/api/v1/cases/ and /api/v1/cases/<number>/."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from cases import filters
from cases.api import schema
from cases.facets import FACETS, narrowed
from cases.models import Case
from cases.open_data import rows, whole
from partnership.core.api.paging import ORDERING, PAGE, PAGE_SIZE, described, page
from partnership.core.api.parameters import OF_LISTS, Parameters, unknown_value
from partnership.core.api.views import ReadOnlyView

ORDERINGS = {
    "public_since": "public_since",
    "updated_at": "updated_at",
    "number": "number",
    "started": "started",
}


class CaseList(ReadOnlyView):
    """Public cases, the latest first."""

    @extend_schema(
        operation_id="cases",
        description=_("Published cases in short, the latest first, in pages."),
        parameters=[
            *schema.FACET_PARAMETERS,
            OpenApiParameter(
                "ordering",
                enum=[*ORDERINGS, *(f"-{name}" for name in ORDERINGS)],
                description=ORDERING,
            ),
            OpenApiParameter("page", int, description=PAGE),
            OpenApiParameter("page_size", int, description=PAGE_SIZE),
        ],
        responses=described("Case", schema.CaseRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, [*FACETS, *OF_LISTS])
        asked = filters.read(request.query_params)
        for name, value in asked.unknown:
            raise unknown_value(name, value)
        cases = narrowed(Case.objects.published(), asked.selection)
        ordered = cases.order_by(*parameters.ordering(ORDERINGS, "-public_since"))
        return Response(page(request, ordered, parameters, rows.build))


class CaseDetail(ReadOnlyView):
    """One public case in full."""

    @extend_schema(
        operation_id="case",
        description=_("One published case in full."),
        parameters=[OpenApiParameter("number", str, "path", description=schema.NUMBER)],
        responses=schema.CaseInFull,
    )
    def get(self, request: Request, number: str) -> Response:
        Parameters(request.query_params, ())
        found = whole.build(Case.objects.published().filter(number=number))
        if not found:
            raise Http404
        return Response(found[0])
