"""/api/v1/cases/ and /api/v1/cases/<number>/."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from cases import filters, index
from cases.api import schema
from cases.facets import FACETS
from cases.models import Case
from cases.open_data import rows, whole
from partnership.core.api.paging import described, list_parameters, page
from partnership.core.api.parameters import OF_LISTS, Parameters, unknown_value
from partnership.core.api.views import ReadOnlyView
from partnership.core.paging import COUNT_CAP
from partnership.search.collections import Ordered
from partnership.search.facets import Selection

ORDERINGS = {
    "public_since": "public_since",
    "updated_at": "updated_at",
    "number": "number",
    "started": "started",
}
LATEST_FIRST = ["-public_since", "-pk"]  # the order of the index itself


class CaseList(ReadOnlyView):
    """Public cases, the latest first."""

    @extend_schema(
        operation_id="cases",
        description=_("Published cases in short, the latest first, in pages."),
        parameters=[
            *schema.FACET_PARAMETERS,
            *list_parameters(ORDERINGS),
        ],
        responses=described("Case", schema.CaseRow),
    )
    def get(self, request: Request) -> Response:
        parameters = Parameters(request.query_params, [*FACETS, *OF_LISTS])
        asked = filters.read(request.query_params)
        for name, value in asked.unknown:
            raise unknown_value(name, value)
        ordering = parameters.ordering(ORDERINGS, LATEST_FIRST[0])
        return Response(page(request, _Found(asked.selection, ordering), parameters, rows.build))


class _Found:
    """The cases that fit, found by the index: counted at once, read a page at a time."""

    def __init__(self, selection: Selection, ordering: list[str]) -> None:
        public = index.public()
        chosen = public.chosen(selection)
        self.cases = Case.objects.published().order_by(*ordering)
        self.found = Ordered(public, chosen)
        if ordering != LATEST_FIRST:
            keys = self.cases.values_list("pk", flat=True)
            self.found = Ordered(public, chosen, " ".join(ordering), lambda: keys)

    def __len__(self) -> int:
        return min(len(self.found), COUNT_CAP + 1)

    def __getitem__(self, part: slice) -> Any:
        """A question and no list, so that only the columns that are shown are read."""
        keys = self.found.index.keys
        return self.cases.filter(pk__in=[keys[place] for place in self.found[part]])


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
