"""The page of results, and suggestions while somebody types."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from partnership.core import languages
from partnership.core.page_cache import FOR_ONE
from partnership.core.page_meta import PageMeta
from partnership.search import logbook
from partnership.search.asking.ranking import DEEPEST
from partnership.search.errors import TookTooLong
from partnership.search.limits import within_time
from partnership.search.results import Results, ResultsQuery
from partnership.search.suggestions import suggested

FIRST = ("", "1")
DIGITS = 4  # of a place in the list


@require_safe
@within_time
def results(request: HttpRequest) -> HttpResponse:
    """Show what the portal has about a text, narrowed by kind, theme, country, year and language.

    The page is not kept: a text is asked for once, and what people ask for is nobody's business.
    """
    query = ResultsQuery.of(request.GET)
    found = Results(query)
    if query.text and query.page in FIRST and not query.selection:
        answers = found.total + len(found.cities)  # whoever is led to a city did not ask in vain
        logbook.note(query.text, languages.current(), answers)
    meta = PageMeta.of_request(request, _("Search"))
    response = render(
        request, "search/results.html", {"meta": meta, "query": query, "found": found}
    )
    response.headers["Cache-Control"] = FOR_ONE
    return response


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Answer with what may be meant by the letters typed so far, as JSON for the search box, which
    does without when that takes too long."""
    try:
        found, status = suggested(request.GET.get("q", "")), HTTPStatus.OK
    except TookTooLong:
        found, status = [], HTTPStatus.SERVICE_UNAVAILABLE
    lines = [
        {"text": line.text, "lang": line.language, "kind": line.kind, "url": line.url}
        for line in found
    ]
    response = JsonResponse({"suggestions": lines}, status=status)
    response.headers["Cache-Control"] = FOR_ONE
    return response


@csrf_exempt  # sent by browsers beside following a link, which carry no form along; it counts, no more
@require_POST
def opened(request: HttpRequest) -> HttpResponse:
    """Count that a result was opened, and at which place of the list."""
    given = request.GET.get("place", "")
    place = int(given) if given.isdecimal() and len(given) <= DIGITS else 0
    if 0 < place <= DEEPEST:
        logbook.note_opened(request.GET.get("q", ""), languages.current(), place)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)
