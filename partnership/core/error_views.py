"""Answers to what went wrong: pages in the visitor's language, JSON below the API's address."""

import sys
from typing import Final

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader

from partnership.core.gone import Gone

API: Final = "/api/"
RETRY_AFTER: Final = 30  # seconds until the database may answer again

# Written out, because whatever broke may have broken the catalogues as well.
FAULTS: Final = {
    404: {"zh-hans": "该地址没有内容。", "en": "There is nothing at this address."},
    500: {
        "zh-hans": "服务器发生错误，已自动记录。",
        "en": "The server made an error, which has been recorded.",
    },
    503: {
        "zh-hans": "服务暂时不可用，请稍后再试。",
        "en": "The portal is not available at the moment. Try again later.",
    },
}
CODES: Final = {404: "not-found", 500: "server-error", 503: "unavailable"}


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path_info.startswith(API):
        return _as_json(404)
    if isinstance(exception, Gone):
        return render(request, "410.html", {"gone": exception}, status=410)
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Both languages on one page and nothing looked up: whatever broke may break that too.

    A database that does not answer is no fault of the request: 503, to be tried again.
    """
    is_away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    status = 503 if is_away else 500
    if request.path_info.startswith(API):
        response = _as_json(status)
    else:
        page = loader.get_template(f"{status}.html").render()
        response = HttpResponse(page, status=status)
    if is_away:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _as_json(status: int) -> HttpResponse:
    return JsonResponse({"code": CODES[status], "message": FAULTS[status]}, status=status)
