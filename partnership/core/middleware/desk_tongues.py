"""Marks what the pages of the secretariat's desk quote from the other language."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from partnership.core import tongues
from partnership.core.middleware.content_policy import ADMIN_PATH


class DeskTonguesMiddleware:
    """Goes once through each HTML page below the admin's path."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if is_page and request.path_info.startswith(ADMIN_PATH) and not response.streaming:
            page = response.content.decode(response.charset)  # type: ignore[attr-defined]
            response.content = tongues.marked(page)  # type: ignore[attr-defined]
        return response
