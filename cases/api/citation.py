"""/api/v1/cases/<number>/citation/: a case's citation as text or for reference managers."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from cases import citations
from cases.api.schema import NUMBER
from cases.citations import Record, formats
from cases.models import Case
from partnership.core import languages
from partnership.core.api.parameters import Parameters
from partnership.core.api.views import ReadOnlyView

# Style: what writes it, content type, ending of the file (none: shown, not saved).
STYLES: dict[str, tuple[Callable[[Record], str], str, str]] = {
    "gbt7714": (citations.gbt7714, "text/plain", ""),
    "apa": (citations.apa, "text/plain", ""),
    "bibtex": (formats.bibtex, "application/x-bibtex", "bib"),
    "ris": (formats.ris, "application/x-research-info-systems", "ris"),
    "csl-json": (formats.csl_json, "application/vnd.citationstyles.csl+json", "json"),
}


class CaseCitation(ReadOnlyView):
    """How to cite a public case."""

    @extend_schema(
        operation_id="case_citation",
        description=_("How to cite a published case, as text or for reference managers."),
        parameters=[
            OpenApiParameter("number", str, "path", description=NUMBER),
            OpenApiParameter("style", enum=list(STYLES), description=_("gbt7714 unless given.")),
            OpenApiParameter(
                "language", enum=languages.LANGUAGES, description=_("zh-hans unless given.")
            ),
        ],
        responses={(200, "text/plain"): OpenApiTypes.STR},
    )
    def get(self, request: Request, number: str) -> HttpResponse:
        parameters = Parameters(request.query_params, ("style", "language"))
        style = parameters.one_of("style", STYLES, default="gbt7714")
        language = parameters.one_of("language", languages.LANGUAGES, default=languages.CHINESE)
        case = Case.objects.published().filter(number=number).first()
        if case is None:
            raise Http404
        write, content_type, ending = STYLES[style]
        text = write(citations.of_case(case, language))
        response = HttpResponse(text, content_type=f"{content_type}; charset=utf-8")
        if ending:
            name = f"{case.number}-{language}.{ending}"
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
