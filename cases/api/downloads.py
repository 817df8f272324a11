"""/api/v1/downloads/…: the whole public collection as files."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from cases.open_data import files
from partnership.core.api.parameters import Parameters
from partnership.core.api.views import ReadOnlyView


class Download(ReadOnlyView):
    """One file, sent while it is made; its name bears the day."""

    write: ClassVar[Callable[[], Iterator[str]]]
    name: ClassVar[str]
    content_type: ClassVar[str]

    def respond(self, request: Request) -> StreamingHttpResponse:
        Parameters(request.query_params, ())
        stem, _dot, ending = self.name.partition(".")
        name = f"{stem}-{timezone.localdate().isoformat()}.{ending}"
        return StreamingHttpResponse(
            type(self).write(),
            content_type=f"{self.content_type}; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class CasesCsv(Download):
    """All public cases, one a row. UTF-8 with byte order mark; see data-dictionary.csv."""

    write, name, content_type = files.cases_csv, "cases.csv", "text/csv"

    @extend_schema(
        operation_id="cases_csv",
        description=_("All published cases, one a row, with the texts in both languages."),
        responses={(200, "text/csv"): OpenApiTypes.STR},
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        return self.respond(request)


class IndicatorsCsv(Download):
    """All figures of the public cases, one a row."""

    write, name, content_type = files.indicators_csv, "indicators.csv", "text/csv"

    @extend_schema(
        operation_id="indicators_csv",
        description=_("All figures of the published cases, one a row, each with its source."),
        responses={(200, "text/csv"): OpenApiTypes.STR},
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        return self.respond(request)


class DictionaryCsv(Download):
    """What each column of the CSV files means, with unit, type and codes."""

    write, name, content_type = files.dictionary_csv, "data-dictionary.csv", "text/csv"

    @extend_schema(
        operation_id="data_dictionary",
        description=_(
            "What each column of the two tables means, with its kind of value, unit and codes."
        ),
        responses={(200, "text/csv"): OpenApiTypes.STR},
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        return self.respond(request)


class CasesJson(Download):
    """All public cases in full, as the API gives each, with the licence."""

    write, name, content_type = files.cases_json, "cases.json", "application/json"

    @extend_schema(
        operation_id="cases_json",
        description=_(
            "All published cases in full, with measures, figures, money, partners and sources."
        ),
        responses={200: OpenApiTypes.OBJECT},
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        return self.respond(request)
